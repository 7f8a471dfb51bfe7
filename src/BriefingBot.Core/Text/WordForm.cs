using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>Everything the analyser has to know of a token as written; worked out once and kept in <see cref="WordForms"/>.</summary>
internal sealed class WordForm
{
    /// <summary>Longer tokens (encoded data, hostile input) count by their beginning.</summary>
    public const int MaxLength = 48;

    private const byte Empty = 1, Stop = 2, DigitFirst = 4, Number = 8, UpperFirst = 16, Upper = 32, Acronym = 64, Dotted = 128;

    /// <summary>In one place, since most words of a text have none of them.</summary>
    private readonly byte traits;

    private WordForm(ulong key, string word, string value, byte traits) => (Key, Word, Value, this.traits) = (key, word, value, traits);

    public ulong Key { get; }

    /// <summary>As written; null where the key says it.</summary>
    public string? Raw { get; private init; }

    /// <summary>Folded, unstemmed; empty where nothing but marks is left.</summary>
    public string Word { get; }

    public string Value { get; }

    /// <summary>The value as a name that is told from the stop word it looks like ("us_"); null where it is no stop word.</summary>
    public string? NameValue { get; private init; }

    /// <summary>A word in small letters that counts, as most are.</summary>
    public bool IsPlain => traits == 0;

    public bool IsEmpty => Has(Empty);

    public bool IsStopWord => Has(Stop);

    public bool StartsWithDigit => Has(DigitFirst);

    /// <summary>Digits, separators, a decimal point, nothing else.</summary>
    public bool IsNumber => Has(Number);

    public bool StartsUpper => Has(UpperFirst);

    /// <summary>Has capitals and no other letters ("US", "K", "G20").</summary>
    public bool IsUpper => Has(Upper);

    /// <summary>Capitals, and more than the one letter any word may begin with.</summary>
    public bool IsAcronym => Has(Acronym);

    /// <summary>Written with full stops, as U.S. or a.m. are.</summary>
    public bool IsDotted => Has(Dotted);

    /// <param name="raw">The token as written.</param>
    /// <param name="key">Its <see cref="WordKey"/>.</param>
    /// <param name="english">Whether words are stemmed.</param>
    public static WordForm Create(ReadOnlySpan<char> raw, ulong key, bool english)
    {
        Span<char> buffer = stackalloc char[raw.Length * Folding.MaxGrowth];
        var letters = Fold(raw, buffer, out var length);
        var word = new string(buffer[..length]);
        var isStop = !letters.DecimalPoint && StopWords.Contains(word);
        var isUpper = letters.Upper > 0 && letters.Other == 0;
        var has = (length == 0 ? Empty : 0) | (isStop ? Stop : 0) | (length > 0 && char.IsAsciiDigit(buffer[0]) ? DigitFirst : 0)
            | (letters.Digits > 0 && letters.Upper + letters.Other == 0 ? Number : 0) | (CharClasses.Of(raw[0]) == CharClass.Upper ? UpperFirst : 0)
            | (isUpper ? Upper : 0) | (isUpper && length > 1 ? Acronym : 0) | (!letters.DecimalPoint && raw.Contains('.') ? Dotted : 0);
        var value = letters.DecimalPoint ? word.Replace('.', 'p') : english && !isStop ? PorterStemmer.Stem(word) : word;
        return new WordForm(key, word, value, (byte)has) { Raw = WordKey.IsHash(key) ? raw.SequenceEqual(word) ? word : raw.ToString() : null, NameValue = isStop ? word + '_' : null };
    }

    private bool Has(byte trait) => (traits & trait) != 0;

    private static (int Upper, int Other, int Digits, bool DecimalPoint) Fold(ReadOnlySpan<char> raw, Span<char> buffer, out int length)
    {
        length = 0;
        var (upper, other, digits, decimalPoint) = (0, 0, 0, false);
        for (var at = 0; at < raw.Length; at++)
        {
            if (char.IsSurrogate(raw[at]))
            {
                if (Rune.DecodeFromUtf16(raw[at..], out var rune, out var taken) == OperationStatus.Done)
                {
                    Folding.Append(rune, buffer, ref length);
                    (at, other) = (at + taken - 1, other + 1);
                }
            }
            else if (raw[at] == '.' && digits > 0)
            {
                buffer[length++] = '.';
                decimalPoint = true;
            }
            else
            {
                Folding.Append(raw[at], buffer, ref length);
                var kind = CharClasses.Of(raw[at]);
                digits += kind == CharClass.Digit ? 1 : 0;
                upper += kind == CharClass.Upper ? 1 : 0;
                other += kind is CharClass.Lower or CharClass.Caseless or CharClass.Spaceless ? 1 : 0;
            }
        }

        return (upper, other, digits, decimalPoint);
    }
}
