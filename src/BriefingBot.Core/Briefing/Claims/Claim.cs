using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>One sentence somebody states, taken apart for the rules.</summary>
internal sealed class Claim
{
    private IReadOnlyList<AcronymPair>? _glosses;

    public Claim(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Stated = new StatedText(text, language);
        Names = FindNames();
        NameWords = [.. Names.SelectMany(name => name).DistinctBy(w => w.Value, StringComparer.Ordinal)];
        Quoted = QuotedStrings.Find(text);
    }

    /// <summary>A claim whose quotations are in the source's own letters, as far as they are quotations of it.</summary>
    public static Claim Of(string text, IEnumerable<Evidence> passages) => new(QuoteAlignment.Of(text, passages));

    public string Text => Stated.Text;
    public StatedText Stated { get; }

    /// <summary>The names in the claim, each as its words; small words, single letters and dates are left out.</summary>
    public IReadOnlyList<IReadOnlyList<StatedWord>> Names { get; }

    /// <summary>Short forms the claim itself explains: "Port Workers League (PWL)".</summary>
    public IReadOnlyList<AcronymPair> Glosses => _glosses ??= AcronymPairs.Find(Text);

    /// <summary>Words of the names in the claim, each once: its folded form and its index term.</summary>
    public IReadOnlyList<StatedWord> NameWords { get; }

    /// <summary>What stands between quotation marks, without them.</summary>
    public IReadOnlyList<string> Quoted { get; }

    /// <summary>"Activation of …": a capital the sentence gave, before a small word.</summary>
    private bool IsPlainFirst(StatedWord word) =>
        Stated.Words.Count > 1 && word.Start == Stated.Words[0].Start && Stated.Words[1].Word is "of" or "in" or "for" or "to" or "on" && !Text.AsSpan(word.Start + 1, word.End - word.Start - 1).ContainsAnyInRange('A', 'Z');

    private static bool IsSymbol(string word) => char.IsLetter(word[0]) && word.AsSpan().ContainsAnyInRange('0', '9') && word.All(char.IsLetterOrDigit);

    private List<IReadOnlyList<StatedWord>> FindNames()
    {
        var names = new List<IReadOnlyList<StatedWord>>();
        foreach (var mention in NameMentions.Find(Text))
        {
            List<StatedWord> words =
            [
                .. Stated.Words.Where(w => w.Range.Overlaps(mention.Range)
                    && !Stated.Dates.Any(d => d.Range.Overlaps(w.Range)) && !Stated.Numbers.Any(n => n.Range.Overlaps(w.Range) && n.Unit is NumberUnit.Currency) && w.Word.Length > 1 && (!StopWords.Contains(w.Word) || w.LooksSmall) && !IsPlainFirst(w)),
            ];

            // "WHO" is a name by itself; in a longer name the other words tell more.
            if (words.Exists(w => !w.LooksSmall))
                words.RemoveAll(w => w.LooksSmall);
            if (words.Count > 0)
                names.Add(words);
        }

        // Letters and figures in one word are a name, however it is written: "rk3121".
        names.AddRange(Stated.Words.Where(w => IsSymbol(w.Word) && !names.Exists(name => name.Contains(w))).ToList().ConvertAll(w => (IReadOnlyList<StatedWord>)[w]));
        return names;
    }
}
