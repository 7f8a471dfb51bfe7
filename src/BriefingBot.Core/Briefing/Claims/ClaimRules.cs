using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Addresses and calls to people belong to the program, never to a claim.</summary>
internal sealed class LinkRule : IClaimRule
{
    private static readonly string[] Signs = ["://", "www.", "@everyone", "@here", "<@", "<#", "](", "javascript:", "mailto:", "discord.gg", "<a ", "<img", "<script"];

    public string Name => "link";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited) =>
        Array.Exists(Signs, sign => claim.Text.Contains(sign, StringComparison.OrdinalIgnoreCase)) || HoldsMarker(claim.Text) ? "It holds a link, a number of a source or a call to people." : null;

    // "[2]" left over from "[[1]2]" would point at a source nobody checked.
    private static bool HoldsMarker(string text)
    {
        for (var at = text.IndexOf('[', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('[', at + 1))
        {
            // "[18F]" is no marker.
            var end = at + 1;
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            if (end > at + 1 && end < text.Length && text[end] is ']')
                return true;
        }

        return false;
    }
}

/// <summary>Between quotation marks stands the source's own text, to the letter.</summary>
internal sealed class QuoteRule : IClaimRule
{
    public string Name => "quote";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        if (!QuotedStrings.Balanced(claim.Text))
            return "A quotation mark has no partner.";
        return claim.Quoted.FirstOrDefault(quoted => !cited.Any(e => e.Whole.Text.Contains(quoted, StringComparison.Ordinal))) is { } wrong
            ? $"The words “{wrong}” do not stand in the source."
            : null;
    }
}

/// <summary>Every number of the claim stands in the window, in whatever form.</summary>
internal sealed class NumberRule : IClaimRule
{
    public string Name => "number";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        foreach (var number in claim.Stated.Numbers)
        {
            if (!IsLabel(number, claim.Text) && !IsOne(number, claim.Text) && !Stands(number, claim.Stated, window, cited))
                return $"The number “{number.Range.Of(claim.Text)}” does not stand in the sentences it rests on.";
        }

