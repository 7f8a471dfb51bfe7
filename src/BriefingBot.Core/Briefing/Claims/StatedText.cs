using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A word with its place; <paramref name="Value"/> is folded and stemmed as the index does, small words as they are.</summary>
internal readonly record struct StatedWord(string Word, string Value, int Start, int End);

/// <summary>A text taken apart once for the rules: words, terms, and the numbers and dates it states in normal form.</summary>
internal sealed class StatedText
{
    private HashSet<string>? _squeezed;

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
        Said = Terms.Where(t => !Numbers.Any(n => n.Range.Start < t.Range.End && t.Range.Start < n.Range.End)).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
    }

    public string Text { get; }
    public IReadOnlyList<Term> Terms { get; }
    public IReadOnlyList<StatedWord> Words { get; }

    /// <summary>Distinct index terms.</summary>
    public HashSet<string> Content { get; }
    /// <summary>Those of <see cref="Content"/> that stand outside a number.</summary>
    public HashSet<string> Said { get; }
    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>What stands between blanks, letters and digits only: "T(H)2" is "th2".</summary>
    public HashSet<string> Squeezed => _squeezed ??= Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Squeeze).ToHashSet(StringComparer.Ordinal);

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

    /// <summary>The letters and digits of a word, in lower case.</summary>
    public static string Squeeze(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The "19" of "2018–19".</summary>
    private static bool EndsYears(string text, TextRange number) =>
        number is { Length: 2, Start: >= 5 and var at } && text[at - 1] is '-' or '–' && text.AsSpan(at - 5, 4).IndexOfAnyExceptInRange('0', '9') < 0;
}
