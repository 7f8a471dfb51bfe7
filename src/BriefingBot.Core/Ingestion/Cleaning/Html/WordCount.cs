namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Counts that hold across scripts: two characters of a script without spaces count as one word.</summary>
internal static class WordCount
{
    private const char FirstDense = '\u0E00';

    public static (int Words, int Stops) Of(ReadOnlySpan<char> text)
    {
        int words = 0, dense = 0, stops = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (c >= FirstDense && IsDense(c))
            {
                dense++;
                inside = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                words += inside ? 0 : 1;
                inside = true;
            }
            else
            {
                inside = inside && c is '\'' or '\u2019' or '-';
                stops += c is '.' or ',' or '!' or '?' or ';' or '\u3002' or '\uFF0C' or '\u3001' or '\uFF01' or '\uFF1F' or '\u060C' or '\u0964' ? 1 : 0;
            }
        }

        return (words + (dense + 1) / 2, stops);
    }

    private static bool IsDense(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\uF900' and <= '\uFAFF');
}
