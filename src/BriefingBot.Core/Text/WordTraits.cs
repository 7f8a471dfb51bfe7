namespace BriefingBot.Core.Text;

/// <summary>What a token as written tells besides its letters; in one byte, since most words of a text have none of it.</summary>
internal readonly record struct WordTraits(byte Bits)
{
    private const byte Empty = 1, Stop = 2, DigitFirst = 4, Number = 8, UpperFirst = 16, Upper = 32, Acronym = 64, Dotted = 128;

    /// <summary>A word in small letters that counts, as most are.</summary>
    public bool IsPlain => Bits == 0;

    /// <summary>Nothing but marks.</summary>
    public bool IsEmpty { get => Has(Empty); init => Bits = With(Empty, value); }

    public bool IsStopWord { get => Has(Stop); init => Bits = With(Stop, value); }

    public bool StartsWithDigit { get => Has(DigitFirst); init => Bits = With(DigitFirst, value); }

    /// <summary>Digits, separators, a decimal point, nothing else.</summary>
    public bool IsNumber { get => Has(Number); init => Bits = With(Number, value); }

    public bool StartsUpper { get => Has(UpperFirst); init => Bits = With(UpperFirst, value); }

    /// <summary>Has capitals and no other letters ("US", "K", "G20").</summary>
    public bool IsUpper { get => Has(Upper); init => Bits = With(Upper, value); }

    /// <summary>Capitals, and more than the one letter any word may begin with.</summary>
    public bool IsAcronym { get => Has(Acronym); init => Bits = With(Acronym, value); }

    /// <summary>Written with full stops, as U.S. or a.m. are.</summary>
    public bool IsDotted { get => Has(Dotted); init => Bits = With(Dotted, value); }

    private bool Has(byte trait) => (Bits & trait) != 0;

    private byte With(byte trait, bool has) => (byte)(has ? Bits | trait : Bits & ~trait);
}
