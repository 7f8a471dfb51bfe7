using BriefingBot.Core.Text;

namespace BriefingBot.Core.Libraries;

/// <summary>Where a published day was found, in falling order of trust.</summary>
public enum DateSource { JsonLd, Metadata, TimeElement, Feed, Text, TextInferred, Url }

/// <summary>Sources of a day in words.</summary>
public static class DateSourceWords
{
    /// <summary>How a published day was found, to stand behind it: "from JSON-LD".</summary>
    public static string InWords(this DateSource source) => source switch
    {
        DateSource.JsonLd => "from JSON-LD",
        DateSource.Metadata => "from the page's metadata",
        DateSource.TimeElement => "from the page's time element",
        DateSource.Feed => "from the feed",
        DateSource.Text => "from the text",
        DateSource.TextInferred => "inferred from the text",
        DateSource.Url => "from the address",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };
}

/// <summary>Fields of a <see cref="DocumentMetadata"/>.</summary>
[Flags]
public enum GivenFields { None = 0, Title = 1, Publisher = 2, Agency = 4, Byline = 8, PublishedOn = 16, Language = 32 }

/// <summary>What is known about a text besides the text. Null means unknown: nothing is invented.</summary>
public sealed record DocumentMetadata
{
    public string Title { get; init; } = "";
    public string? Publisher { get; init; }

    /// <summary>A wire agency or the medium a report is credited to (AFP, CNN), other than the publisher.</summary>
    public string? Agency { get; init; }
    public string? Byline { get; init; }
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The instant, only where the source gives one with its offset.</summary>
    public DateTimeOffset? PublishedUtc { get; init; }

    /// <summary>Null exactly when <see cref="PublishedOn"/> is.</summary>
    public DateSource? PublishedFrom { get; init; }

    /// <summary>BCP 47 primary language tag ("en", "es", "zh").</summary>
    public string? Language { get; init; }

    /// <summary>Canonical address of the page, http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Which of these fields came from outside the bytes (a feed, a labelled set, a person): reading the bytes again does not take them back.</summary>
    public GivenFields Given { get; init; }

    /// <summary>Where the pages of a paged document begin in its text; null where it has no pages.</summary>
    public PageStarts? Pages { get; init; }
}

/// <summary>Why a revision exists: new bytes arrived, or old bytes were read again by a newer cleaner.</summary>
public enum RevisionCause { Received, Recleaned }

/// <summary>A piece the cleaner took out, with the rule that took it.</summary>
public sealed record RemovedPart(string Rule, string Text);

/// <summary>One text of a document; never edited.</summary>
public sealed record Revision
{
    private IReadOnlyList<RemovedPart>? _removed;

    public long Id { get; init; }
    public required string DocumentId { get; init; }

    /// <summary>1 for the first text of the document.</summary>
    public int Number { get; init; }

    /// <summary>NFC, LF line ends, paragraphs separated by a blank line.</summary>
    public required string Text { get; init; }
    public required DocumentMetadata Metadata { get; init; }
    public DateTimeOffset FetchedUtc { get; init; }
    public RevisionCause Cause { get; init; }
    public int CleanerVersion { get; init; }

    /// <summary>SHA-256 of the bytes as received, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What the cleaner took out; unpacked when it is asked for, which answering a question never does.</summary>
    public IReadOnlyList<RemovedPart> Removed
    {
        get => _removed ??= Packed.UnpackParts(PackedRemoved);
        init => _removed = value;
    }

    internal byte[]? PackedRemoved { get; init; }
}

/// <summary>One article or report and its newest text.</summary>
/// <param name="Id">Stable across revisions.</param>
/// <param name="Origin">Where it came from: a path, a link, "-" plus a hash for standard input. Unique in a library.</param>
/// <param name="Current">The newest revision.</param>
/// <param name="AddedUtc">When the first revision was stored.</param>
/// <param name="RemovedUtc">When it was removed; null while it is in the library.</param>
public sealed record Document(string Id, string Origin, Revision Current, DateTimeOffset AddedUtc, DateTimeOffset? RemovedUtc);

/// <summary>Whole sentences of a revision, given by a range; the text is always cut from the revision.</summary>
public sealed record Passage(long Id, long RevisionId, string DocumentId, int Ordinal, TextRange Range);
