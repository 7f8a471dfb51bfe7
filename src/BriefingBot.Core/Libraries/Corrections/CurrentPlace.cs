using BriefingBot.Core.Text;

namespace BriefingBot.Core.Libraries.Corrections;

/// <summary>
/// Finds what a newer text says where an older one was quoted: the same words, else the sentence most like them, else what stands between the
/// sentences that stood around them.
/// </summary>
internal static class CurrentPlace
{
    /// <summary>Share of words two sentences have in common (Dice 1945) from which one is the other, reworded.</summary>
    private const double Alike = .5;

    /// <summary>Sentences taken for what stands between two neighbours, at most.</summary>
    private const int MostBetween = 3;

    /// <summary>Sentences of one text looked at, at most.</summary>
    private const int MostSentences = 5_000;

    /// <param name="old">The text that was quoted.</param>
    /// <param name="quote">What was quoted of it.</param>
    /// <param name="current">The newer text.</param>
    /// <returns>Null where nothing stands there any more.</returns>
    public static TextRange? Find(string old, TextRange quote, string current)
    {
        if (quote.Length == 0 || quote.End > old.Length || current.Length == 0) return null;
        if (Verbatim(old, quote, current) is { } same) return same;
        var (before, now) = (SentenceSplitter.Split(old), SentenceSplitter.Split(current));
        if (before.Count > MostSentences || now.Count > MostSentences) return null;
        var kept = new HashSet<string>(before.Where(s => s.End <= quote.Start || s.Start >= quote.End).Select(s => s.Of(old)), StringComparer.Ordinal);
        return MostAlike(quote.Of(old), current, now, kept) ?? Between(old, quote, before, current, now);
    }

    /// <summary>Whether a text holds the words, however they are spaced.</summary>
    public static bool Holds(string current, string quote) =>
        current.Contains(quote, StringComparison.Ordinal) || Spaces.Single(current).Contains(Spaces.Single(quote), StringComparison.Ordinal);

    /// <summary>The occurrence nearest to where it stood.</summary>
    private static TextRange? Verbatim(string old, TextRange quote, string current)
    {
        var words = quote.Of(old);
        var (best, distance) = (-1, int.MaxValue);
        for (var at = current.IndexOf(words, StringComparison.Ordinal); at >= 0; at = current.IndexOf(words, at + words.Length, StringComparison.Ordinal))
        {
            if (Math.Abs(at - quote.Start) < distance) (best, distance) = (at, Math.Abs(at - quote.Start));
        }

        return best < 0 ? null : new TextRange(best, best + words.Length);
    }

    /// <summary>A sentence that the old text had elsewhere is not the quote, reworded.</summary>
    private static TextRange? MostAlike(string quote, string current, IReadOnlyList<TextRange> sentences, HashSet<string> kept)
    {
        var asked = Words(quote);
        var (best, most) = ((TextRange?)null, Alike);
        foreach (var sentence in sentences)
        {
            var text = sentence.Of(current);
            if (kept.Contains(text)) continue;
            var held = Words(text);
            var likeness = held.Count + asked.Count == 0 ? 0 : 2.0 * asked.Count(held.Contains) / (held.Count + asked.Count);
            if (likeness > most) (best, most) = (sentence, likeness);
        }

        return best;
    }

    private static TextRange? Between(string old, TextRange quote, IReadOnlyList<TextRange> before, string current, IReadOnlyList<TextRange> now)
    {
        var left = before.LastOrDefault(s => s.End <= quote.Start);
        var right = before.FirstOrDefault(s => s.Start >= quote.End);
        if (left.Length == 0 || right.Length == 0) return null;
        var (first, last) = (IndexOf(left), IndexOf(right));
        return first >= 0 && last > first + 1 && last - first - 1 <= MostBetween ? new TextRange(now[first + 1].Start, now[last - 1].End) : null;

        int IndexOf(TextRange sentence)
        {
            for (var i = 0; i < now.Count; i++)
            {
                if (now[i].Length == sentence.Length && current.AsSpan(now[i].Start, now[i].Length).SequenceEqual(old.AsSpan(sentence.Start, sentence.Length))) return i;
            }

            return -1;
        }
    }

    private static HashSet<string> Words(string text) => Analyser.Analyse(text, null).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
}
