using System.Text.Json.Serialization;
using BriefingBot.Core.Libraries.Corrections;

namespace BriefingBot.Core.Libraries;

public enum AnswerStatus { Answered, Doubtful, Insufficient }

public enum SentenceKind { Quote, Summary, Disagreement }

/// <summary>Whether the cited text is still what the library holds.</summary>
public enum CitationStatus { Current, Superseded, Removed }

/// <summary>One sentence of an answer and the numbers of the citations it rests on.</summary>
public sealed record AnswerSentence(string Text, SentenceKind Kind, IReadOnlyList<int> Citations);

/// <summary>A claim that was not posted, and why.</summary>
public sealed record WithheldClaim(string Text, string Reason);

/// <summary>Milliseconds spent per stage.</summary>
public sealed record AnswerTimings(double RetrieveMs, double WriteMs, double VerifyMs, double TotalMs);

/// <summary>What one number of an answer opens: a range of a stored revision, and what is known about it.</summary>
public sealed record Citation
{
    public int N { get; init; }
    public required string DocumentId { get; init; }

    /// <summary>Number of the revision within its document, from 1.</summary>
    public int Revision { get; init; }
    public long PassageId { get; init; }
    public required string Title { get; init; }
    public string? Publisher { get; init; }
    public string? Agency { get; init; }
    public string? Byline { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public DateSource? PublishedFrom { get; init; }
    public string? Url { get; init; }
    public required string Origin { get; init; }
    public DateTimeOffset FetchedUtc { get; init; }

    /// <summary>Page of a paginated source; null where there are no pages.</summary>
    public int? Page { get; init; }

    /// <summary>UTF-16 code units into the revision's text.</summary>
    public int Start { get; init; }
    public int End { get; init; }

    /// <summary>Exactly the revision's text from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>The sentence before the quote, empty at the start of the text.</summary>
    public string Before { get; init; } = "";

    /// <summary>The sentence after the quote, empty at the end of the text.</summary>
    public string After { get; init; } = "";
    public IReadOnlyList<string> AlsoCarriedBy { get; init; } = [];
    public CitationStatus Status { get; init; }

    /// <summary>What the document says of its own correction or withdrawal, as of now; null where it says nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DocumentNotice? Notice { get; init; }

    /// <summary>What stands there now, where the status is superseded; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceNow? Now { get; init; }
}

/// <summary>A stored answer: everything needed to show it again as it was.</summary>
public sealed record Answer
{
    /// <summary>Ten Crockford base-32 characters.</summary>
    public required string AnswerId { get; init; }
    public required string Library { get; init; }
    public long LibraryRevision { get; init; }
    public required string Question { get; init; }
    public string? RewrittenQuestion { get; init; }
    public DateTimeOffset AskedUtc { get; init; }
    public AnswerStatus Status { get; init; }

    /// <summary>The refusal score R; higher is surer.</summary>
    public double Score { get; init; }

    /// <summary>"extractive", or the name of the model.</summary>
    public required string Writer { get; init; }
    public string? PromptHash { get; init; }
    public DateOnly? AsOf { get; init; }
    public DateOnly? NewestSource { get; init; }

    /// <summary>The answer as plain text with [n] markers.</summary>
    public required string Text { get; init; }
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];
    public IReadOnlyList<Citation> Citations { get; init; } = [];
    public IReadOnlyList<Citation> Related { get; init; } = [];
    public IReadOnlyList<WithheldClaim> Withheld { get; init; } = [];
    public IReadOnlyList<string> Notes { get; init; } = [];
    public AnswerTimings Timings { get; init; } = new(0, 0, 0, 0);

    /// <summary>What became of its sources since it was given: each number whose document was corrected, withdrawn or changed under its quote.</summary>
    [JsonIgnore]
    public IReadOnlyList<AnswerCorrection> Corrections { get; init; } = [];

    /// <summary>What a reader must know about the sources before relying on the answer, as sentences: corrected, withdrawn, changed since.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Cautions => CorrectionWords.Of(this);

    /// <summary><see cref="Corrections"/> as documents show them: left out where there are none.</summary>
    [JsonPropertyName("corrections"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AnswerCorrection>? ShownCorrections => Corrections.Count > 0 ? Corrections : null;

    /// <summary><see cref="Cautions"/> as documents show them: left out where there are none.</summary>
    [JsonPropertyName("cautions"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ShownCautions => Cautions is { Count: > 0 } cautions ? cautions : null;
}
