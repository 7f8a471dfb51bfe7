using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>A number of a sentence and the things it counts.</summary>
/// <param name="Written">The number with what it counts, cut from the sentence.</param>
internal sealed record CountedThing(decimal Value, NumberUnit Unit, string? Currency, IReadOnlyList<string> Things, string Written, int Start);

/// <summary>What a sentence states, as far as rules can compare it with another's: names, counts, days, denials.</summary>
internal sealed class SentenceFacts
{
    private static readonly HashSet<string> Having = new(StringComparer.Ordinal) { "has", "have", "had", "is", "are", "was", "were", "remain", "remains", "remained", "there" };
    private static readonly HashSet<string> Idioms = new(StringComparer.Ordinal) { "longer", "one", "more", "less", "doubt", "matter", "other", "fewer", "later", "sooner", "such", "way" };

    private SentenceFacts(SentenceCandidate sentence)
    {
        Sentence = sentence;
        Words = [.. Speech.Words(sentence.Text)];
        Offset = sentence.Range.Start - sentence.Passage.Range.Start;
        Content = sentence.Terms.Where(t => t.Kind is TermKind.Word or TermKind.Bigram).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        Dates = DateMentions.Find(sentence.Text);
        Names = sentence.Terms.Where(t => t.Kind == TermKind.Name && !InDate(t.Range.Start - Offset)).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        Counts = [.. NumberMentions.Find(sentence.Text).Where(n => !Dates.Any(d => d.Range.Overlaps(n.Range))).Select(Counted).OfType<CountedThing>()];
        None = FindNone();
        Denial = Speech.Denial(sentence.Text) is { } denial ? sentence.Text[denial.Start..denial.End] : null;
    }

    public SentenceCandidate Sentence { get; }
    public HashSet<string> Names { get; }
    public HashSet<string> Content { get; }
    public IReadOnlyList<DateMention> Dates { get; }
    public IReadOnlyList<CountedThing> Counts { get; }

    /// <summary>"no physical presence": what the sentence says there is none of, and its index terms; null where it says no such thing.</summary>
    public (string Written, IReadOnlyList<string> Things)? None { get; }

    /// <summary>The word of an outright denial, as written.</summary>
    public string? Denial { get; }

    private List<(string Word, int Start, int End)> Words { get; }
    private int Offset { get; }

    public static SentenceFacts Of(SentenceCandidate sentence) => new(sentence);

    /// <summary>A count the sentence says there is: "has up to 5,000 militants".</summary>
    public CountedThing? Existing() => Counts.FirstOrDefault(c => c is { Value: >= 1, Unit: NumberUnit.None } && c.Things.Count > 0 && HadBefore(c.Start, 5));

    private bool InDate(int at) => Dates.Any(d => d.Range.Start <= at && at < d.Range.End);

    private bool HadBefore(int start, int reach)
    {
        var before = Words.FindLastIndex(w => w.End <= start);
        for (var i = before; i >= 0 && i > before - reach; i--)
        {
            if (Having.Contains(Words[i].Word))
                return true;
        }

        return false;
    }

    private (string, IReadOnlyList<string>)? FindNone()
    {
        for (var i = 0; i + 1 < Words.Count; i++)
        {
            if (Words[i].Word is not "no" || Idioms.Contains(Words[i + 1].Word) || i == 0 || !Having.Contains(Words[i - 1].Word))
                continue;
            var (things, end) = Following(Words[i].End, 2);
            if (things.Count > 0)
                return (Sentence.Text[Words[i].Start..end], things);
        }

        return null;
    }

    private CountedThing? Counted(NumberMention number)
    {
        if (number.Unit == NumberUnit.Ordinal)
            return null;
        var (things, end) = Following(number.Range.End, 2);
        if (number.Unit == NumberUnit.None && things.Count == 0)
            return null;
        return new CountedThing(number.Value, number.Unit, number.Currency, things, Sentence.Text[number.Range.Start..Math.Max(end, number.Range.End)], number.Range.Start);
    }

    /// <summary>The next content words with nothing but spaces between, and where the last of them ends.</summary>
    private (IReadOnlyList<string> Things, int End) Following(int from, int most)
    {
        var things = new List<string>();
        var end = from;
        foreach (var term in Sentence.Terms)
        {
            var start = term.Range.Start - Offset;
            if (start < end || things.Count == most)
                continue;
            if (start > Sentence.Text.Length || !Sentence.Text.AsSpan(end, start - end).IsWhiteSpace() || term.Kind is TermKind.Number)
                break;
            things.Add(term.Value);
            end = term.Range.End - Offset;
        }

        return (things, Math.Min(end, Sentence.Text.Length));
    }
}
