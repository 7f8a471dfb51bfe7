using System.Security.Cryptography;

namespace BriefingBot.Core.Libraries;

/// <summary>Ids of answers and documents: ten characters of Crockford's base 32 (50 random bits), readable aloud.</summary>
/// <remarks>https://www.crockford.com/base32.html</remarks>
public static class ShortId
{
    /// <summary>Number of characters.</summary>
    public const int Length = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new id from the system's random source.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The id a person meant: any case, O for 0, I and L for 1, hyphens and surrounding space ignored; null where it is none.</summary>
    public static string? Normalize(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length) return null;
        Span<char> id = stackalloc char[Length];
        var count = 0;
        foreach (var c in typed.AsSpan().Trim())
        {
            if (c == '-') continue;
            var letter = char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (count == Length || !Alphabet.Contains(letter, StringComparison.Ordinal)) return null;
            id[count++] = letter;
        }

        return count == Length ? new string(id) : null;
    }
}
