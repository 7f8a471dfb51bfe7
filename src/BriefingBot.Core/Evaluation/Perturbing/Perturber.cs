using System.Text.RegularExpressions;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Evaluation.Perturbing;

/// <summary>A claim before and after; for a quote the claim before has the words between quotation marks too.</summary>
internal sealed record Perturbed(string Before, string After);

/// <summary>Changes one thing in a true claim by fixed rules; the seed is fixed, so the same set gives the same changes.</summary>
/// <param name="pool">Names that may be put in, of all passages of the set.</param>
internal sealed partial class Perturber(IReadOnlyList<string> pool)
{
    private const int Seed = 20_316;
    private const int Tries = 200;

    private static readonly string[] NumberWords =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private readonly Random _random = new(Seed);

    /// <summary>Null where the claim holds nothing of the kind.</summary>
    public Perturbed? Change(PerturbItem item, PerturbKind kind) => kind switch
    {
        PerturbKind.Number => Number(item),
        PerturbKind.Name => Name(item, pool, foreign: true),
        PerturbKind.Negation => Negation(item),
        PerturbKind.Quote => Quote(item),
        PerturbKind.NumberElsewhere => NumberElsewhere(item),
        _ => Name(item, [.. item.Passages.SelectMany(p => NameMentions.Find(p.Whole.Text).Select(m => m.Range.Of(p.Whole.Text)))], foreign: false),
    };

