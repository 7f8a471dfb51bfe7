using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Addresses and calls to people belong to the program, never to a claim.</summary>
internal sealed class LinkRule : IClaimRule
{
    private static readonly string[] Signs = ["://", "www.", "@everyone", "@here", "<@", "<#", "](", "javascript:", "mailto:", "discord.gg", "<a ", "<img", "<script"];

    public string Name => "link";

    public string? Fault(Claim claim, EvidenceWindow window) =>
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

    public string? Fault(Claim claim, EvidenceWindow window)
    {
        var text = window.Evidence.Whole.Text;
        if (!QuotedStrings.Balanced(claim.Text))
            return "A quotation mark has no partner.";
        return claim.Quoted.FirstOrDefault(quoted => !text.Contains(quoted, StringComparison.Ordinal)) is { } wrong
            ? $"The words “{wrong}” do not stand in the source."
            : null;
    }
}

/// <summary>Every number of the claim stands in the window, in whatever form.</summary>
internal sealed class NumberRule : IClaimRule
{
    public string Name => "number";

    public string? Fault(Claim claim, EvidenceWindow window)
    {
        foreach (var number in claim.Stated.Numbers)
        {
            if (!IsLabel(number, claim.Text) && !IsOne(number, claim.Text) && !Stands(number, claim.Stated, window))
                return $"The number “{number.Range.Of(claim.Text)}” does not stand in the sentences it rests on.";
        }

        return null;
    }

    private static bool Stands(NumberMention number, StatedText claim, EvidenceWindow window)
    {
        if (window.Numbers.Any(n => Values.Same(number, n)))
            return true;
        if (InWord(number, claim) is { } word && window.Sentences.Any(s => s.Stated.Words.Any(w => string.Equals(w.Word, word.Word, StringComparison.Ordinal))))
            return true;
        if (number.Unit is NumberUnit.Ordinal && number.Value <= 3)
            return true;
        if (window.Evidence.Sentences.Any(s => s.Stated.Numbers.Any(n => Values.Same(number, n)) && Elsewhere.Related(s, claim, number.Value)))
            return true;

        // A year may be the year of a date, or the year the document was published.
        return number.Unit == NumberUnit.None && (window.Dates.Any(d => d.Year == number.Value) || window.Evidence.Context.PublishedOn?.Year == number.Value
            || window.Evidence.Heading.Numbers.Any(n => Values.Same(number, n)));
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

    /// <summary>The word a number is only a part of: "3-kinase".</summary>
    private static StatedWord? InWord(NumberMention number, StatedText claim)
    {
        foreach (var word in claim.Words)
        {
            if (word.Start <= number.Range.Start && number.Range.End <= word.End && word.End - word.Start > number.Range.Length)
                return word;
        }

        return null;
    }
}

/// <summary>Every date of the claim is one the window states, as far as both say.</summary>
internal sealed class DateRule : IClaimRule
{
    public string Name => "date";

    public string? Fault(Claim claim, EvidenceWindow window)
    {
        foreach (var date in claim.Stated.Dates)
        {
            if (!Stands(date, claim.Stated, window))
                return $"The date “{date.Range.Of(claim.Text)}” does not stand in the sentences it rests on.";
        }

        return null;
    }

    private static bool Stands(DateMention date, StatedText claim, EvidenceWindow window)
    {
        var day = window.Evidence.Context.PublishedOn;
        if (window.Dates.Any(d => Values.Same(date, d)) || window.Evidence.Heading.Dates.Any(d => Values.Same(date, d)))
            return true;
        if (window.Evidence.Sentences.Any(s => s.Stated.Dates.Any(d => Values.Same(date, d)) && Elsewhere.Related(s, claim)))
            return true;
        if (day is { } published && Values.Same(date, new DateMention(default, published.Year, published.Month, published.Day, null)))
            return true;

        // A bare year may be written as a number ("the 2015 season"), and stand apart from its day and month.
        return date is { Month: null, Day: null, Weekday: null, Year: { } year } && (window.Numbers.Any(n => n.Value == year) || window.Evidence.Whole.Dates.Any(d => d.Year == year));
    }
}

/// <summary>No more than a fifth of the words of the claim's names are missing from the passage.</summary>
internal sealed class NameRule : IClaimRule
{
    private const double Missing = .34;

    public string Name => "name";

    public string? Fault(Claim claim, EvidenceWindow window)
    {
        if (claim.NameWords.Count == 0)
            return null;
        var missing = claim.NameWords.Where(w => !NameWords.Stands(w, window.Evidence) && !Initials.Stand(w, claim.Stated, window.Evidence)).ToList();
        return missing.Count > Missing * claim.NameWords.Count
            ? $"The name “{claim.Text[missing[0].Start..missing[0].End]}” does not stand in the source."
            : null;
    }
}

/// <summary>What the claim denies the source denies, and the other way round.</summary>
internal sealed class NegationRule : IClaimRule
{
    private const string Reason = "One of the claim and its source says “not” where the other does not.";

    public string Name => "negation";

    public string? Fault(Claim claim, EvidenceWindow window)
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

    public string? Fault(Claim claim, EvidenceWindow window) => window.Coverage(claim.Stated) < least ? "Too little of it stands in the source." : null;
}
