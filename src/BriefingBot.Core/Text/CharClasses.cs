using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>What a character is to the analyser.</summary>
internal enum CharClass : byte
{
    Other,
    LineFeed,

    /// <summary>Half of a pair: look at the code point.</summary>
    Surrogate,

    /// <summary>A letter of a script that writes no spaces between words (Korean too: its particles hang on the words).</summary>
    Spaceless,

    /// <summary>From here on, parts of words.</summary>
    Mark,
    Digit,
    Caseless,
    Lower,
    Upper,
}

/// <summary>One table look-up per character, since this is the innermost loop of ingestion.</summary>
internal static class CharClasses
{
    private static readonly CharClass[] Table = [.. Enumerable.Range(0, 0x10000).Select(code => Classify(code, CharUnicodeInfo.GetUnicodeCategory((char)code)))];

    public static CharClass Of(char character) => Table[character];

    public static bool IsWordPart(char character) => Table[character] >= CharClass.Mark;

    public static bool IsLetter(char character) => Table[character] >= CharClass.Caseless;

    /// <summary>The class of the character at a place, and how many code units it takes; a lone surrogate is Other.</summary>
    public static CharClass At(string text, int at, out int length)
    {
        length = 1;
        var simple = Table[text[at]];
        if (simple != CharClass.Surrogate)
        {
            return simple;
        }

        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            return CharClass.Other;
        }

        length = 2;
        return Classify(rune.Value, Rune.GetUnicodeCategory(rune));
    }

    private static CharClass Classify(int code, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Surrogate => CharClass.Surrogate,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharClass.Mark,
        UnicodeCategory.DecimalDigitNumber => CharClass.Digit,
        UnicodeCategory.LowercaseLetter => CharClass.Lower,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharClass.Upper,
        UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => IsSpaceless(code) ? CharClass.Spaceless : CharClass.Caseless,
        _ => code switch
        {
            '\n' => CharClass.LineFeed,

            // Soft hyphen and the joiners stand inside words and mean nothing for the term.
            0xAD or 0x200C or 0x200D => CharClass.Mark,
            _ => CharClass.Other,
        },
    };

    private static bool IsSpaceless(int code) => code switch
    {
        >= 0x0E00 and <= 0x0EFF => true, // Thai, Lao
        >= 0x1000 and <= 0x109F => true, // Burmese
        >= 0x1100 and <= 0x11FF => true, // Hangul letters
        >= 0x1780 and <= 0x17FF => true, // Khmer
        >= 0x3005 and <= 0x30FF => true, // kana and their iteration marks
        >= 0x3100 and <= 0x4DBF => true, // Bopomofo, Hangul compatibility letters, Han extension A
        >= 0x4E00 and <= 0x9FFF => true, // Han
        >= 0xAC00 and <= 0xD7FF => true, // Hangul syllables
        >= 0xF900 and <= 0xFAFF => true, // Han compatibility
        >= 0xFF66 and <= 0xFF9F => true, // half-width kana
        >= 0x20000 and <= 0x3FFFF => true, // Han extensions B and later
        _ => false,
    };
}
