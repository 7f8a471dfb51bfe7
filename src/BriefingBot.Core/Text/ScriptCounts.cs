using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>How many letters of each script a text holds.</summary>
internal struct ScriptCounts
{
    public int Letters { get; private set; }

    public int Latin { get; private set; }

    public int Han { get; private set; }

    public int Kana { get; private set; }

    public int Hangul { get; private set; }

    public int Thai { get; private set; }

    public int Hebrew { get; private set; }

    public int Greek { get; private set; }

    public int Devanagari { get; private set; }

    public int Arabic { get; private set; }

    public int Cyrillic { get; private set; }

    /// <summary>Counts the letters of a text; most are ASCII, and those need no look at the tables.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var ascii = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAscii(text[at]))
            {
                ascii += char.IsAsciiLetter(text[at]) ? 1 : 0;
                continue;
            }

            _ = Rune.DecodeFromUtf16(text[at..], out var rune, out var taken);
            at += taken - 1;
            Add(rune);
        }

        (Letters, Latin) = (Letters + ascii, Latin + ascii);
    }

    private void Add(Rune rune)
    {
        if (!Rune.IsLetter(rune))
        {
            return;
        }

        Letters++;
        switch (rune.Value)
        {
            case < 0x250 or (>= 0x1E00 and <= 0x1EFF): Latin++; break;
            case (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF): Greek++; break;
            case >= 0x400 and <= 0x52F: Cyrillic++; break;
            case >= 0x590 and <= 0x5FF: Hebrew++; break;
            case (>= 0x600 and <= 0x77F) or (>= 0xFB50 and <= 0xFEFC): Arabic++; break;
            case >= 0x900 and <= 0x97F: Devanagari++; break;
            case >= 0xE00 and <= 0xE7F: Thai++; break;
            case (>= 0x3041 and <= 0x30FF) or (>= 0xFF66 and <= 0xFF9F): Kana++; break;
            case (>= 0xAC00 and <= 0xD7A3) or (>= 0x1100 and <= 0x11FF): Hangul++; break;
            case (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF): Han++; break;
        }
    }
}
