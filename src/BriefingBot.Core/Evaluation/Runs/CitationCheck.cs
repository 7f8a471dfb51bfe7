using System.Text.RegularExpressions;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>How many citations of an answer hold, out of how many.</summary>
internal readonly record struct CitationTally(int Held, int Total);

/// <summary>
/// Checks an answer against the stored texts, trusting nothing the answer says about itself: a citation holds when the revision it names
/// has exactly the quote in the range it names, and a quoted sentence shows a quote it cites. A number that opens nothing,
/// and a sentence that carries no number, count as citations that do not hold.
/// </summary>
internal static partial class CitationCheck
{
    public static CitationTally Check(LibrarySession session, Answer answer)
    {
        var documents = new DocumentStore(session);
        var cited = answer.Citations.Concat(answer.Related).ToList();
        var held = cited.Count(citation => IsVerbatim(citation, documents));
        var faults = answer.Sentences.Count(sentence => !IsShown(sentence, answer.Citations));
        return new CitationTally(held, cited.Count + faults);
    }

    private static bool IsVerbatim(Citation citation, DocumentStore documents)
    {
        if (documents.FindRevision(citation.DocumentId, citation.Revision) is not { } revision)
            return false;
        var text = revision.Text;
        var (start, end) = (citation.Start, citation.End);
        return start >= 0 && start < end && end <= text.Length
            && !SplitsPair(text, start) && !SplitsPair(text, end)
            && text.AsSpan(start, end - start).SequenceEqual(citation.Quote);
    }

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static bool IsShown(AnswerSentence sentence, IReadOnlyList<Citation> citations)
    {
        var opened = sentence.Citations.Select(n => citations.FirstOrDefault(citation => citation.N == n)).ToList();
        if (opened.Count == 0 || opened.Contains(null))
            return false;
        return sentence.Kind != SentenceKind.Quote || opened.Exists(citation => Shows(sentence.Text, citation!.Quote));
    }

    /// <summary>Line breaks of the stored text may be shown as spaces.</summary>
    private static bool Shows(string sentence, string quote) => OneLine(sentence).Contains(OneLine(quote), StringComparison.Ordinal);

    private static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex WhiteSpace();
}
