using System.Buffers;

namespace BriefingBot.Core.Text;

/// <summary>
/// Which language a text is in: by its script where that decides, else by its most frequent small words and letters.
/// Rather no answer than a wrong one: the answer chooses stemming and nothing else.
/// </summary>
public static class LanguageDetector
{
    /// <summary>The beginning of a text tells; more only costs.</summary>
    private const int Longest = 6000;

    /// <summary>Share of the letters a script needs to decide.</summary>
    private const double ScriptShare = 0.5;

    private static readonly SearchValues<char> OnlyUrdu = SearchValues.Create("ٹڈڑںےہھ");
    private static readonly SearchValues<char> NotArabic = SearchValues.Create("پچژگکی");
    private static readonly SearchValues<char> OnlyUkrainian = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> OnlyRussian = SearchValues.Create("ыэъёЫЭЪЁ");
    private static readonly SearchValues<char> OtherCyrillic = SearchValues.Create("ўјљњћђџќѓЎЈЉЊЋЂЏЌЃ");

    /// <returns>BCP 47 primary tag, or null when unsure.</returns>
    public static string? Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var beginning = text.AsSpan(0, Math.Min(text.Length, Longest));
        var counts = new ScriptCounts();
        counts.Add(beginning);
        return counts.Letters == 0 ? null : counts.Latin > counts.Letters * ScriptShare ? LanguageProfiles.Detect(beginning) : ByScript(counts, beginning);
    }

    private static string? ByScript(ScriptCounts counts, ReadOnlySpan<char> text)
    {
        var enough = counts.Letters * ScriptShare;
        if (counts.Han + counts.Kana > enough)
        {
            // Japanese prose is never without kana; Chinese has none.
            return counts.Kana * 10 > counts.Han ? "ja" : "zh";
        }

        return counts.Hangul > enough || (counts.Hangul > 0 && counts.Hangul + counts.Han > enough) ? "ko"
            : counts.Thai > enough ? "th"
            : counts.Hebrew > enough ? "he"
            : counts.Greek > enough ? "el"
            : counts.Devanagari > enough ? "hi"
            : counts.Arabic > enough ? Arabic(text)
            : counts.Cyrillic > enough ? Cyrillic(text)
            : null;
    }

    /// <summary>Persian and Urdu have letters Arabic lacks; Urdu has some that Persian lacks.</summary>
    private static string Arabic(ReadOnlySpan<char> text) =>
        text.ContainsAny(OnlyUrdu) ? "ur" : text.ContainsAny(NotArabic) ? "fa" : "ar";

    /// <summary>Ukrainian has і, ї, є, ґ; Russian has ы, э, ъ, ё. A text with neither, or both, might be a third.</summary>
    private static string? Cyrillic(ReadOnlySpan<char> text)
    {
        var ukrainian = text.ContainsAny(OnlyUkrainian);
        var russian = text.ContainsAny(OnlyRussian);
        var others = text.ContainsAny(OtherCyrillic);
        return others || (ukrainian && russian) ? null : ukrainian ? "uk" : russian ? "ru" : null;
    }
}