        return null;
    }

    private static bool Stands(NumberMention number, StatedText claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        if (window.Numbers.Any(n => Values.Same(number, n)))
            return true;
        if (claim.WordAround(number) is { } word && window.Sentences.Any(s => s.Stated.Words.Any(w => string.Equals(w.Word, word.Word, StringComparison.Ordinal))))
            return true;
        if (number.Unit is NumberUnit.Ordinal && number.Value <= 3)
            return true;
        if (cited.Any(e => Elsewhere.Find(number, claim, e) is not null))
            return true;

        // A year may be the year of a date, or the year the document was published.
        return number.Unit == NumberUnit.None && cited.Any(e => e.Whole.Dates.Any(d => d.Year == number.Value) || e.Context.PublishedOn?.Year == number.Value
            || e.Heading.Numbers.Any(n => Values.Same(number, n)));
    }

    /// <summary>"one" is an article as often as a number.</summary>
    private static bool IsOne(NumberMention number, string text) => number is { Value: 1, Unit: NumberUnit.None } && !char.IsAsciiDigit(text[number.Range.Start]);

    /// <summary>One digit tied to letters or brackets counts nothing: "3-kinase", "P(3,4)", "1/2".</summary>
    private static bool IsLabel(NumberMention number, string text)
    {
        var (start, end) = (number.Range.Start, number.Range.End);
        if (number.Range.Length != 1 || number.Unit != NumberUnit.None)
            return false;
        return (end + 1 < text.Length && text[end] is '-' && char.IsLetter(text[end + 1])) || (end < text.Length && text[end] is '/') || (start > 0 && text[start - 1] is '/' or '(');
    }
}

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

        return null;
    }

    private static bool Stands(DateMention date, StatedText claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        if (window.Dates.Any(d => Values.Same(date, d)) || cited.Any(e => e.Heading.Dates.Any(d => Values.Same(date, d)) || Elsewhere.Find(date, claim, e) is not null))
            return true;
        if (cited.Any(e => e.Context.PublishedOn is { } published && Values.Same(date, new DateMention(default, published.Year, published.Month, published.Day, null))))
            return true;

        // A year may be written as a number ("the 2015 season"), and stand apart from its day and month: "planned for June", of a paper of that year.
        if (date.Year is not { } year)
            return false;
        return date is { Month: null, Day: null }
            ? cited.Any(e => Years(e).Contains(year))
            : cited.Any(e => Years(e).Any(y => Math.Abs(y - year) <= 1)) && cited.Any(e => e.Whole.Dates.Any(d => d.Year is null && Values.Same(date with { Year = null }, d)) || (date.Day is null && NamesMonth(e, date.Month!.Value)));
    }

    private static bool NamesMonth(Evidence evidence, int month)
    {
        var format = CultureInfo.InvariantCulture.DateTimeFormat;
        return evidence.Whole.Words.Any(w => w.Word.Equals(format.GetMonthName(month), StringComparison.OrdinalIgnoreCase) || w.Word.Equals(format.GetAbbreviatedMonthName(month), StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<int> Years(Evidence evidence) =>
        evidence.Whole.Dates.Select(d => d.Year).Append(evidence.Context.PublishedOn?.Year).OfType<int>().Concat(evidence.Whole.Numbers.Where(n => n.Value is >= 1000 and <= 2100).Select(n => (int)n.Value));
}

/// <summary>No more than half of the words of the claim's names are missing from the passages, and of what is nearly the source's own sentence no more than a third.</summary>
internal sealed class NameRule : IClaimRule
{
    private const double Missing = .5;
    private const double NearMissing = .34;

    public string Name => "name";

    // What is nearly a sentence of the source has no reason to bring a name the source has not.
    private static double Allowed(int missing, Claim claim, IReadOnlyList<Evidence> cited) =>
        missing > Missing * claim.NameWords.Count && cited.Any(e => e.Sentences.Any(s => NearVerbatim.Of(claim.Stated, s.Stated) is not null)) ? NearMissing : Missing;

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        if (claim.NameWords.Count == 0)
            return null;
        var missing = claim.NameWords.Where(w => !cited.Any(e => NameWords.Stands(w, e) || Initials.Stand(w, claim.Stated, e))).ToList();
        return missing.Count > Allowed(missing.Count, claim, cited) * claim.NameWords.Count
            ? $"The name “{claim.Text[missing[0].Start..missing[0].End]}” does not stand in the source."
            : null;
    }
}

/// <summary>What the claim denies the source denies, and the other way round.</summary>
internal sealed class NegationRule : IClaimRule
{
    private const string Reason = "One of the claim and its source says “not” where the other does not.";

    public string Name => "negation";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        var denied = Negations.In(claim.Stated).ToList();
        if (denied.Count > 0)
            return window.Evidence.Sentences.Any(s => (window.Sentences.Contains(s) || Elsewhere.Related(s, claim.Stated)) && (s.Stated.Words.Any(w => Negations.IsNear(w.Word)) || Speech.Denial(s.Stated.Text) is not null)) ? null : Reason;
        var best = window.Sentences.MaxBy(s => claim.Stated.Content.Count(s.Stated.Content.Contains))!.Stated;
        if (Speech.Denial(claim.Text) is not null)
            return null;
        foreach (var negation in Negations.In(best))
        {
            var scope = Negations.ScopeOf(best, negation);
            if (scope.Count > 0 && scope.All(claim.Stated.Content.Contains))
                return Reason;
        }

        return null;
    }
}

/// <summary>Enough of the claim's words stand in the window.</summary>
internal sealed class CoverageRule(double least) : IClaimRule
{
    public string Name => "coverage";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited) => window.Coverage(claim.Stated) < least ? "Too little of it stands in the source." : null;
}
