using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>Lower case without accents: what two spellings of a word have in common (café and Cafe, １２ and 12).</summary>
internal static class Folding
{
    /// <summary>Longest folding of one code unit.</summary>
    public const int MaxGrowth = 3;

    private const char FirstCyrillic = '\u0400', FirstExtendedLatin = '\u1E00', LastGreek = '\u1FFF';

    private static readonly Dictionary<char, string> Several = new()
    {
        ['ß'] = "ss",
        ['ẞ'] = "ss",
        ['æ'] = "ae",
        ['Æ'] = "ae",
        ['œ'] = "oe",
        ['Œ'] = "oe",
        ['þ'] = "th",
        ['Þ'] = "th",
        ['ĳ'] = "ij",
        ['Ĳ'] = "ij",
        ['ﬀ'] = "ff",
        ['ﬁ'] = "fi",
        ['ﬂ'] = "fl",
        ['ﬃ'] = "ffi",
        ['ﬄ'] = "ffl",
        ['ﬆ'] = "st",
    };

    /// <summary>Letters with a stroke have no decomposition; Arabic and Cyrillic spelling variants that writers do not tell apart.</summary>
    private static readonly Dictionary<char, char> Variants = new()
    {
        ['ø'] = 'o',
        ['Ø'] = 'o',
        ['đ'] = 'd',
        ['Đ'] = 'd',
        ['ł'] = 'l',
        ['Ł'] = 'l',
        ['ħ'] = 'h',
        ['Ħ'] = 'h',
        ['ŧ'] = 't',
        ['Ŧ'] = 't',
        ['ı'] = 'i',
        ['ð'] = 'd',
        ['Ð'] = 'd',
        ['ς'] = 'σ',
        ['ё'] = 'е',
        ['Ё'] = 'е',
        ['أ'] = 'ا',
        ['إ'] = 'ا',
        ['آ'] = 'ا',
        ['ى'] = 'ي',
        ['ی'] = 'ي',
        ['ک'] = 'ك',
        ['ـ'] = '\0',
    };

    /// <summary>The one folded character; '\0' for what is neither letter nor digit; '\uFFFF' where it folds to several.</summary>
    private static readonly char[] Table = [.. Enumerable.Range(0, 0x10000).Select(code => FoldOne((char)code))];

    /// <summary>Appends the letters and digits a code unit stands for; nothing for marks and punctuation.</summary>
    public static void Append(char character, Span<char> target, ref int length)
    {
        var folded = Table[character];
        if (folded == '\uFFFF')
        {
            var several = Several[character];
            several.CopyTo(target[length..]);
            length += several.Length;
        }
        else if (folded != '\0')
        {
            target[length++] = folded;
        }
    }

    /// <summary>Appends a character outside the basic plane in lower case, where it is a letter or digit.</summary>
    public static void Append(Rune rune, Span<char> target, ref int length)
    {
        if (Rune.IsLetterOrDigit(rune))
        {
            length += Rune.ToLowerInvariant(rune).EncodeToUtf16(target[length..]);
        }
    }

    private static char FoldOne(char character)
    {
        if (Several.ContainsKey(character))
        {
            return '\uFFFF';
        }

        if (Variants.TryGetValue(character, out var variant))
        {
            return variant;
        }

        if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
        {
            return (char)('0' + digit);
        }

        var letter = character is >= '\uFF21' and <= '\uFF5A' ? (char)(character - 0xFEE0) : Base(character);
        return char.IsLetter(letter) ? char.ToLowerInvariant(letter) : '\0';
    }

    /// <summary>Without its marks, in the scripts where they are accents and not other letters.</summary>
    private static char Base(char character)
    {
        if (character is < '\u00C0' or (>= FirstCyrillic and < FirstExtendedLatin) or > LastGreek)
        {
            return character;
        }

        while (CanonicalData.TryDecompose(character, out var first, out _) && first < FirstCyrillic)
        {
            character = (char)first;
        }

        return character == 'ς' ? 'σ' : character;
    }
}
