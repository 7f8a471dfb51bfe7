#pragma warning disable
namespace BriefingBot.Core.Text;

/// <summary>A date written in text. Year/Month/Day null where not written; Weekday likewise.</summary>
public sealed record DateMention(TextRange Range, int? Year, int? Month, int? Day, DayOfWeek? Weekday);
public static class DateMentions { public static IReadOnlyList<DateMention> Find(string text) => throw new NotSupportedException(text); }
public enum NumberUnit { None, Percent, Currency, Ordinal }
/// <summary>A number in normal form: "$10m" = 10,000,000 Currency "USD"; "twenty-one" = 21.</summary>
public sealed record NumberMention(TextRange Range, decimal Value, NumberUnit Unit, string? Currency);
public static class NumberMentions { public static IReadOnlyList<NumberMention> Find(string text) => throw new NotSupportedException(text); }
