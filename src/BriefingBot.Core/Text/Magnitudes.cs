namespace BriefingBot.Core.Text;

/// <summary>Words and letters that multiply the number before them.</summary>
internal static class Magnitudes
{
    private const decimal Thousand = 1_000, Million = 1_000_000, Billion = 1_000_000_000, Trillion = 1_000_000_000_000;

    /// <summary>What a word after a number multiplies it by; 0 where it does not.</summary>
    public static decimal Of(ReadOnlySpan<char> word)
    {
        const int Longest = 12;
        if (word.Length is < 2 or > Longest)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower switch
        {
            "hundred" => 100,
            "thousand" or "tausend" or "mil" => Thousand,
            "million" or "millions" or "mn" or "mln" or "millón" or "millones" or "millionen" or "milioni" or "milhões" or "miljoen" => Million,
            "billion" or "billions" or "bn" or "bln" or "milliard" or "milliards" or "milliarde" or "milliarden" or "miliardi" => Billion,
            "trillion" or "trillions" or "trn" or "tn" => Trillion,
            "lakh" or "lakhs" => 100_000,
            "crore" or "crores" => 10_000_000,
            "dozen" => 12,
            _ => 0,
        };
    }

    /// <summary>Letters right after the figures: "10m", "5bn"; single letters only after a currency, for they may be units too.</summary>
    public static decimal Attached(ReadOnlySpan<char> letters, bool money) => letters switch
    {
        "bn" or "BN" or "Bn" => Billion,
        "mn" or "MN" or "mln" => Million,
        "tn" or "trn" => Trillion,
        "k" or "K" when money => Thousand,
        "m" or "M" when money => Million,
        "b" or "B" when money => Billion,
        "t" or "T" when money => Trillion,
        _ => 0,
    };

    /// <summary>Chinese and Japanese count in ten thousands.</summary>
    public static decimal OfCharacter(char character) => character switch
    {
        '万' or '萬' => 10_000,
        '亿' or '億' => 100_000_000,
        _ => 0,
    };
}
