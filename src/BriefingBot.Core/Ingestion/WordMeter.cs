using System.Buffers;

namespace BriefingBot.Core.Ingestion;

/// <summary>
/// Counts half words: a run between spaces is one word, and one more for every 40 characters it goes on; a character of
/// a script that writes no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) is half a word.
/// </summary>
internal struct WordMeter
{
    private const int LongRun = 40;
    private const char FirstSpaceless = '\u0E00';

    /// <summary>White space of ASCII; the only one among <see cref="Plain"/>.</summary>
    private static readonly SearchValues<char> Spaces = SearchValues.Create("\t\n\v\f\r ");
    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create("\t\n\v\f\r");

    /// <summary>ASCII, the letters of Western Europe and the usual quotation marks and dashes: what most text is made of.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0, 0x7F).Concat(Enumerable.Range(0xA1, 0x300 - 0xA1)).Select(code => (char)code), '‘', '’', '“', '”', '–', '—', '…']);

    /// <summary>How much longer the run goes on before it counts again; 0 where the next character begins a word.</summary>
    private int _left;

    /// <summary>Half words counted so far.</summary>
    public int Total { get; private set; }

    public static int HalfWords(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(Plain)) return IsEven(text) ? 2 * (text.Count(' ') + 1) : PlainHalfWords(text);
        var meter = new WordMeter();
        foreach (var c in text) meter.Count(c);
        return meter.Total;
    }

    /// <summary>Words of ordinary length with one space between them, of which the spaces tell the number.</summary>
    private static bool IsEven(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == ' ' || text[^1] == ' ' || text.ContainsAny(OtherSpaces) || text.Contains("  ", StringComparison.Ordinal)) return false;
        while (text.Length > LongRun)
        {
            var space = text[..(LongRun + 1)].LastIndexOf(' ');
            if (space < 0) return false;
            text = text[(space + 1)..];
        }

        return true;
    }

    /// <summary>The same, where only white space ends a word: from one to the next instead of character by character.</summary>
    private static int PlainHalfWords(ReadOnlySpan<char> text)
    {
        var total = 0;
        while (true)
        {
            var end = text.IndexOfAny(Spaces);
            var length = end < 0 ? text.Length : end;
            total += 2 * ((length + LongRun - 1) / LongRun);
            if (end < 0) return total;
            text = text[(end + 1)..];
        }
    }

    public static bool IsSpaceless(char c) => c switch
    {
        < FirstSpaceless => false,
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
            _left = 0;
        }
        else if (c >= FirstSpaceless && IsSpaceless(c))
        {
            Total++;
            _left = 0;
        }
        else if (_left-- == 0)
        {
            _left = LongRun - 1;
            if (!char.IsLowSurrogate(c)) Total += 2;
        }
    }
}
