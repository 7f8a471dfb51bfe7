using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Evaluation.Metrics;

/// <summary>
/// Whether an accepted answer occurs in a text once case, punctuation and articles are set aside, after the SQuAD evaluation
/// (Rajpurkar et al. 2016). Unlike there, the answer must stand at word boundaries, so that "3" is not found in "1,300",
/// and a hyphen, dash or slash separates words, so that "10" is found in "10-yard".
/// </summary>
internal static class AnswerText
{
    /// <summary>Words of letters, digits and marks in lower case separated by one space, without "a", "an" and "the" unless nothing else is left.</summary>
    public static string Normalize(string text)
    {
        var words = Words(text).ToList();
        var content = words.FindAll(word => word is not ("a" or "an" or "the"));
        return string.Join(' ', content.Count > 0 ? content : words);
    }

    /// <summary>True when the normalised answer stands in the normalised text; an answer of punctuation alone stands nowhere.</summary>
    public static bool Occurs(string normalizedAnswer, string normalizedText)
    {
        if (normalizedAnswer.Length == 0)
            return false;
        for (var at = 0; (at = normalizedText.IndexOf(normalizedAnswer, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsBoundary(normalizedText, at) && IsBoundary(normalizedText, at + normalizedAnswer.Length))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsKept(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (Separates(rune) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark || Rune.IsLetter(rune) || Rune.IsNumber(rune);

    private static bool Separates(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value == '/' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation;

    /// <summary>Text without spaces (Chinese, Japanese, Thai) has a boundary at every character.</summary>
    private static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length || text[at - 1] == ' ' || text[at] == ' ' || IsUnspaced(text[at - 1]) || IsUnspaced(text[at]);

    private static bool IsUnspaced(char character) => character is
        (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(character);
}
