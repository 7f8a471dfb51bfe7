namespace BriefingBot.Core.Text;

/// <summary>Signs, codes and names of money, as ISO 4217 codes.</summary>
internal static class Currencies
{
    /// <summary>The currency of a sign, or null.</summary>
    public static string? Sign(char character) => character switch
    {
        '$' or '＄' => "USD",
        '£' => "GBP",
        '€' => "EUR",
        '¥' or '￥' => "JPY",
        '₹' => "INR",
        '₽' => "RUB",
        '₩' => "KRW",
        '₪' => "ILS",
        '₺' => "TRY",
        '₴' => "UAH",
        '₦' => "NGN",
        '₱' => "PHP",
        '₫' => "VND",
        _ => null,
    };

    /// <summary>The currency of letters before the dollar sign ("A$"), where it is not the American one.</summary>
    public static string? Dollar(ReadOnlySpan<char> letters) => letters switch
    {
        "US" => "USD",
        "A" or "AU" => "AUD",
        "C" or "CA" => "CAD",
        "NZ" => "NZD",
        "HK" => "HKD",
        "S" => "SGD",
        "R" => "BRL",
        _ => null,
    };

    /// <summary>The currency of a code or an abbreviation written before or after the figure, or null.</summary>
    public static string? Code(ReadOnlySpan<char> word) => word switch
    {
        "Rs" or "Rs." or "PKR" => "PKR",
        "USD" or "EUR" or "GBP" or "JPY" or "CHF" or "CNY" or "INR" or "AUD" or "CAD" or "NZD" or "SEK" or "NOK" or "DKK" or "PLN" or "TRY" or "RUB" or "UAH" or "BRL" or "MXN" or "ZAR" or "KRW" or "AED" or "SAR"
            or "AFN" or "IRR" or "IQD" or "ILS" or "EGP" or "NGN" or "KES" or "SGD" or "HKD" => word.ToString(),
        _ => null,
    };

    /// <summary>The currency a name after the number stands for, or null. Rupees and francs are several countries': the commonest is meant.</summary>
    /// <param name="word">The word, in any case.</param>
    /// <param name="large">Whether a magnitude stands before it: then pounds are money and no weight.</param>
    public static string? Named(ReadOnlySpan<char> word, bool large)
    {
        const int Longest = 10;
        if (word.Length is < 3 or > Longest)
        {
            return null;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower switch
        {
            "dollar" or "dollars" or "dólares" => "USD",
            "euro" or "euros" => "EUR",
            "pound" or "pounds" when large => "GBP",
            "yen" => "JPY",
            "yuan" or "renminbi" => "CNY",
            "rupee" or "rupees" => "INR",
            "ruble" or "rubles" or "rouble" or "roubles" => "RUB",
            "hryvnia" or "hryvnias" => "UAH",
            "franc" or "francs" => "CHF",
            "lira" or "liras" => "TRY",
            "peso" or "pesos" => "MXN",
            "shekel" or "shekels" => "ILS",
            "won" when large => "KRW",
            "afghani" or "afghanis" => "AFN",
            _ => null,
        };
    }
}
