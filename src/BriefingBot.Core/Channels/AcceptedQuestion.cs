using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Channels;

/// <summary>How far an accepted question has come.</summary>
public enum InboxState
{
    /// <summary>Waiting or being worked on; after a restart: interrupted.</summary>
    Accepted,

    /// <summary>Its answer was shown.</summary>
    Shown,

    /// <summary>The program stopped over it; it can be asked again.</summary>
    Interrupted,

    /// <summary>Its asker called it off.</summary>
    Cancelled,

    /// <summary>A fault; its asker was told.</summary>
    Failed,
}

/// <summary>A question the bot has taken on. Its answer's id is given now, before anything is worked on.</summary>
public sealed record AcceptedQuestion
{
    public required string AnswerId { get; init; }
    public required ChatPlace Place { get; init; }

    /// <summary>The platform's id of the request; the same id twice is the same question.</summary>
    public required string RequestId { get; init; }
    public required string PersonId { get; init; }

    /// <summary>The library's file.</summary>
    public required string Library { get; init; }
    public bool Private { get; init; }

    /// <summary>As typed; empty once its answer has been shown.</summary>
    public required string Question { get; init; }
    public DateOnly? AsOf { get; init; }

    /// <summary>"default", "short" or "brief".</summary>
    public string Length { get; init; } = "default";

    /// <summary>The conversation the question belongs to.</summary>
    public required string Conversation { get; init; }
    public DateTimeOffset AcceptedUtc { get; init; }
    public InboxState State { get; init; }

    /// <summary>As in <see cref="ChatRequest.ReplyAddress"/>; null where there is none, and once it is of no use. Never logged.</summary>
    public string? ReplyAddress { get; init; }

    /// <summary>Its id alone, so that no log holds the question or where its reply goes.</summary>
    public override string ToString() => $"question of answer {AnswerId}";
}
