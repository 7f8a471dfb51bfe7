using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Whether numbers and dates say the same in other words.</summary>
internal static class Values
{
    /// <summary>Same value; units and currencies must agree where both say one.</summary>
    public static bool Same(NumberMention a, NumberMention b) => a.Value == b.Value && Agree(a, b);

    /// <summary>Every part both dates state is equal, and they share at least the finest part the claim states.</summary>
    public static bool Same(DateMention claim, DateMention stated)
    {
        if (Differ(claim.Year, stated.Year) || Differ(claim.Month, stated.Month) || Differ(claim.Day, stated.Day))
            return false;
        if (claim.Date is { } day && stated is { Year: null, Weekday: { } weekday } && day.DayOfWeek != weekday)
            return false;
        if (claim.Day is not null && stated.Day is not null && claim.Month is not null && stated.Month is not null)
            return true;
        if (Differ((int?)claim.Weekday, (int?)stated.Weekday))
            return false;
        if (claim.Day is not null)
            return stated.Day is not null;
        if (claim.Month is not null)
            return stated.Month is not null;
        return claim.Weekday is not null ? stated.Weekday is not null : stated.Year is not null;
    }

    private static bool Differ(int? a, int? b) => a is not null && b is not null && a != b;

    private static bool Agree(NumberMention a, NumberMention b)
    {
        if (a.Unit == b.Unit)
            return a.Unit != NumberUnit.Currency || string.Equals(a.Currency, b.Currency, StringComparison.Ordinal);

        // "third" is no three, and 20 % no twenty; a bare figure beside a currency or percent sign is left to the words around it.
        return a.Unit is NumberUnit.None or NumberUnit.Currency && b.Unit is NumberUnit.None or NumberUnit.Currency;
    }
}
