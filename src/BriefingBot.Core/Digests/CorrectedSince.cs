using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Digests;

/// <summary>What documents of a library said of their own correction or withdrawal since the last digest, each as its own words with a number.</summary>
internal static class CorrectedSince
{
    /// <summary>Told in one digest, at most; what is withdrawn before what was corrected.</summary>
    private const int Most = 10;

    /// <param name="session">The snapshot.</param>
    /// <param name="span">Revisions after the first and through the second.</param>
    /// <param name="first">Number of the first citation.</param>
    public static (IReadOnlyList<AnswerSentence> Sentences, IReadOnlyList<Citation> Citations) Read(LibrarySession session, DigestSpan span, int first)
    {
        var documents = new DocumentStore(session);
        var builder = new CitationBuilder(documents, new Copies(session));
        var citations = new List<Citation>();
        var sentences = new List<AnswerSentence>();
        var told = new CorrectionStore(session).Between(span.FromRevision, span.ThroughRevision)
            .Where(c => c.Notice is { Start: not null, Quote.Length: > 0 })
            .GroupBy(c => c.DocumentId, StringComparer.Ordinal).Select(g => g.Last())
            .OrderByDescending(c => c.Kind).ThenBy(c => c.Id).Take(Most);
        foreach (var correction in told)
        {
            var revision = documents.Revision(correction.RevisionId);
            var range = new TextRange(correction.Notice!.Start!.Value, correction.Notice.End!.Value);
            if (new PassageStore(session).ForRevision(revision.Id).FirstOrDefault(p => p.Range.End > range.Start) is not { } passage) continue;
            var citation = builder.Build(new ChosenQuote(new SentenceCandidate(passage, revision, range, []), range), first + citations.Count);
            citations.Add(citation);
            sentences.Add(new AnswerSentence(Framing.Quote(citation), SentenceKind.Quote, [citation.N]));
        }

        return (sentences, citations);
    }
}
