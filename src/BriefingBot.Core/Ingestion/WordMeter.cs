namespace BriefingBot.Core.Ingestion;

/// <summary>
/// Counts half words: a run between spaces is one word, and one more for every 40 characters it goes on; a character of
/// a script that writes no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) is half a word.
/// </summary>
internal struct WordMeter
{
    private const int LongRun = 40;
    private int _run;

    /// <summary>Half words counted so far.</summary>
    public int Total { get; private set; }

    public static int HalfWords(ReadOnlySpan<char> text)
    {
        var meter = new WordMeter();
        foreach (var c in text) meter.Count(c);
        return meter.Total;
    }

    public static bool IsSpaceless(char c) => c switch
    {
        < '\u0E00' => false,
        <= '\u0EFF' => true,                     // Thai, Lao
        >= '\u1000' and <= '\u109F' => true,     // Burmese
        >= '\u1780' and <= '\u17FF' => true,     // Khmer
        >= '\u2E80' and <= '\u303F' => true,     // radicals, CJK punctuation
        >= '\u3040' and <= '\u30FF' => true,     // kana
        >= '\u3100' and <= '\u312F' => true,     // Bopomofo
        >= '\u31F0' and <= '\u9FFF' => true,     // kana extensions, Han
        >= '\uF900' and <= '\uFAFF' => true,     // Han, compatibility
        >= '\uFF01' and <= '\uFF9F' => true,     // full width
        >= '\uD840' and <= '\uD8BF' => true,     // high surrogates of Han extensions
        _ => false,
    };

    public void Count(char c)
    {
        if (char.IsWhiteSpace(c))
        {
            _run = 0;
        }
        else if (IsSpaceless(c))
        {
            Total++;
            _run = 0;
        }
        else if (_run++ % LongRun == 0 && !char.IsLowSurrogate(c))
        {
            Total += 2;
        }
    }
}
