using System.Globalization;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Addresses and calls to people belong to the program, never to a claim.</summary>
internal sealed class LinkRule : IClaimRule
{
    private static readonly string[] Signs = ["://", "www.", "@everyone", "@here", "<@", "<#", "](", "javascript:", "mailto:", "discord.gg", "<a ", "<img", "<script"];

    private const string Around = ".,;:!?()[]“”\"'’‘…";

    public string Name => "link";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        var seen = AsSeen(claim.Text);
        return Array.Exists(Signs, sign => seen.Contains(sign, StringComparison.OrdinalIgnoreCase)) || HoldsMarker(seen) || Address(seen, cited) ? "It holds a link, a number of a source or a call to people." : null;
    }

    /// <summary>Without what nobody sees, and full-width signs as plain ones: neither hides a link.</summary>
    private static string AsSeen(string text) => string.Concat(text.Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format).Select(c => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '。' or '｡' => '.',
        _ => c,
    }));

    // "evil.example" is typed into a browser as easily as it is pressed; one the source names is the source's.
    private static bool Address(string text, IReadOnlyList<Evidence> cited)
    {
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var dot = word.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && dot + 2 < word.Length && char.IsLetterOrDigit(word[dot - 1]) && char.IsLower(word[dot + 1]) && char.IsLower(word[dot + 2])
                && word.AsSpan().Trim(Around).ToString() is { Length: > 0 } bare && !cited.Any(e => e.Whole.Text.Contains(bare, StringComparison.OrdinalIgnoreCase) || e.Heading.Text.Contains(bare, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

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

/// <summary>Between quotation marks stands the source's own text, to the letter; what is left out of it is marked.</summary>
internal sealed class QuoteRule : IClaimRule
{
    public string Name => "quote";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        if (!QuotedStrings.Balanced(claim.Text))
            return "A quotation mark has no partner.";
        return claim.Quoted.FirstOrDefault(quoted => !cited.Any(e => e.Whole.Text.Contains(quoted, StringComparison.Ordinal) || QuoteOmissions.Find(quoted, e) is not null)) is { } wrong
            ? $"The words “{wrong}” do not stand in the source."
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
            if (scope.Count > 0 && scope.All(claim.Stated.Content.Contains) && Negations.MaySpeakOf(best, negation, claim.Stated))
                return Reason;
        }

        return null;
    }
}

/// <summary>
/// Enough of the claim's words stand in the window. A claim whose names, numbers and dates stand there needs fewer of the others, but not none of them; what
/// has none has only its words to speak for it.
/// </summary>
/// <param name="least">Share of the words of a claim that names and counts nothing.</param>
/// <param name="leastWithFacts">Share of the words of any other.</param>
internal sealed class CoverageRule(double least, double leastWithFacts) : IClaimRule
{
    /// <summary>Two words of three stand together in many places.</summary>
    private const double Few = 3;

    public string Name => "coverage";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        var (held, all) = window.Overlap(claim.Stated);
        var facts = claim.NameWords.Count + claim.Stated.Numbers.Count + claim.Stated.Dates.Count > 0;
        var stands = facts ? held >= leastWithFacts * all && SaysSomething(claim, window) : held >= least * all && (held >= Few || held >= all);
        return all > 0 && stands ? null : "Too little of it stands in the source.";
    }

    // Names alone are no statement: of what is said of them something must stand too, be it elsewhere in the passage.
    private static bool SaysSomething(Claim claim, EvidenceWindow window)
    {
        var others = claim.Stated.Units.Where(unit => !claim.NameWords.Any(word => word.Start == unit.Start)).ToList();
        return others.Count == 0 || others.Exists(unit => window.Held(unit) > 0 || unit.Terms.Any(window.Evidence.Whole.Content.Contains));
    }
}
