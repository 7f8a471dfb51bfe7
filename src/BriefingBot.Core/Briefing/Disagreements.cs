using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>
/// Finds accounts that differ: two carriers, one named subject, and another number, another date or an outright denial. The rules are strict on
/// purpose; calling two true sentences a contradiction is worse than missing one.
/// </summary>
internal static class Disagreements
{
    private const double SameEvent = .6;
    private const double SameContext = .25;

    /// <summary>"present" and "presence" begin alike.</summary>
    private const int SameBeginning = 5;

    /// <summary>The first pair of quotes that differ, null where they agree.</summary>
    public static Disagreement? Among(IReadOnlyList<SentenceCandidate> quotes)
    {
        var facts = quotes.Select(SentenceFacts.Of).ToList();
        for (var i = 0; i < facts.Count; i++)
        {
            for (var j = i + 1; j < facts.Count; j++)
            {
                if (Compare(facts[i], facts[j]) is { } found)
                    return found;
            }
        }

        return null;
    }

    /// <summary>
    /// The best pair over all candidates that sets "there are N" against "there is no" where the question asks for just that. One publisher may carry
    /// both: the voices differ, since one says there is none.
    /// </summary>
    public static Disagreement? Between(IReadOnlyList<SentenceCandidate> ranked, RetrievalResult retrieved)
    {
        var names = Denials.Names(retrieved);
        var asked = retrieved.Question.Terms.Where(t => t.Kind == TermKind.Word).Select(t => t.Word).ToList();
        var facts = ranked.Where(s => s.Values.Overlaps(names) && !Quotable.Asks(s.Text)).Select(SentenceFacts.Of).ToList();
        Disagreement? best = null;
        var any = AsksForDifference(retrieved.Question.Text);
        foreach (var denial in facts.Where(f => f.None is { } none && (any || asked.Exists(w => none.Written.Contains(Beginning(w), StringComparison.OrdinalIgnoreCase)))))
        {
            foreach (var other in facts.Where(f => f.None is null && !f.Sentence.SharesDocument(denial.Sentence)))
            {
                if (other.Existing() is not { } count || !denial.Names.Any(n => names.Contains(n) && other.Names.Contains(n)))
                    continue;
                var found = new Disagreement(other.Sentence, count.Written, denial.Sentence, denial.None!.Value.Written, DisagreementKind.Denial);
                if (best is null || found.First.Score + found.Second.Score > best.First.Score + best.Second.Score)
                    best = found;
            }
        }

        return best;
    }

    private static bool AsksForDifference(string question) =>
        question.Contains("differ", StringComparison.OrdinalIgnoreCase) || question.Contains("disagree", StringComparison.OrdinalIgnoreCase)
        || question.Contains("contradict", StringComparison.OrdinalIgnoreCase);

    private static string Beginning(string word) => word.Length < SameBeginning ? word + ' ' : word[..SameBeginning];

    private static Disagreement? Compare(SentenceFacts a, SentenceFacts b)
    {
        if (a.Sentence.SharesDocument(b.Sentence))
            return null;
        if (DenialAgainst(a, b) is { } denied)
            return denied with { First = denied.Second, FirstWords = denied.SecondWords, Second = denied.First, SecondWords = denied.FirstWords };
        if (DenialAgainst(b, a) is { } denying)
            return denying;
        return OtherCarriers(a.Sentence, b.Sentence) && OneSubject(a, b) ? Numbers(a, b) ?? Days(a, b) : null;
    }

    /// <summary>Two known carriers that are not the same; where one is unknown nothing can be said.</summary>
    private static bool OtherCarriers(SentenceCandidate a, SentenceCandidate b)
    {
        var (x, y) = (a.Revision.Metadata, b.Revision.Metadata);
        return (x.Publisher ?? x.Agency, y.Publisher ?? y.Agency) is ({ } p, { } q) && !string.Equals(p, q, StringComparison.OrdinalIgnoreCase);
    }

    private static bool OneSubject(SentenceFacts a, SentenceFacts b) =>
        a.Names.Overlaps(b.Names) && (a.Names.IsSubsetOf(b.Names) || b.Names.IsSubsetOf(a.Names)) && Similarity.Overlap(a.Content, b.Content) >= SameContext;

    private static Disagreement? Numbers(SentenceFacts a, SentenceFacts b)
    {
        if (Years(a) is { Count: > 0 } x && Years(b) is { Count: > 0 } y && !x.Overlaps(y))
            return null;
        foreach (var one in a.Counts)
        {
            var same = b.Counts.Where(c => c.Unit == one.Unit && string.Equals(c.Currency, one.Currency, StringComparison.Ordinal) && c.Things.Intersect(one.Things, StringComparer.Ordinal).Any()).ToList();
            if (same.Count > 0 && same.TrueForAll(c => c.Value != one.Value))
                return new Disagreement(a.Sentence, one.Written, b.Sentence, same[0].Written, DisagreementKind.Number);
        }

        return null;
    }

    /// <summary>Another day or month of the same year; of two years both may be true.</summary>
    private static Disagreement? Days(SentenceFacts a, SentenceFacts b)
    {
        if (Similarity.Overlap(a.Content, b.Content) < SameEvent || a.Dates.Count != 1 || b.Dates.Count != 1)
            return null;
        var (x, y) = (a.Dates[0], b.Dates[0]);
        if (Differ(x.Year, y.Year))
            return null;
        var differ = Differ(x.Month, y.Month) || (x.Month is not null && Differ(x.Day, y.Day)) || Differ((int?)x.Weekday, (int?)y.Weekday);
        return differ ? new Disagreement(a.Sentence, x.Range.Of(a.Sentence.Text), b.Sentence, y.Range.Of(b.Sentence.Text), DisagreementKind.Date) : null;

        static bool Differ(int? one, int? other) => one is not null && other is not null && one != other;
    }

    /// <summary>"denied", "rejected … as incorrect": what is denied must be spoken of in both, by name and in kind.</summary>
    private static Disagreement? DenialAgainst(SentenceFacts denial, SentenceFacts other)
    {
        if (denial.Denial is null || other.Denial is not null || !OtherCarriers(denial.Sentence, other.Sentence) || !denial.Names.Overlaps(other.Names))
            return null;
        var shared = denial.Content.Count(other.Content.Contains);
        return shared >= 3 || (shared >= 2 && Similarity.Overlap(denial.Content, other.Content) >= SameContext)
            ? new Disagreement(other.Sentence, Clip(other.Sentence.Text), denial.Sentence, denial.Denial, DisagreementKind.Denial)
            : null;
    }

    private static HashSet<int> Years(SentenceFacts facts) => [.. facts.Dates.Where(d => d.Year is not null).Select(d => d.Year!.Value)];

    /// <summary>The first words of a sentence, enough to know it by.</summary>
    private static string Clip(string text)
    {
        const int most = 160;
        if (text.Length <= most)
            return text;
        // At the end of a clause where there is one: half a phrase reads as if it said something else.
        var clause = text.LastIndexOfAny([',', ';', ':', '–', '—'], most);
        var cut = clause > most / 3 ? clause : text.LastIndexOf(' ', most);
        cut = cut > most / 2 ? cut : most;
        return text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)];
    }
}
