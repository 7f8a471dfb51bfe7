using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Evidence of stored passages, and ranges of it in the revision's text.</summary>
internal static class EvidenceReader
{
    public static Evidence Of(RankedPassage passage) => Of(passage, passage.Passage.Range);

    /// <param name="passage">Where it stands.</param>
    /// <param name="range">The part of the revision to read.</param>
    public static Evidence Of(RankedPassage passage, TextRange range)
    {
        var metadata = passage.Revision.Metadata;
        var heading = string.Join(". ", new[] { metadata.Title, metadata.Publisher, metadata.Agency, metadata.Byline }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new Evidence(range.Of(passage.Revision.Text), new ClaimContext(heading, metadata.PublishedOn, metadata.Language));
    }

    /// <summary>The range of the revision a verdict rests on; the passage begins at <paramref name="passage"/>.</summary>
    public static TextRange Cited(TextRange passage, ClaimVerdict verdict) =>
        new(passage.Start + verdict.Window!.Range.Start, passage.Start + verdict.Window.Range.End);

    /// <summary>As <see cref="Cited(TextRange, ClaimVerdict)"/>, widened to the sentences that hold the claim's quotations and values.</summary>
    public static TextRange Cited(TextRange passage, ClaimVerdict verdict, Claim claim) => Cited(passage, verdict.Window!, claim);

    /// <summary>As <see cref="Cited(TextRange, ClaimVerdict, Claim)"/>, of a further passage: the sentences that come closest.</summary>
    public static TextRange Cited(TextRange passage, EvidenceWindow window, Claim claim)
    {
        var (start, end) = (window.Range.Start, window.Range.End);
        foreach (var quoted in claim.Quoted.Where(q => !window.Text.Contains(q, StringComparison.Ordinal)))
        {
            var at = window.Evidence.Whole.Text.IndexOf(quoted, StringComparison.Ordinal);
            if (at >= 0)
                Widen(at, at + quoted.Length);
            else if (QuoteOmissions.Find(quoted, window.Evidence) is { } sentence)
                Widen(sentence.Range.Start, sentence.Range.End);
        }

        foreach (var number in claim.Stated.Numbers.Where(n => !window.Numbers.Any(w => Values.Same(n, w))))
        {
            if (Elsewhere.Find(number, claim.Stated, window.Evidence) is { } sentence)
                Widen(sentence.Range.Start, sentence.Range.End);
        }

        foreach (var date in claim.Stated.Dates.Where(d => !window.Dates.Any(w => Values.Same(d, w))))
        {
            if (Elsewhere.Find(date, claim.Stated, window.Evidence) is { } sentence)
                Widen(sentence.Range.Start, sentence.Range.End);
        }

        return new TextRange(passage.Start + start, passage.Start + end);

        void Widen(int from, int to)
        {
            foreach (var sentence in window.Evidence.Sentences.Where(s => s.Range.Start < to && from < s.Range.End))
                (start, end) = (Math.Min(start, sentence.Range.Start), Math.Max(end, sentence.Range.End));
        }
    }
}
