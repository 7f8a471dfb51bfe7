using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>Everything the analyser has to know of a token as written; worked out once and kept in <see cref="WordForms"/>.</summary>
internal sealed class WordForm
{
    /// <summary>Longer tokens (encoded data, hostile input) count by their beginning.</summary>
    public const int MaxLength = 48;

    public required string Raw { get; init; }

    /// <summary>Folded, unstemmed; empty where nothing but marks is left.</summary>
    public required string Word { get; init; }

    public required string Value { get; init; }

    /// <summary>The value as a name that is told from the stop word it looks like ("us_"); null where it is no stop word.</summary>
    public string? NameValue { get; init; }

    public bool IsStopWord => NameValue is not null;

    public bool StartsWithDigit { get; init; }

    /// <summary>Digits, separators, a decimal point, nothing else.</summary>
    public bool IsNumber { get; init; }

    public bool StartsUpper { get; init; }

    /// <summary>Has capitals and no other letters ("US", "K", "G20").</summary>
    public bool IsUpper { get; init; }

    /// <summary>Capitals, and more than the one letter any word may begin with.</summary>
    public bool IsAcronym => IsUpper && Word.Length > 1;

    /// <summary>Written with full stops, as U.S. or a.m. are.</summary>
    public bool IsDotted { get; init; }

    public static WordForm Create(ReadOnlySpan<char> raw, bool english)
    {
        Span<char> buffer = stackalloc char[raw.Length * Folding.MaxGrowth];
        var letters = Fold(raw, buffer, out var length);
        var word = new string(buffer[..length]);
        var isStop = !letters.DecimalPoint && StopWords.Contains(word);
        return new WordForm
        {
            Raw = raw.ToString(),
            Word = word,
            Value = letters.DecimalPoint ? word.Replace('.', 'p') : english && !isStop ? PorterStemmer.Stem(word) : word,
            NameValue = isStop ? word + '_' : null,
            StartsWithDigit = length > 0 && char.IsAsciiDigit(buffer[0]),
            IsNumber = letters.Digits > 0 && letters.Upper + letters.Other == 0,
            StartsUpper = CharClasses.Of(raw[0]) == CharClass.Upper,
            IsUpper = letters.Upper > 0 && letters.Other == 0,
            IsDotted = !letters.DecimalPoint && raw.Contains('.'),
        };
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
