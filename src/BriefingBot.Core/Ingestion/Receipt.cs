using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion;

/// <summary>What became of a submitted document.</summary>
public enum ReceiptOutcome
{
    /// <summary>A document the library did not hold.</summary>
    Added,

    /// <summary>The same bytes from the same origin: nothing was written.</summary>
    Unchanged,

    /// <summary>New bytes from a known origin: a new revision.</summary>
    Updated,

    /// <summary>Old bytes read by a newer cleaner: a new revision, which is no correction.</summary>
    Recleaned,

    /// <summary>The same bytes from another origin: nothing was written.</summary>
    Duplicate,

    /// <summary>Nothing was written; <see cref="Receipt.Reason"/> says why.</summary>
    Failed,
}

/// <summary>What happened to one submitted document.</summary>
public sealed record Receipt
{
    /// <summary>Where it came from.</summary>
    public required string Origin { get; init; }

    /// <summary>What became of it.</summary>
    public ReceiptOutcome Outcome { get; init; }

    /// <summary>The document; of a duplicate the one that already held the bytes; null when it failed before there was one.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The title; null when it failed or none is known.</summary>
    public string? Title { get; init; }

    /// <summary>Null when unknown.</summary>
    public string? Publisher { get; init; }

    /// <summary>The agency or medium the report is credited to, other than the publisher; null when unknown.</summary>
    public string? Agency { get; init; }

    /// <summary>Null when unknown.</summary>
    public string? Byline { get; init; }

    /// <summary>Null when unknown.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>How the day was found; null exactly when the day is.</summary>
    public DateSource? PublishedFrom { get; init; }

    /// <summary>BCP 47 primary tag; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Number of passages of the revision.</summary>
    public int Passages { get; init; }

    /// <summary>UTF-16 code units of the clean text.</summary>
    public int Characters { get; init; }

    /// <summary>UTF-16 code units taken out as page furniture.</summary>
    public int RemovedCharacters { get; init; }

    /// <summary>The document this is a syndicated copy of; null when it is none or that is not known.</summary>
    public string? CopyOf { get; init; }

    /// <summary>A sentence for a person where the outcome needs one.</summary>
    public string? Reason { get; init; }
}