    [GeneratedRegex(@"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w])", RegexOptions.None, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(?:is|was|are|were|has|have|had|will|would|can|could|may|might|should|did|does|do)\b(?! not\b|n't)", RegexOptions.None, 1000)]
    private static partial Regex Auxiliary();

    private Perturbed? Number(PerturbItem item)
    {
        var known = Known(item);
        if (Written(item.Text) is not { } range)
            return null;
        var old = range.Of(item.Text);
        for (var i = 0; i < Tries; i++)
        {
            var next = char.IsAsciiDigit(old[0]) ? OtherFigure(old) : NumberWords[_random.Next(NumberWords.Length)];
            if (!string.Equals(next, old, StringComparison.Ordinal) && !item.Says(next) && NumberMentions.Find(next + " men") is [var mention, ..] && !known.Contains(mention.Value))
                return Replaced(item.Text, range, next);
        }

        return null;
    }

    private Perturbed? NumberElsewhere(PerturbItem item)
    {
        if (Written(item.Text) is not { } range || !char.IsAsciiDigit(item.Text[range.Start]))
            return null;
        var own = item.Passages.SelectMany(p => p.Sentences).Where(s => Supports(item, s)).Select(s => s.Stated.Text).Append(item.Text).ToList();
        var others = item.Passages.SelectMany(p => Figure().Matches(p.Whole.Text)).Select(m => m.Value).Distinct(StringComparer.Ordinal)
            .Where(f => !own.Exists(o => o.Contains(f, StringComparison.Ordinal))).ToList();
        return others.Count == 0 ? null : Replaced(item.Text, range, others[_random.Next(others.Count)]);
    }

    private Perturbed? Name(PerturbItem item, IReadOnlyList<string> names, bool foreign)
    {
        var own = NameMentions.Find(item.Text);
        if (own.Count == 0)
            return null;
        var range = own[_random.Next(own.Count)].Range;
        var words = Speech.Words(range.Of(item.Text)).Select(w => w.Word).ToList();
        var near = item.Passages.SelectMany(p => p.Sentences).Where(s => Supports(item, s)).Select(s => s.Stated.Text).Append(item.Text).ToList();
        for (var i = 0; i < Tries && names.Count > 0; i++)
        {
            var next = names[_random.Next(names.Count)];
            var others = Speech.Words(next).Select(w => w.Word).Where(w => !StopWords.Contains(w)).ToList();
            if (others.Count == 0 || others.Exists(w => words.Contains(w, StringComparer.Ordinal)))
                continue;
            if (foreign ? !others.Exists(item.Says) : others.TrueForAll(w => !near.Exists(t => t.Contains(w, StringComparison.OrdinalIgnoreCase))))
                return Replaced(item.Text, range, next);
        }

        return null;
    }

    private static Perturbed? Negation(PerturbItem item)
    {
        if (item.Text.IndexOf(" not ", StringComparison.Ordinal) is var not and > 0)
            return new Perturbed(item.Text, item.Text.Remove(not, 4));
        return Auxiliary().Match(item.Text) is { Success: true } match ? new Perturbed(item.Text, item.Text.Insert(match.Index + match.Length, " not")) : null;
    }

    private Perturbed? Quote(PerturbItem item)
    {
        var quoted = QuotedStrings.Find(item.Text).FirstOrDefault(q => Speech.Words(q).Count() >= 3 && item.Passages.Any(p => p.Whole.Text.Contains(q, StringComparison.Ordinal)));
        var before = item.Text;
        if (quoted is null)
        {
            var words = Speech.Words(item.Text).ToList();
            if (!item.Verbatim || words.Count < 8 || words[2].Start == 0 || item.Text[words[2].Start - 1] != ' ' || item.Text[words[6].End] != ' ' || QuotedStrings.Find(item.Text).Count > 0)
                return null;
            var (from, to) = (words[2].Start, words[6].End);
            quoted = item.Text[from..to];
            before = $"{item.Text[..from]}“{quoted}”{item.Text[to..]}";
        }

        var inner = Speech.Words(quoted).ToList();
        var (_, start, end) = inner[_random.Next(1, inner.Count)];
        var changed = _random.Next(2) == 0 ? quoted.Remove(start, end - start).Insert(start, "entirely") : quoted.Remove(start - 1, end - start + 1);
        var after = before.Replace(quoted, changed, StringComparison.Ordinal);

        // What still is the source's own words, but for a comma before the mark, is a shorter quotation and no false one.
        return Claim.Of(after, item.Passages).Quoted.All(q => item.Passages.Any(p => p.Whole.Text.Contains(q, StringComparison.Ordinal))) ? null : new Perturbed(before, after);
    }

    private static Perturbed Replaced(string text, TextRange range, string next) => new(text, text[..range.Start] + next + text[range.End..]);

    private static bool Supports(PerturbItem item, EvidenceSentence sentence)
    {
        var claim = new StatedText(item.Text, null);
        return item.Verbatim ? sentence.Stated.Text.Contains(item.Text, StringComparison.Ordinal) : claim.Content.Count(sentence.Stated.Content.Contains) * 2 >= claim.Content.Count;
    }

    private static HashSet<decimal> Known(PerturbItem item) =>
        [.. item.Passages.SelectMany(p => p.Whole.Numbers.Select(n => n.Value).Concat(NumberMentions.Find(p.Whole.Text).Select(n => n.Value)).Concat(p.Whole.Dates.SelectMany(d => new[] { d.Year, d.Month, d.Day }).OfType<int>().Select(v => (decimal)v)))];

    private TextRange? Written(string text)
    {
        var found = Figure().Matches(text).Select(m => new TextRange(m.Index, m.Index + m.Length))
            .Concat(Speech.Words(text).Where(w => NumberWords.Contains(w.Word, StringComparer.Ordinal)).Select(w => new TextRange(w.Start, w.End))).ToList();
        return found.Count == 0 ? null : found[_random.Next(found.Count)];
    }

    private string OtherFigure(string old)
    {
        var digits = old.ToCharArray();
        for (var i = 0; i < digits.Length; i++)
        {
            if (char.IsAsciiDigit(digits[i]))
                digits[i] = (char)('0' + _random.Next(i == 0 ? 1 : 0, 10));
        }

        // A year stays a year, and a day of the month a day.
        if (old.Length == 4 && old[0] is '1' or '2' && !old.Contains(',', StringComparison.Ordinal))
            digits[0] = old[0];
        return new string(digits);
    }
}
