using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Every date of the claim is one the window states, as far as both say.</summary>
internal sealed class DateRule : IClaimRule
{
    public string Name => "date";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        foreach (var date in claim.Stated.Dates)
        {
            if (!Stands(date, claim.Stated, window, cited))
                return $"The date “{date.Range.Of(claim.Text)}” does not stand in the sentences it rests on.";
        }

        return claim.Stated.EndYears.FirstOrDefault(year => !cited.Any(e => Years(e).Any(y => y == year || (y == year - 1 && IsSeason(year, claim.Stated))))) is > 0 and var end ? $"The year {end} does not stand in the sentences it rests on." : null;
    }

    /// <summary>"2031–32" is one winter, and a source that tells of one of its years tells of it.</summary>
    private static bool IsSeason(int end, StatedText claim) => claim.Numbers.Any(n => n.Value == end - 1) || claim.Dates.Any(d => d.Year == end - 1);

    private static bool Stands(DateMention date, StatedText claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        if (window.Dates.Any(d => Values.Same(date, d)) || cited.Any(e => e.Heading.Dates.Any(d => Values.Same(date, d)) || Elsewhere.Find(date, claim, e) is not null))
            return true;
        if (cited.Any(e => e.Context.PublishedOn is { } published && Values.Same(date, new DateMention(default, published.Year, published.Month, published.Day, null))))
            return true;

        // A year may be written as a number ("the 2015 season"), and stand apart from its day and month: "planned for June", of a paper of that year.
        if (date.Year is not { } year)
            return false;
        if (cited.Any(e => Meant(date, e)))
            return true;
        return date is { Month: null, Day: null }
            ? cited.Any(e => Years(e).Contains(year) || claim.Dates.Any(d => d.Year == year && e.Whole.Dates.Any(s => s.Year is null && s.Weekday == d.Date?.DayOfWeek && Values.Same(d, s))))
            : cited.Any(e => Years(e).Any(y => Math.Abs(y - year) <= 1)) && cited.Any(e => e.Whole.Dates.Any(d => d.Year is null && Values.Same(date with { Year = null }, d)) || (date.Day is null && NamesMonth(e, date.Month!.Value)));
    }

    /// <summary>"Last month", read from the day of publication or another day the passage states.</summary>
    private static bool Meant(DateMention date, Evidence evidence) =>
        evidence.Whole.Dates.Select(d => d.Date).Append(evidence.Context.PublishedOn).OfType<DateOnly>().Distinct()
            .SelectMany(day => RelativeDates.Find(evidence.Whole.Text, day))
            .Any(r => Within(date, r.From) && Within(date, r.To));

    private static bool Within(DateMention date, DateOnly day) =>
        date.Year == day.Year && (date.Month is null || date.Month == day.Month) && (date.Day is null || date.Day == day.Day);

    private static bool NamesMonth(Evidence evidence, int month)
    {
        var format = CultureInfo.InvariantCulture.DateTimeFormat;
        return evidence.Whole.Words.Any(w => w.Word.Equals(format.GetMonthName(month), StringComparison.OrdinalIgnoreCase) || w.Word.Equals(format.GetAbbreviatedMonthName(month), StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<int> Years(Evidence evidence) =>
        evidence.Whole.Dates.Select(d => d.Year ?? ShortYear(d, evidence.Whole.Text)).Append(evidence.Context.PublishedOn?.Year).OfType<int>().Concat(evidence.Whole.Numbers.Where(n => n.Value is >= 1000 and <= 2100).Select(n => (int)n.Value)).Concat(evidence.Whole.EndYears);

    /// <summary>The "31" of "Fri 14 Feb 31".</summary>
    private static int? ShortYear(DateMention date, string text)
    {
        var at = date.Range.End;
        return date is { Day: not null, Weekday: not null } && at + 2 < text.Length && text[at] is ' ' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && (at + 3 == text.Length || char.IsWhiteSpace(text[at + 3]))
            ? 2000 + (10 * (text[at + 1] - '0')) + (text[at + 2] - '0')
            : null;
    }
}
