using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Stories;

/// <summary>Finds in a copy's original the passage that says the same.</summary>
public static class SharedText
{
    private const int ShingleWords = 3;
    private const int ShortLine = 6;

    /// <summary>Share of the passage's shingles the other must hold.</summary>
    private const double Least = .3;

    /// <summary>The passage of the original's text that holds most of this text; null where none holds enough, because only the copy says it.</summary>
    /// <param name="text">A passage of the copy.</param>
    /// <param name="original">The original's text.</param>
    /// <param name="passages">Its passages.</param>
    public static Passage? Same(string text, Revision original, IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(passages);
        var wanted = Of(text);
        var (best, bar) = ((Passage?)null, Least * wanted.Count);
        foreach (var passage in passages)
        {
            var held = Of(passage.Range.Of(original.Text));
            double shared = wanted.Count(held.Contains);
            if (shared > 0 && shared >= bar && (best is null || shared > bar)) (best, bar) = (passage, shared);
        }

        return best;
    }

    /// <summary>Whether the original says every sentence of a passage of the copy, some words aside; lines too short to tell do not count.</summary>
    public static bool HoldsAll(string text, string original)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(original);
        var held = Of(original);
        return SentenceSplitter.Split(text).Select(sentence => Of(sentence.Of(text))).All(s => s.Count < ShortLine || s.Count(held.Contains) >= Least * s.Count);
    }

    private static HashSet<ulong> Of(string text) => [.. Shingles.Runs(Shingles.Words(text), ShingleWords)];
}
