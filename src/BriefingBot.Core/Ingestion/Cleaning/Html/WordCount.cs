namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Counts that hold across scripts: two characters of a script without spaces count as one word.</summary>
internal static class WordCount
{
    // What a character does, as bits that are added up without a branch: where a word ends is what no processor foresees.
    private const int Letter = 1, Joiner = 2, Stop = 4, Dense = 8;

    private static readonly byte[] Latin = [.. Enumerable.Range(0, 0x100).Select(code => (byte)KindOf((char)code))];

    public static (int Words, int Stops) Of(ReadOnlySpan<char> text)
    {
        int words = 0, dense = 0, stops = 0, inside = 0;
        foreach (var c in text)
        {
            var kind = c < Latin.Length ? Latin[c] : KindOf(c);
            words += kind & ~inside & Letter;
            inside = (kind & Letter) | (inside & (kind / Joiner));
            stops += (kind / Stop) & 1;
            dense += kind / Dense;
        }

        return (words + (dense + 1) / 2, stops);
    }

    private static int KindOf(char c) =>
        IsDense(c) ? Dense
        : char.IsLetterOrDigit(c) ? Letter
        : c is '\'' or '\u2019' or '-' ? Joiner
        : c is '.' or ',' or '!' or '?' or ';' or '\u3002' or '\uFF0C' or '\u3001' or '\uFF01' or '\uFF1F' or '\u060C' or '\u0964' ? Stop : 0;

    private static bool IsDense(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\uF900' and <= '\uFAFF');
}
