namespace BriefingBot.Core.Channels;

/// <summary>What a person said and what the bot replied, or what the bot said of its own accord.</summary>
public sealed record Exchange
{
    public required string Id { get; init; }
    public required ChannelKey Channel { get; init; }

    /// <summary>Rises in the order in which exchanges were written down.</summary>
    public long Order { get; init; }

    /// <summary>The id of the exchange this continues; null where it continues none.</summary>
    public string? Parent { get; init; }

    /// <summary>Who said <see cref="Asked"/>; null where the bot spoke of its own accord.</summary>
    public string? PersonId { get; init; }

    /// <summary>The person's words; null where the bot spoke of its own accord.</summary>
    public string? Asked { get; init; }

    /// <summary>What the bot replied, as the platform writes it down; null until it has.</summary>
    public string? Reply { get; init; }

    /// <summary>Shown to the asker only.</summary>
    public bool Private { get; init; }
    public DateTimeOffset MadeUtc { get; init; }
}
