using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Parts of a whole, however they are written: "one in five", "1/5", "20 out of 100", "20 %", "493 per million".</summary>
internal static class Shares
{
    /// <summary>"1 in 2,000" is said of 493 in a million.</summary>
    private const decimal Rounding = .02m;

    private static readonly string[] Joints = [" in ", "/", " out of ", " of ", " per ", " in every ", " of every "];

    private static readonly (string Words, decimal Whole)[] Wholes = [(" per thousand", 1_000), (" per million", 1_000_000), (" in a thousand", 1_000), (" in a million", 1_000_000)];

    /// <summary>Whether the number is part of a share that the sentence states in another form.</summary>
    public static bool Hold(NumberMention number, StatedText claim, StatedText sentence)
    {
        var ours = Find(claim).Where(s => s.Numbers.Contains(number)).ToList();
        var stated = Find(sentence).ToList();

        // "212 out of 223" is no 95 % of something where the source has 212 out of 430.
        if (stated.Exists(theirs => theirs.Numbers.Count > 1 && ours.Exists(s => IsOtherShare(s, theirs))))
            return false;
        return ours.Count > 0 && stated.Exists(theirs => ours.Exists(s => Math.Abs(s.Value - theirs.Value) <= Rounding * theirs.Value && (s.Numbers.Count > 1 || theirs.Numbers.Count > 1)));
    }

    private static bool IsOtherShare((decimal Value, IReadOnlyList<NumberMention> Numbers) a, (decimal Value, IReadOnlyList<NumberMention> Numbers) b) =>
        a.Numbers.Count > 1 && a.Value != b.Value && a.Numbers[0].Value == b.Numbers[0].Value && a.Numbers[0].Value > 1;

    // "One in five": a bare "one" is no number.
    private static bool OneBefore(string text, int at) =>
        Array.Exists(Joints, joint => joint.Length > 1 && text.AsSpan(0, at).EndsWith("one" + joint, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(decimal Value, IReadOnlyList<NumberMention> Numbers)> Find(StatedText text)
    {
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            var number = text.Numbers[i];
            if (number.Unit is NumberUnit.Percent)
                yield return (number.Value / 100, [number]);
            if (number.Unit is not NumberUnit.None || number.Value <= 0)
                continue;
            if (OneBefore(text.Text, number.Range.Start))
                yield return (1 / number.Value, [number, number]);
            foreach (var (words, whole) in Wholes)
            {
                if (text.Text.AsSpan(number.Range.End).StartsWith(words, StringComparison.OrdinalIgnoreCase))
                    yield return (number.Value / whole, [number]);
            }

            if (i + 1 < text.Numbers.Count && text.Numbers[i + 1] is { Unit: NumberUnit.None } next && next.Value > number.Value && next.Range.Start >= number.Range.End
                && Joints.Contains(text.Text[number.Range.End..next.Range.Start], StringComparer.OrdinalIgnoreCase))
                yield return (number.Value / next.Value, [number, next]);
        }
    }
}
