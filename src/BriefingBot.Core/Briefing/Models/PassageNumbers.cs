using System.Globalization;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Reads the numbers by which a model points at passages, in whatever brackets it puts them.</summary>
internal static class PassageNumbers
{
    private const int Highest = 999;
    private const int LongestRange = 20;
    private const int LongestBracket = 60;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static readonly string[] Words = ["passages", "passage", "sources", "source", "citation", "cite", "see", "ref", "doc", "document", "and", "no.", "p."];

    /// <summary>Where the marker that begins here ends, and its numbers; null where none begins.</summary>
    public static (int End, IReadOnlyList<int> Numbers)? At(string text, int at)
    {
        var open = text[at];
        if (Superscripts.Contains(open, StringComparison.Ordinal))
            return Raised(text, at);
        var close = open switch { '[' => ']', '［' => '］', '【' => '】', '(' => ')', '（' => '）', _ => '\0' };
        if (close == '\0')
            return null;
        var end = text.IndexOf(close, at + 1, Math.Min(LongestBracket, text.Length - at - 1));
        if (end < 0 || Inside(text[(at + 1)..end], open is '(' or '（') is not { } numbers)
            return null;
        end++;

        // A Markdown link: [1](https://…).
        if (open is '[' && end < text.Length && text[end] is '(' && text.IndexOf(')', end) is > 0 and var linked)
            end = linked + 1;
        return (end, numbers);
    }

    private static (int, IReadOnlyList<int>)? Raised(string text, int at)
    {
        // "km²" is a unit; a number raised behind a word or a full stop is a marker.
        var letters = 0;
        while (at - letters > 0 && char.IsLetter(text[at - letters - 1]))
            letters++;
        if (letters is 1 or 2)
            return null;
        var value = 0;
        var end = at;
        while (end < text.Length && Superscripts.IndexOf(text[end], StringComparison.Ordinal) is >= 0 and var digit)
        {
            value = Math.Min(Highest + 1, (value * 10) + digit);
            end++;
        }

        return (end, Valid(value));
    }

    private static List<int> Valid(int number) => number is >= 1 and <= Highest ? [number] : [];

    /// <summary>Null where the text between the brackets is no list of numbers.</summary>
    private static List<int>? Inside(string inner, bool round)
    {
        var text = inner.Trim().ToLowerInvariant();
        var dagger = text.IndexOf('†', StringComparison.Ordinal);
        if (dagger > 0)
            text = text[..dagger];
        var named = false;
        foreach (var word in Words)
        {
            named |= text.Contains(word, StringComparison.Ordinal) && word is not "and";
            text = text.Replace(word, word is "and" ? "," : "", StringComparison.Ordinal);
        }

        text = text.Replace("^", "", StringComparison.Ordinal).Replace("#", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);

        // "(12)" may be an age; it points at a passage only where it says so or is a small number.
        var numbers = Numbers(text);
        return round && !named && (numbers is null or not [< 30]) ? null : numbers;
    }

    private static List<int>? Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split([',', ';', '，', '、', '&', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–', '—', '‑'], StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !Array.TrueForAll(ends, e => e.Length is > 0 and <= LongestBracket && e.All(char.IsDigit)))
                return null;
            var from = Value(ends[0]);
            var to = Math.Min(Value(ends[^1]), from + LongestRange);
            for (var n = from; n <= to; n++)
                numbers.AddRange(Valid(n));
        }

        return text.Trim().Length == 0 ? null : numbers;
    }

    // Full-width and other decimal digits count as themselves.
    private static int Value(string digits) => digits.Aggregate(0, (value, c) => Math.Min(Highest + 1, (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(c)));
}
