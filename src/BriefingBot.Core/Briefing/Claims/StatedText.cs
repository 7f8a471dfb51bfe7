using System.Text;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A word with its place; <paramref name="Value"/> is folded and stemmed as the index does, small words as they are.</summary>
internal readonly record struct StatedWord(string Word, string Value, int Start, int End);

/// <summary>One word as coverage counts it.</summary>
/// <param name="Terms">Its index terms, its parts among them.</param>
/// <param name="Squeezed">Its letters and digits, where it may be written in more than one way; else null.</param>
/// <param name="Start">Where it first stands.</param>
internal sealed record StatedUnit(IReadOnlyList<string> Terms, string? Squeezed, int Start);

/// <summary>A text taken apart once for the rules: words, terms, and the numbers and dates it states in normal form.</summary>
internal sealed class StatedText
{
    private static readonly string[] Greek =
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".Split(' ');

    private HashSet<string>? _squeezed;
    private IReadOnlyList<StatedUnit>? _units;

    public StatedText(string text, string? language)
    {
        Text = text;
        Terms = Analyser.Analyse(text, language);
        var stems = new Dictionary<int, string>();
        foreach (var term in Terms)
            stems.TryAdd(term.Range.Start, term.Value);
        Words = [.. Speech.Words(text).Select(w => new StatedWord(w.Word, stems.GetValueOrDefault(w.Start, w.Word), w.Start, w.End))];
        Content = Terms.Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        Dates = DateMentions.Find(text);
        Numbers = [.. NumberMentions.Find(text).Where(n => !Dates.Any(d => n.Range.Start < d.Range.End && d.Range.Start < n.Range.End) && !EndsYears(text, n.Range))];
    }

    public string Text { get; }
    public IReadOnlyList<Term> Terms { get; }
    public IReadOnlyList<StatedWord> Words { get; }

    /// <summary>Distinct index terms.</summary>
    public HashSet<string> Content { get; }

    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>What stands between blanks, letters and digits only: "T(H)2" is "th2".</summary>
    public HashSet<string> Squeezed => _squeezed ??= Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Squeeze).ToHashSet(StringComparer.Ordinal);

    /// <summary>Distinct words that carry content and are no part of a number, each with its index terms: a word written with hyphens has its parts beside it.</summary>
    public IReadOnlyList<StatedUnit> Units => _units ??= FindUnits();

    /// <summary>Numbers that are no part of a date.</summary>
    public IReadOnlyList<NumberMention> Numbers { get; }

    /// <summary>The word a number is only a part of: "3-kinase"; null where it stands by itself.</summary>
    public StatedWord? WordAround(NumberMention number)
    {
        foreach (var word in Words)
        {
            if (word.Start <= number.Range.Start && number.Range.End <= word.End && word.End - word.Start > number.Range.Length)
                return word;
        }

        return null;
    }

    private List<StatedUnit> FindUnits()
    {
        var units = new Dictionary<string, StatedUnit>(StringComparer.Ordinal);
        foreach (var word in Words)
        {
            if (Numbers.Any(n => n.Range.Start < word.End && word.Start < n.Range.End && n.Range.Length >= word.End - word.Start))
                continue;
            List<string> terms = [.. Terms.Where(t => word.Start <= t.Range.Start && t.Range.End <= word.End).Select(t => t.Value).Distinct(StringComparer.Ordinal)];
            if (terms.Count > 0)
                units.TryAdd(string.Join(' ', terms), new StatedUnit(terms, IsCompound(word.Word) ? Squeeze(word.Word) : null, word.Start));
        }

        return [.. units.Values];
    }

    /// <summary>Written with hyphens, figures or Greek letters: such words are written in more than one way.</summary>
    public static bool IsCompound(string word) => word.Any(c => c is '-' or (>= '0' and <= '9') or (>= 'α' and <= 'ω'));

    /// <summary>The letters and digits of a word, in lower case; Greek letters by their names: "TNF-α" and "TNF-alpha" are one.</summary>
    public static string Squeeze(string word)
    {
        var letters = new StringBuilder(word.Length);
        foreach (var c in word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant))
            _ = c is >= 'α' and <= 'ω' ? letters.Append(Greek[c - 'α']) : letters.Append(c);
        return letters.ToString();
    }

    /// <summary>The "19" of "2018–19".</summary>
    private static bool EndsYears(string text, TextRange number) =>
        number is { Length: 2, Start: >= 5 and var at } && text[at - 1] is '-' or '–' && text.AsSpan(at - 5, 4).IndexOfAnyExceptInRange('0', '9') < 0;
}
