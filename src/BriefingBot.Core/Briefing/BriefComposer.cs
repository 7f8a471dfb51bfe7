using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing;

/// <summary>The words of a brief.</summary>
/// <param name="Text">Plain text with [n] markers.</param>
internal sealed record ComposedBrief(
    AnswerStatus Status, string Text, IReadOnlyList<AnswerSentence> Sentences, IReadOnlyList<Citation> Citations,
    IReadOnlyList<Citation> Related, IReadOnlyList<WithheldClaim> Withheld);

/// <summary>Puts a draft into words: verified quotes in the program's framing, numbered from 1 in order of first use.</summary>
internal sealed class BriefComposer(CitationBuilder citations, QuoteVerifier verifier)
{
    internal const string DoubtfulHeading = "The library may not hold this; the closest passages:";

    public ComposedBrief Compose(Draft draft, string refusal)
    {
        var withheld = new List<WithheldClaim>();
        var shown = new List<(ChosenQuote Quote, Citation Citation)>();
        foreach (var quote in draft.Quotes)
        {
            var citation = citations.Build(quote, shown.Count + 1);
            if (verifier.Fault(citation) is { } fault)
                withheld.Add(new WithheldClaim(citation.Quote, fault));
            else
                shown.Add((quote, citation));
        }

        var related = Related(draft.Related, shown.Count);
        if (shown.Count == 0)
            return new ComposedBrief(AnswerStatus.Insufficient, refusal, [], [], related, withheld);
        var sentences = shown.ConvertAll(s => new AnswerSentence(Framing.Quote(s.Citation), SentenceKind.Quote, [s.Citation.N]));
        if (draft.Differ is { } differ && Difference(differ, shown) is { } difference)
            sentences.Add(difference);
        var body = string.Join('\n', sentences.Select(s => s.Text));
        var text = draft.Status == AnswerStatus.Doubtful ? DoubtfulHeading + "\n" + body : body;
        return new ComposedBrief(draft.Status, text, sentences, [.. shown.Select(s => s.Citation)], related, withheld);
    }

    private List<Citation> Related(IReadOnlyList<ChosenQuote> nearest, int cited)
    {
        var related = new List<Citation>();
        foreach (var quote in nearest)
        {
            var citation = citations.Build(quote, cited + related.Count + 1);
            if (verifier.Fault(citation) is null)
                related.Add(citation);
        }

        return related;
    }

    private static AnswerSentence? Difference(Disagreement differ, List<(ChosenQuote Quote, Citation Citation)> shown)
    {
        var first = Cited(differ.First);
        var second = Cited(differ.Second);
        if (first is null || second is null)
            return null;
        var on = differ.Kind switch
        {
            DisagreementKind.Number => " on the number",
            DisagreementKind.Date => " on the date",
            _ => "",
        };
        var text = $"Accounts differ{on}: {Voice(first, differ.FirstWords)}; {Voice(second, differ.SecondWords)}.";
        return new AnswerSentence(text, SentenceKind.Disagreement, [first.N, second.N]);

        Citation? Cited(SentenceCandidate sentence) => shown
            .Where(s => s.Quote.Sentence.Revision.Id == sentence.Revision.Id && s.Citation.Start <= sentence.Range.Start && sentence.Range.End <= s.Citation.End)
            .Select(s => s.Citation)
            .FirstOrDefault();
    }

    private static string Voice(Citation citation, string words)
    {
        var source = Framing.Source(citation);
        return source.Length == 0 ? $"{Framing.Marked(words)} [{citation.N}]" : $"{source}, {Framing.Marked(words)} [{citation.N}]";
    }
}
