using System.Buffers;
using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A word with its place; <paramref name="Value"/> is folded and stemmed as the index does, small words as they are.</summary>
internal readonly record struct StatedWord(string Word, string Value, int Start, int End)
{
    /// <summary>A small word in capitals, which the index takes for a name: WHO, US.</summary>
    public bool LooksSmall => StopWords.Contains(Word) && !string.Equals(Value, Word, StringComparison.Ordinal);

    /// <summary>Its place in the text.</summary>
    public TextRange Range => new(Start, End);
}

/// <summary>One word as coverage counts it.</summary>
/// <param name="Terms">Its index terms, its parts among them.</param>
/// <param name="Squeezed">Its letters and digits, where it may be written in more than one way; else null.</param>
/// <param name="Start">Where it first stands.</param>
/// <param name="Word">The word as it stands there, in lower case.</param>
/// <param name="Pairs">It and its neighbour written as one word: "sea" of "sea port" has "seaport".</param>
internal sealed record StatedUnit(IReadOnlyList<string> Terms, string? Squeezed, int Start, string Word, IReadOnlyList<string> Pairs);

/// <summary>A text taken apart once for the rules: words, terms, and the numbers and dates it states in normal form.</summary>
internal sealed class StatedText
{
    private static readonly SearchValues<char> FiguresAndHyphen = SearchValues.Create("0123456789-");

    private HashSet<string>? _squeezed;
    private HashSet<string>? _joined;
    private HashSet<string>? _acronyms;
    private IReadOnlyList<StatedUnit>? _units;

    public StatedText(string text, string? language)
    {
        Text = text;
        Terms = Analyser.Analyse(text, language);
        var stems = new Dictionary<int, string>();
        foreach (var term in Terms)
            stems.TryAdd(term.Range.Start, term.Value);
        Words = [.. Parts(text).Select(w => new StatedWord(w.Word, stems.GetValueOrDefault(w.Start, w.Word), w.Start, w.End))];
        Content = Terms.Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        Dates = DateMentions.Find(text);
        var numbers = NumberMentions.Find(text).Where(n => !Dates.Any(d => d.Range.Overlaps(n.Range))).ToLookup(n => EndOfYears(text, n.Range));
        Numbers = [.. numbers[null]];
        EndYears = [.. numbers.Select(n => n.Key).OfType<int>()];
    }

    public string Text { get; }
    public IReadOnlyList<Term> Terms { get; }
    public IReadOnlyList<StatedWord> Words { get; }

    /// <summary>Distinct index terms.</summary>
    public HashSet<string> Content { get; }

    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>What stands between blanks in the one form of symbols: "T(H)2" is "th2"; of "KR1/2" also "kr1" and "kr2".</summary>
    public HashSet<string> Squeezed => _squeezed ??= SqueezedOf(Text);

    /// <summary>Every two neighbouring words written as one.</summary>
    public HashSet<string> Joined => _joined ??= Words.Zip(Words.Skip(1), (a, b) => a.Word + b.Word).ToHashSet(StringComparer.Ordinal);

    /// <summary>Short forms of capitals, in lower case: of "PWL", "PWLs" and "P.W.L." it is "pwl".</summary>
    public HashSet<string> Acronyms => _acronyms ??= FindAcronyms();

    /// <summary>Distinct words that carry content and are no part of a number, each with its index terms: a word written with hyphens has its parts beside it.</summary>
    public IReadOnlyList<StatedUnit> Units => _units ??= FindUnits();

    /// <summary>Numbers that are no part of a date.</summary>
    public IReadOnlyList<NumberMention> Numbers { get; }

    /// <summary>2032 of "2031–32": such figures are neither numbers nor dates of their own.</summary>
    public IReadOnlyList<int> EndYears { get; }

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

