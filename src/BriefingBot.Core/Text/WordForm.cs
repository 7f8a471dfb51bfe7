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
        var length = 0;
        var (upper, otherLetters, digits) = (0, 0, 0);
        var decimalPoint = false;
        for (var at = 0; at < raw.Length; at++)
        {
            if (Rune.DecodeFromUtf16(raw[at..], out var rune, out var taken) == System.Buffers.OperationStatus.Done && taken == 2)
            {
                Folding.Append(rune, buffer, ref length);
                (at, otherLetters) = (at + 1, otherLetters + 1);
                continue;
            }

            if (raw[at] == '.' && digits > 0)
            {
                buffer[length++] = '.';
                decimalPoint = true;
                continue;
            }

            Folding.Append(raw[at], buffer, ref length);
            switch (CharClasses.Of(raw[at]))
            {
                case CharClass.Digit: digits++; break;
                case CharClass.Upper: upper++; break;
                case CharClass.Lower or CharClass.Caseless or CharClass.Spaceless: otherLetters++; break;
            }
        }

        var word = new string(buffer[..length]);
        var isStop = !decimalPoint && StopWords.Contains(word);
        return new WordForm
        {
            Raw = raw.ToString(),
            Word = word,
            Value = decimalPoint ? word.Replace('.', 'p') : english && !isStop ? PorterStemmer.Stem(word) : word,
            NameValue = isStop ? word + '_' : null,
            StartsWithDigit = length > 0 && char.IsAsciiDigit(buffer[0]),
            IsNumber = digits > 0 && upper + otherLetters == 0,
            StartsUpper = CharClasses.Of(raw[0]) == CharClass.Upper,
            IsUpper = upper > 0 && otherLetters == 0,
            IsDotted = !decimalPoint && raw.Contains('.'),
        };
    }
}
