using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Makes an answer of the claims that hold.</summary>
internal static class ModelBrief
{
    /// <summary>Null where a cited range is no longer what is stored, so that the brief cannot stand.</summary>
    public static Answer? Compose(LibrarySession session, Answer brief, ModelRun run, Disagreement? differ)
    {
        var sentences = run.Claims.ConvertAll(c => c.Sentence);
        var pair = differ is null ? null : (Tuple<int, int>?)Tuple.Create(Number(run, differ.First), Number(run, differ.Second));
        var store = new DocumentStore(session);
        var builder = new CitationBuilder(store, new Copies(session));
        var verifier = new QuoteVerifier((id, number) => store.FindRevision(id, number)?.Text);
        var citations = run.Numbers.Sources.Select((s, i) => builder.Build(new ChosenQuote(new SentenceCandidate(s.Passage.Passage, s.Passage.Revision, s.Range, []), s.Range), i + 1)).ToList();
        if (citations.Exists(c => verifier.Fault(c) is not null))
            return null;
        if (pair is not null)
            sentences.Add(BriefComposer.Difference(differ!, citations[pair.Item1 - 1], citations[pair.Item2 - 1]));
        var body = string.Join('\n', sentences.Select(s => s.Text));
        return brief with
        {
            Text = brief.Status == AnswerStatus.Doubtful ? BriefComposer.DoubtfulHeading + "\n" + body : body,
            Sentences = sentences,
            Citations = citations,
            Related = [.. brief.Related.Select((r, i) => r with { N = citations.Count + i + 1 })],
            NewestSource = citations.Concat(brief.Related).Max(c => c.PublishedOn),
        };
    }

    /// <summary>The number of a claim's source that holds the sentence, else a new one for the sentence itself.</summary>
    private static int Number(ModelRun run, SentenceCandidate sentence)
    {
        for (var i = 0; i < run.Numbers.Sources.Count; i++)
        {
            var (passage, range) = run.Numbers.Sources[i];
            if (passage.Revision.Id == sentence.Revision.Id && range.Start <= sentence.Range.Start && sentence.Range.End <= range.End)
                return i + 1;
        }

        return run.Numbers.Of(new RankedPassage(sentence.Passage, sentence.Revision, 0), sentence.Range);
    }
}