    /// <summary>Which of <see cref="Words"/> stands where this one does; -1 where none does.</summary>
    public int IndexOf(StatedWord word)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i].Start == word.Start)
                return i;
        }

        return -1;
    }

    /// <summary>Lower-case words with their places; figures joined by a hyphen are several, as those joined by a dash are: "2018-19".</summary>
    public static IEnumerable<(string Word, int Start, int End)> Parts(string text)
    {
        foreach (var (word, start, end) in Speech.Words(text))
        {
            var from = 0;
            while (!word.AsSpan().ContainsAnyExcept(FiguresAndHyphen) && word.IndexOf('-', from) is > 0 and var hyphen)
            {
                yield return (word[from..hyphen], start + from, start + hyphen);
                from = hyphen + 1;
            }

            yield return (word[from..], start + from, end);
        }
    }

    private List<StatedUnit> FindUnits()
    {
        var units = new Dictionary<string, StatedUnit>(StringComparer.Ordinal);
        foreach (var (index, word) in Words.Index())
        {
            if (Numbers.Any(n => n.Range.Overlaps(word.Range) && n.Range.Length >= word.End - word.Start))
                continue;
            List<string> terms = [.. Terms.Where(t => word.Start <= t.Range.Start && t.Range.End <= word.End).Select(t => t.Value).Distinct(StringComparer.Ordinal)];
            if (terms.Count > 0)
                units.TryAdd(string.Join(' ', terms), new StatedUnit(terms, IsCompound(word.Word) ? SymbolForm.Of(word.Word) : null, word.Start, word.Word, Pairs(index)));
        }

        return [.. units.Values];
    }

    /// <summary>As <see cref="Squeezed"/>, of any text.</summary>
    public static HashSet<string> SqueezedOf(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            found.Add(SymbolForm.Of(token));
            var parts = token.Contains("//", StringComparison.Ordinal) ? [] : token.Split('/');
            var first = SymbolForm.Of(parts.FirstOrDefault(""));
            foreach (var part in parts.Length > 1 ? parts : [])
            {
                var form = SymbolForm.Of(part);
                found.Add(form.All(char.IsAsciiDigit) ? first.TrimEnd("0123456789".ToCharArray()) + form : form);
            }
        }

        return found;
    }

    /// <summary>The letters of the row "U.S." the word is one of; null where it stands in none.</summary>
    public string? DottedAround(StatedWord letter)
    {
        var (start, end) = (letter.Start, letter.Start);
        if (letter.Word.Length > 1)
            return null;
        while (start >= 2 && Text[start - 1] is '.' && char.IsAsciiLetterUpper(Text[start - 2]) && (start == 2 || !char.IsLetterOrDigit(Text[start - 3])))
            start -= 2;
        while (end + 1 < Text.Length && char.IsAsciiLetterUpper(Text[end]) && Text[end + 1] is '.')
            end += 2;
        return end - start >= 4 ? Text[start..end].Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() : null;
    }

    private HashSet<string> FindAcronyms()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words)
        {
            var letters = Text.AsSpan(word.Start, word.End - word.Start).TrimEnd('s');
            if (letters.Length > 1 && !letters.ContainsAnyExceptInRange('A', 'Z'))
                found.Add(word.Word[..letters.Length]);
            else if (DottedAround(word) is { } dotted)
                found.Add(dotted);
        }

        return found;
    }

    private List<string> Pairs(int index) =>
        [.. Words.Skip(Math.Max(0, index - 1)).Take(index == 0 ? 2 : 3).Select(w => w.Word).ToList() is var near && near.Count > 1 ? near.Zip(near.Skip(1), string.Concat) : []];

    /// <summary>Written with hyphens, figures or Greek letters: such words are written in more than one way.</summary>
    public static bool IsCompound(string word) => word.Any(c => c is '-' or (>= '0' and <= '9') or (>= 'α' and <= 'ω'));

    /// <summary>The year that "19" means in "2018–19"; null where the number is none such.</summary>
    public static int? EndOfYears(string text, TextRange number) =>
        number is { Length: 2, Start: >= 5 and var at } && text[at - 1] is '-' or '–' or '/' && text.AsSpan(at - 5, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && int.TryParse(string.Concat(text.AsSpan(at - 5, 2), number.Of(text)), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;
}
