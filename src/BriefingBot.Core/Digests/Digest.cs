using System.Text.Json.Serialization;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Digests;

/// <summary>What is new in a library, as stories.</summary>
public sealed record Digest
{
    /// <summary>Ten characters; also the id under which its sources are opened. Empty in a preview.</summary>
    public required string DigestId { get; init; }

    public required string Library { get; init; }

    /// <summary>When it was due; of one made by hand when it was made.</summary>
    public DateTimeOffset DueUtc { get; init; }

    /// <summary>When the one before was made; null for the first.</summary>
    public DateTimeOffset? FromUtc { get; init; }

    public DateTimeOffset ToUtc { get; init; }

    public IReadOnlyList<DigestStory> Stories { get; init; } = [];

    /// <summary>Stories that are counted only.</summary>
    public int More { get; init; }

    /// <summary>What documents said of their own correction or withdrawal since the digest before.</summary>
    [JsonIgnore]
    public IReadOnlyList<AnswerSentence> Corrected { get; init; } = [];

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>New documents that are told nowhere, and why.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>The digest as plain text with [n] markers.</summary>
    public string Text { get; init; } = "";

    /// <summary>The lines before the stories: the day and the topic, then counts and period, then dues that were passed over.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Opening { get; init; } = [];

    /// <summary>The lines after the stories: what is only counted, and when the next one comes.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Closing { get; init; } = [];

    [JsonIgnore]
    internal DigestSpan Span { get; init; } = new(0, 0);
}

/// <summary>One story of a digest.</summary>
public sealed record DigestStory
{
    /// <summary>The title of the document whose sentence comes first.</summary>
    public required string Headline { get; init; }

    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>The new documents that tell it, copies among them.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Publishers who tell it in words of their own.</summary>
    public int Publishers { get; init; }

    /// <summary>The digest that told the story before; null where it is new.</summary>
    public string? UpdateOf { get; init; }

    [JsonIgnore]
    internal string StoryId { get; init; } = "";
}

/// <summary>A new document a digest does not tell.</summary>
public sealed record LeftOut(string DocumentId, string Reason);

/// <summary>The library's own clock: revisions after the first and through the second are new.</summary>
internal sealed record DigestSpan(long FromRevision, long ThroughRevision);
