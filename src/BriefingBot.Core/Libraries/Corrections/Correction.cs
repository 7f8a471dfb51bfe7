namespace BriefingBot.Core.Libraries.Corrections;

/// <summary>How a document came to say something else.</summary>
public enum CorrectionKind
{
    /// <summary>Without a word about it.</summary>
    Changed,

    /// <summary>With a notice that it was corrected.</summary>
    Corrected,

    /// <summary>With a notice that it is withdrawn.</summary>
    Retracted,
}

/// <summary>A document that says something else than before: new bytes gave another text. Cleaning old bytes again is none.</summary>
/// <param name="Id">In its library, rising.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Title">Its title now.</param>
/// <param name="Publisher">Null where unknown.</param>
/// <param name="Previous">Number of the revision before.</param>
/// <param name="RevisionId">The revision that says something else.</param>
/// <param name="Revision">Its number.</param>
/// <param name="Kind">How.</param>
/// <param name="Notice">What the text says about it; null where it says nothing.</param>
/// <param name="NoticedUtc">When the new text arrived.</param>
/// <param name="Answers">Past answers that quote what it touches.</param>
public sealed record Correction(
    long Id, string DocumentId, string Title, string? Publisher, int Previous, long RevisionId, int Revision, CorrectionKind Kind, DocumentNotice? Notice, DateTimeOffset NoticedUtc, int Answers);

/// <summary>A correction as it touches one number of a past answer.</summary>
/// <param name="N">The number.</param>
/// <param name="DocumentId">What it stands for.</param>
/// <param name="Kind">How the document changed.</param>
/// <param name="Gone">Whether the quote stood no more in the changed text.</param>
/// <param name="NoticedUtc">When it was noticed.</param>
/// <param name="Text">All of it as a sentence for a person.</param>
public sealed record AnswerCorrection(int N, string DocumentId, CorrectionKind Kind, bool Gone, DateTimeOffset NoticedUtc, string Text);

/// <summary>What the current text of a document says where an older one was quoted.</summary>
/// <param name="Revision">Number of the current revision.</param>
/// <param name="Start">UTF-16 code units into its text; null where nothing stands there any more.</param>
/// <param name="End">As <paramref name="Start"/>.</param>
/// <param name="Quote">The text from there to there; the old quote itself where it stands unchanged; null where nothing stands there.</param>
/// <param name="FetchedUtc">When that text arrived.</param>
public sealed record PlaceNow(int Revision, int? Start, int? End, string? Quote, DateTimeOffset FetchedUtc);
