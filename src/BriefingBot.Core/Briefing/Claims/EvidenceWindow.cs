using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>One to three neighbouring sentences of a passage.</summary>
internal sealed class EvidenceWindow
{
    /// <summary>Stems that begin alike this far are forms of one word more often than not ("predispos", "predisposit").</summary>
    private const int Kin = 5;
    private const double KinCredit = .8;

    /// <summary>A number says more than a word.</summary>
    private const double NumberWeight = 2;

    private readonly HashSet<string> _content = new(StringComparer.Ordinal);

    public EvidenceWindow(Evidence evidence, int first, int last)
    {
        Evidence = evidence;
        Sentences = [.. evidence.Sentences.Skip(first).Take(last - first + 1)];
        Range = new TextRange(Sentences[0].Range.Start, Sentences[^1].Range.End);
        foreach (var sentence in Sentences)
            _content.UnionWith(sentence.Stated.Content);
        Numbers = [.. Sentences.SelectMany(s => s.Stated.Numbers)];
        Dates = [.. Sentences.SelectMany(s => s.Stated.Dates)];
    }

    public Evidence Evidence { get; }
    public IReadOnlyList<EvidenceSentence> Sentences { get; }

    /// <summary>Counted from the passage's beginning.</summary>
    public TextRange Range { get; }
    public string Text => Range.Of(Evidence.Whole.Text);
    public IReadOnlyList<NumberMention> Numbers { get; }
    public IReadOnlyList<DateMention> Dates { get; }

    public bool Holds(string term) => _content.Contains(term);

    private static bool Akin(string a, string b) => a.AsSpan().CommonPrefixLength(b) is var same && same >= Kin && same >= Math.Min(a.Length, b.Length) - 2;

    /// <summary>Share of the claim's terms that stand in the window, 0 to 1; terms of the document's heading count where the claim uses them.</summary>
    public double Coverage(StatedText claim) => Overlap(claim) is { All: > 0 } overlap ? overlap.Held / overlap.All : 0;

    /// <summary>What of the claim stands in the window, and how much there is of it; a word counts one.</summary>
    public (double Held, double All) Overlap(StatedText claim)
    {
        double all = 0, held = 0;
        // A number is one thing, however many words it takes, and "one" is no part of "twenty-one".
        foreach (var number in claim.Numbers.Where(n => n.Value != 1))
        {
            all += NumberWeight;
            if (Numbers.Any(n => Values.Same(number, n)) || Evidence.Heading.Numbers.Any(n => Values.Same(number, n)))
                held += NumberWeight;
        }

        foreach (var unit in claim.Units)
        {
            all++;
            held += Held(unit);
        }

        return (held, all);
    }

    /// <summary>How much of a word stands in the window, 0 to 1.</summary>
    public double Held(StatedUnit unit)
    {
        if (unit.Squeezed is not null && (unit.Terms.All(t => _content.Contains(t)) || Sentences.Any(s => s.Stated.Squeezed.Contains(unit.Squeezed))))
            return 1;
        double held = 0;
        foreach (var term in unit.Terms)
            held += _content.Contains(term) || Evidence.Heading.Content.Contains(term) ? 1 : term.Length >= Kin && _content.Any(other => Akin(term, other)) ? KinCredit : 0;
        return held < unit.Terms.Count && Sentences.Any(s => s.Stated.Joined.Contains(unit.Word) || unit.Pairs.Any(s.Stated.Squeezed.Contains)) ? 1 : held / unit.Terms.Count;
    }
}
