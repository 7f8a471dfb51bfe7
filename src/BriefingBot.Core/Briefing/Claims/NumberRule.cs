using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Every number of the claim stands in the window, in whatever form.</summary>
internal sealed class NumberRule : IClaimRule
{
    /// <summary>"A 3-day truce" counts days.</summary>
    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal)
    {
        "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century", "point", "mile", "metre", "meter", "kilometre", "kilometer", "foot", "inch", "acre", "tonne", "ton", "litre",
        "member", "man", "woman", "person", "seat", "nation", "country", "state", "party", "vote", "goal", "run", "game", "match", "set", "round", "part", "page", "storey", "story", "bed", "room", "bedroom", "fold", "star", "strong", "judge", "vehicle",
    };

    private static readonly string[] Rests = ["the other ", "the remaining "];

    private static readonly string[] OneOf = [" one of ", " one of the "];

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
        if ((number.Unit is NumberUnit.Ordinal && number.Value <= 3) || IsRest(number, claim))
            return true;
        if (cited.Any(e => Elsewhere.Find(number, claim, e) is not null) || window.Sentences.Any(s => NumberForms.Hold(number, claim, s.Stated)))
            return true;

        // A year may be the year of a date, or the year the document was published.
        return number.Unit == NumberUnit.None && cited.Any(e => e.Whole.Dates.Any(d => d.Year == number.Value) || e.Context.PublishedOn?.Year == number.Value
            || e.Heading.Numbers.Any(n => Values.Same(number, n)));
    }

    /// <summary>"One of three …, the other two": the claim's own sum, of a number that must stand itself.</summary>
    private static bool IsRest(NumberMention number, StatedText claim) =>
        Array.Exists(Rests, rest => claim.Text.AsSpan(0, number.Range.Start).EndsWith(rest, StringComparison.OrdinalIgnoreCase))
        && claim.Numbers.Any(n => n.Unit is NumberUnit.None && n.Value == number.Value + 1 && n.Range.End < number.Range.Start
            && Array.Exists(OneOf, one => claim.Text.AsSpan(0, n.Range.Start).EndsWith(one, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"one" is an article as often as a number.</summary>
    private static bool IsOne(NumberMention number, string text) => number is { Value: 1, Unit: NumberUnit.None } && !char.IsAsciiDigit(text[number.Range.Start]);

    /// <summary>One digit tied to letters or brackets counts nothing: "3-kinase", "P(3,4)", "1/2", "P 2".</summary>
    private static bool IsLabel(NumberMention number, string text)
    {
        var (start, end) = (number.Range.Start, number.Range.End);
        if (number.Range.Length != 1 || number.Unit != NumberUnit.None)
            return false;
        if (start >= 2 && text[start - 1] is ' ' && char.IsAsciiLetterUpper(text[start - 2]) && text[start - 2] is not ('A' or 'I') && (start == 2 || !char.IsAsciiLetter(text[start - 3])))
            return true;
        return (end + 1 < text.Length && text[end] is '-' && char.IsLetter(text[end + 1]) && !Counted.Contains(Speech.Words(text[(end + 1)..]).First().Word.Split('-')[0])) || (end < text.Length && text[end] is '/') || (start > 0 && text[start - 1] is '/' or '(');
    }
}
