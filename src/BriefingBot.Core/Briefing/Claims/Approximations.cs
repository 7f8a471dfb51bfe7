using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A round number that says of itself that it is one: "nearly 30,000" of 29,876, "more than 300" of 312.</summary>
internal static class Approximations
{
    /// <summary>A round number further off than this is another number.</summary>
    private const decimal Furthest = .05m;

    private static readonly string[] About = ["about", "around", "roughly", "approximately", "some", "circa", "close to"];
    private static readonly string[] Below = ["nearly", "almost", "just under", "just below"];
    private static readonly string[] Above = ["more than", "over", "at least", "upwards of", "just over", "exceeding", "in excess of"];

    /// <summary>Whether the claim rounds a number of the source, in the direction it says.</summary>
    /// <param name="number">A number of the claim.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="stated">What the source states.</param>
    public static bool Hold(NumberMention number, string claim, IEnumerable<NumberMention> stated)
    {
        if (number.Unit is NumberUnit.Ordinal || number.Value <= 0)
            return false;
        var before = claim.AsSpan(0, number.Range.Start).TrimEnd();
        var (below, above) = (EndsWith(before, About) || EndsWith(before, Below), EndsWith(before, About) || EndsWith(before, Above));
        return (below || above) && stated.Any(s => Values.Same(number, s with { Value = number.Value }) && Math.Abs(s.Value - number.Value) <= Furthest * number.Value
            && (s.Value < number.Value ? below : above) && IsRounded(number.Value, s.Value));
    }

    /// <summary>The claim's number has fewer places than the source's, or it would be no rounding but another number.</summary>
    private static bool IsRounded(decimal round, decimal exact) => Places(round) < Places(exact);

    /// <summary>Figures from the first to the last that is no nought.</summary>
    private static int Places(decimal value)
    {
        var figures = value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
        return figures.Trim('0').Length;
    }

    private static bool EndsWith(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)])))
                return true;
        }

        return false;
    }
}
