using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>Everything the analyser has to know of a token as written; worked out once and kept in <see cref="WordForms"/>.</summary>
internal readonly struct WordForm
{
    /// <summary>Longer tokens (encoded data, hostile input) count by their beginning.</summary>
    public const int MaxLength = 48;

    /// <summary>As written; null where the key says it.</summary>
    private readonly string? written;

    /// <summary>The term, but of a stop word that of the name it may be.</summary>
    private readonly string term;

    private WordForm(string? written, string word, string term, WordTraits traits) => (this.written, Word, this.term, Traits) = (written, word, term, traits);

    /// <summary>Folded, unstemmed; empty where nothing but marks is left.</summary>
    public string Word { get; }

    /// <summary>The term: a stop word stays as it is.</summary>
    public string Value => Traits.IsStopWord ? Word : term;

    /// <summary>The term where the word is a name, told from the stop word it looks like ("us_").</summary>
    public string NameValue => term;

    public WordTraits Traits { get; }

    /// <summary>Of one with the same key: whether it is of this token.</summary>
    public bool IsOf(ReadOnlySpan<char> token) => written is null || token.SequenceEqual(written);

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
        var traits = new WordTraits
        {
            IsEmpty = length == 0,
            IsStopWord = isStop,
            StartsWithDigit = length > 0 && char.IsAsciiDigit(buffer[0]),
            IsNumber = letters.Digits > 0 && letters.Upper + letters.Other == 0,
            StartsUpper = CharClasses.Of(raw[0]) == CharClass.Upper,
            IsUpper = isUpper,
            IsAcronym = isUpper && length > 1,
            IsDotted = !letters.DecimalPoint && raw.Contains('.'),
        };
        var counted = isStop ? word + '_' : letters.DecimalPoint ? word.Replace('.', 'p') : english ? PorterStemmer.Stem(word) : word;
        return new WordForm(WordKey.IsHash(key) ? raw.SequenceEqual(word) ? word : raw.ToString() : null, word, counted, traits);
    }

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
