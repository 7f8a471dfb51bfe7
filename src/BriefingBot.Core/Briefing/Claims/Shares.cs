using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Parts of a whole, however they are written: "one in five", "1/5", "20 out of 100", "a fifth", "20 %", "493 per million".</summary>
internal static class Shares
{
    /// <summary>"1 in 2,000" is said of 493 in a million.</summary>
    private const decimal Rounding = .02m;

    private static readonly string[] Joints = [" in ", "/", " out of ", " of ", " per ", " in every ", " of every "];

    private static readonly (string Words, decimal Whole)[] Wholes = [(" per thousand", 1_000), (" per million", 1_000_000), (" in a thousand", 1_000), (" in a million", 1_000_000)];

    private static readonly string[] Counts = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static readonly string[] Parts = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>Whether the number is part of a share that the sentence states in another form.</summary>
    public static bool Hold(NumberMention number, StatedText claim, StatedText sentence)
    {
        var ours = Find(claim).Where(s => s.Numbers.Contains(number)).ToList();
        if (ours.Count == 0)
            return false;

        // "212 out of 223" is no 95 % of something where the source has 212 out of 430.
        var stated = Find(sentence).ToList();
        return !stated.Exists(theirs => ours.Exists(s => IsOther(s, theirs)))
            && stated.Exists(theirs => ours.Exists(s => Math.Abs(s.Value - theirs.Value) <= Rounding * theirs.Value && !(s.IsPercent && theirs.IsPercent)));
    }

    private static bool IsOther(Share a, Share b) =>
        a.Numbers.Count > 1 && b.Numbers.Count > 1 && a.Value != b.Value && a.Numbers[0].Value == b.Numbers[0].Value;

    private static IEnumerable<Share> Find(StatedText text) => OfNumbers(text).Concat(OfWords(text));

    // "One in five": a bare "one" is no number.
    private static bool OneBefore(string text, int at) =>
        Array.Exists(Joints, joint => joint.Length > 1 && text.AsSpan(0, at).EndsWith("one" + joint, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Share> OfNumbers(StatedText text)
    {
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            var number = text.Numbers[i];
            if (number.Unit is NumberUnit.Percent)
                yield return new Share(number.Value / 100, [number], IsPercent: true);
            if (number.Unit is not NumberUnit.None || number.Value <= 0)
                continue;
            if (OneBefore(text.Text, number.Range.Start))
                yield return new Share(1 / number.Value, [number]);
            foreach (var (words, whole) in Wholes)
            {
                if (text.Text.AsSpan(number.Range.End).StartsWith(words, StringComparison.OrdinalIgnoreCase))
                    yield return new Share(number.Value / whole, [number]);
            }

            if (i + 1 < text.Numbers.Count && text.Numbers[i + 1] is { Unit: NumberUnit.None } next && next.Value > number.Value && next.Range.Start >= number.Range.End
                && Joints.Contains(text.Text[number.Range.End..next.Range.Start], StringComparer.OrdinalIgnoreCase))
                yield return new Share(number.Value / next.Value, [number, next]);
        }
    }

    /// <summary>"Half", "a third", "three-quarters"; the first half is none, nor is a third attempt.</summary>
    private static IEnumerable<Share> OfWords(StatedText text)
    {
        List<(string Word, int Start, int End)> words = [.. text.Words.SelectMany(w => w.Word.Split('-').Select(part => (part, w.Start, w.End)))];
        for (var i = 0; i < words.Count; i++)
        {
            var part = Array.IndexOf(Parts, words[i].Word is "halves" ? "half" : words[i].Word.TrimEnd('s')) + 2;
            if (part < 2)
                continue;
            var before = i > 0 ? words[i - 1].Word : "";
            var count = before is "a" ? 1 : Array.IndexOf(Counts, before) + 1;
            if (count == 0 && part == 2 && before is not ("first" or "second" or "latter" or "other"))
                count = 1;
            var said = new TextRange(words[Math.Max(0, i - 1)].Start, words[i].End);
            var numbers = text.Numbers.Where(n => n.Range.Overlaps(said) && n.Unit is not NumberUnit.Ordinal).ToList();

            // "Half a million" is a number, and "a third attempt" the third.
            var followed = i + 1 < words.Count ? words[i + 1].Word : "";
            if (count > 0 && count < part && numbers.TrueForAll(n => n.Value == count) && (count > 1 || part == 2 || followed is "" or "of" or "the" or "more" or "less" or "fewer"))
                yield return new Share((decimal)count / part, numbers);
        }
    }

    private sealed record Share(decimal Value, IReadOnlyList<NumberMention> Numbers, bool IsPercent = false);
}
