#pragma warning disable
namespace BriefingBot.Core.Text;

public static class TextNormalizer { public static string Normalize(string text) => throw new NotSupportedException(text); }
public static class SentenceSplitter { public static IReadOnlyList<TextRange> Split(string text) => throw new NotSupportedException(text); }
public static class LanguageDetector { public static string? Detect(string text) => throw new NotSupportedException(text); }
public static class Analyser
{
    public const int Version = 1;
    /// <summary>Index terms in text order; stop words are left out. language: BCP 47 primary tag or null (= treated as English).</summary>
    public static IReadOnlyList<Term> Analyse(string text, string? language) => throw new NotSupportedException(text);
}
/// <summary>A date written in text. Year/Month/Day null where not written; Weekday likewise.</summary>
public sealed record DateMention(TextRange Range, int? Year, int? Month, int? Day, DayOfWeek? Weekday);
public static class DateMentions { public static IReadOnlyList<DateMention> Find(string text) => throw new NotSupportedException(text); }
public enum NumberUnit { None, Percent, Currency, Ordinal }
/// <summary>A number in normal form: "$10m" = 10,000,000 Currency "USD"; "twenty-one" = 21.</summary>
public sealed record NumberMention(TextRange Range, decimal Value, NumberUnit Unit, string? Currency);
public static class NumberMentions { public static IReadOnlyList<NumberMention> Find(string text) => throw new NotSupportedException(text); }
