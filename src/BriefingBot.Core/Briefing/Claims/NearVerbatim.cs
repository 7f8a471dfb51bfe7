using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Words of the claim that stand where the sentence has other words; either side may be empty.</summary>
internal readonly record struct Replacement(IReadOnlyList<StatedWord> Claim, IReadOnlyList<StatedWord> Sentence);

/// <summary>
/// A claim laid over a sentence word by word (longest common subsequence). Where nearly all of it is the sentence's own words, the
/// few that differ are what it changed, and can be judged one by one.
/// </summary>
internal sealed class NearVerbatim
{
    /// <summary>Share of the claim's words that stand in the sentence in their order.</summary>
    public const double Nearly = .7;
    private const int Longest = 160;

    private NearVerbatim(StatedText sentence, IReadOnlyList<Replacement> replacements)
    {
        Sentence = sentence;
        Replacements = replacements;
    }

    public StatedText Sentence { get; }
    public IReadOnlyList<Replacement> Replacements { get; }

    /// <summary>Null where the claim is not nearly the sentence, or either is too long to lay over the other.</summary>
    public static NearVerbatim? Of(StatedText claim, StatedText sentence, double nearly = Nearly)
    {
        if (claim.Words.Count is < 4 or > Longest || sentence.Words.Count is 0 or > Longest || sentence.Words.Count < nearly * claim.Words.Count)
            return null;
        var (a, b) = (Whole(claim), Whole(sentence));
        var table = Table(a, b);
        return table[0, 0] >= nearly * a.Count ? new NearVerbatim(sentence, [.. Walk(a, b, table).Select(r => new Replacement([.. claim.Words.Take(r.OfClaim)], [.. sentence.Words.Take(r.OfSentence)]))]) : null;
    }

    private static bool Same(StatedWord a, StatedWord b) => string.Equals(a.Value, b.Value, StringComparison.Ordinal) || string.Equals(a.Word, b.Word, StringComparison.Ordinal);

    // The term of "Kol-122" is that of its first part: with figures, only the whole word is the word.
    private static List<StatedWord> Whole(StatedText text) =>
        [.. text.Words.Select(w => w.Word.AsSpan().ContainsAnyInRange('0', '9') ? w with { Value = StatedText.EndOfYears(text.Text, w.Range)?.ToString(CultureInfo.InvariantCulture) ?? SymbolForm.Of(w.Word) } : w)];

    private static int[,] Table(List<StatedWord> a, List<StatedWord> b)
    {
        var table = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
                table[i, j] = Same(a[i], b[j]) ? table[i + 1, j + 1] + 1 : Math.Max(table[i + 1, j], table[i, j + 1]);
        }

        return table;
    }

    private static List<(Range OfClaim, Range OfSentence)> Walk(List<StatedWord> a, List<StatedWord> b, int[,] table)
    {
        var found = new List<(Range OfClaim, Range OfSentence)>();
        var (i, j, fromA, fromB) = (0, 0, 0, 0);
        while (i < a.Count && j < b.Count)
        {
            if (Same(a[i], b[j]))
            {
                Add(i, j);
                (i, j) = (i + 1, j + 1);
                (fromA, fromB) = (i, j);
            }
            else if (table[i + 1, j] >= table[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        Add(a.Count, b.Count);
        return found;

        void Add(int toA, int toB)
        {
            if (toA > fromA || toB > fromB)
                found.Add((fromA..toA, fromB..toB));
        }
    }
}
