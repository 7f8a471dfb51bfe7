using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>A quote that begins with "He" or "This" says nothing alone: it brings the sentence before it.</summary>
internal static class Predecessor
{
    /// <summary>How far back the predecessor is looked for.</summary>
    private const int Reach = 1200;

    private static readonly HashSet<string> Openers = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "she", "it", "they", "this", "these", "those", "his", "her", "their", "its", "him", "them", "such", "both", "another",
    };

    /// <summary>The range to quote for a sentence of a text.</summary>
    public static TextRange With(string text, TextRange sentence) =>
        LeansBack(sentence.Of(text)) && Before(text, sentence.Start) is { } before ? new TextRange(before.Start, sentence.End) : sentence;

    /// <summary>Whether a sentence opens with a word that points back.</summary>
    public static bool LeansBack(string sentence)
    {
        var start = 0;
        while (start < sentence.Length && !char.IsLetterOrDigit(sentence[start]))
            start++;
        var end = start;
        while (end < sentence.Length && char.IsLetter(sentence[end]))
            end++;
        if (end == start || (end < sentence.Length && sentence[end] is '.' or '-'))
            return false;
        return Openers.Contains(sentence[start..end]) && sentence[start..end] is not ("IT" or "IS");
    }

    /// <summary>The sentence that ends where this one begins, null at the start of the text or behind a heading.</summary>
    private static TextRange? Before(string text, int start)
    {
        var (offset, sentences) = Surroundings.Split(text, start, start, Reach);
        TextRange? before = null;
        foreach (var range in sentences)
        {
            if (range.End + offset <= start)
                before = new TextRange(range.Start + offset, range.End + offset);
        }

        if (before is not { } found || (found.Start == offset && offset > 0))
            return null;
        var last = found.Of(text).AsSpan().TrimEnd("\"”’'»)] ");
        return last.Length > 0 && last[^1] is '.' or '!' or '?' or '…' or ':' ? found : null;
    }
}
