using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A word with its place; <paramref name="Value"/> is folded and stemmed as the index does, small words as they are.</summary>
internal readonly record struct StatedWord(string Word, string Value, int Start, int End);

/// <summary>A text taken apart once for the rules: words, terms, and the numbers and dates it states in normal form.</summary>
internal sealed class StatedText
{
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
        Numbers = [.. NumberMentions.Find(text).Where(n => !Dates.Any(d => n.Range.Start < d.Range.End && d.Range.Start < n.Range.End) && !EndsYears(text, n.Range.Start))];
    }

    public string Text { get; }
    public IReadOnlyList<Term> Terms { get; }
    public IReadOnlyList<StatedWord> Words { get; }

    /// <summary>Distinct index terms.</summary>
    public HashSet<string> Content { get; }
    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>Numbers that are no part of a date.</summary>
    public IReadOnlyList<NumberMention> Numbers { get; }

    /// <summary>The "19" of "2018–19".</summary>
    private static bool EndsYears(string text, int at) =>
        at >= 5 && text[at - 1] is '-' or '–' && text.AsSpan(at - 5, 4).IndexOfAnyExceptInRange('0', '9') < 0;
}
