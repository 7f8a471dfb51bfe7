using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Holds a claim somebody brings against a library: supported, disputed with the other account, or not found.</summary>
public sealed class ClaimChecker(Retriever retriever)
{
    private const int Passages = 12;
    private const int Shown = 3;

    /// <summary>A sentence that holds this much of the claim, and all its names, speaks of the same thing.</summary>
    private const double SameMatter = .6;

    private static readonly string[] Differing = ["replacement", "number", "date", "negation", "direction", "speaker"];

    /// <summary>Reads the library; any claim gets a verdict.</summary>
    public ClaimCheck Check(LibraryFile library, string claim, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(claim);
        return library.Read(session => Check(session, claim, asOf));
    }

    private ClaimCheck Check(LibrarySession session, string text, DateOnly? asOf)
    {
        var found = retriever.Retrieve(session, new RetrievalQuestion(text, AsOf: asOf), Passages).Passages;
        var read = found.Select(passage => (Passage: passage, Evidence: EvidenceReader.Of(passage))).ToList();
        var claim = Claim.Of(text, read.ConvertAll(r => r.Evidence));
        var judged = read
            .Select(r => (r.Passage, Verdict: ClaimVerifier.Verify(claim, [r.Evidence])))
            .Where(j => j.Verdict.Window is not null)
            .ToList();
        var support = judged.FindAll(j => j.Verdict.Supported);
        var against = judged.FindAll(j => !j.Verdict.Supported && SpeaksOfIt(claim, j.Verdict));
        if (support.Count == 0 && against.Count == 0)
            return new ClaimCheck(CheckVerdict.NotFound, Cite(session, judged.OrderByDescending(j => j.Verdict.Coverage).Take(Shown)), null);

        // Another number in another sentence disputes nothing where the claim stands as it is; a "not" does.
        if (support.Count > 0)
            against.RemoveAll(j => j.Verdict.Rule is not ("replacement" or "negation") || support.Exists(s => s.Passage.Revision.Id == j.Passage.Revision.Id));
        var cited = Cite(session, support.Take(Shown).Concat(against.OrderByDescending(j => j.Verdict.Coverage).Take(Shown)));
        var supporting = Cite(session, support.Take(Shown)).Count;
        return against.Count == 0
            ? new ClaimCheck(CheckVerdict.Supported, cited, null) { Supporting = supporting }
            : new ClaimCheck(CheckVerdict.Disputed, cited, against.MaxBy(j => j.Verdict.Coverage).Verdict.Reason) { Supporting = supporting };
    }

    private static bool SpeaksOfIt(Claim claim, ClaimVerdict verdict) =>
        Differing.Contains(verdict.Rule, StringComparer.Ordinal) && verdict.Window!.Coverage(claim.Stated) >= SameMatter
        && claim.NameWords.All(w => NameWords.Stands(w, verdict.Window.Evidence) || verdict.Rule is "replacement");

    private static List<Citation> Cite(LibrarySession session, IEnumerable<(RankedPassage Passage, ClaimVerdict Verdict)> judged)
    {
        var citations = new List<Citation>();
        var builder = new CitationBuilder(new DocumentStore(session), new Copies(session));
        foreach (var (passage, verdict) in judged)
        {
            var range = EvidenceReader.Cited(passage.Passage.Range, verdict);
            if (citations.Exists(c => c.DocumentId == passage.Revision.DocumentId && c.Start < range.End && range.Start < c.End))
                continue;
            var sentence = new SentenceCandidate(passage.Passage, passage.Revision, range, []);
            citations.Add(builder.Build(new ChosenQuote(sentence, range), citations.Count + 1));
        }

        return citations;
    }
}
