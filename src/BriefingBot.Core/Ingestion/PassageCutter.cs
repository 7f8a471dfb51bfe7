using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion;

/// <summary>
/// Cuts a text into passages of whole sentences: at most 150 words each, neighbours overlapping by the last
/// sentence where that has at most 40. Two characters of a script without spaces count as a word.
/// </summary>
public static class PassageCutter
{
    /// <summary>Words a passage may have at most.</summary>
    public const int MaxWords = 150;

    /// <summary>Words the sentence shared by two neighbours may have at most.</summary>
    public const int MaxOverlapWords = 40;

    /// <summary>
    /// The passages of a text, in text order. Together they cover everything but white space, also what
    /// <paramref name="sentences"/> leaves out; none begins or ends inside a surrogate pair or a combining sequence
    /// that the sentences did not already cut.
    /// </summary>
    /// <param name="text">The text of a revision.</param>
    /// <param name="sentences">Its sentences, in text order, not overlapping.</param>
    public static IReadOnlyList<TextRange> Cut(string text, IReadOnlyList<TextRange> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        var units = PassageUnits.Of(text, sentences);
        var passages = new List<TextRange>();
        var next = 0;
        var shared = false;
        while (next < units.Count)
        {
            var first = next;
            var end = FillFrom(units, first, shared ? first + 2 : first + 1);
            passages.Add(new TextRange(units[first].Range.Start, units[end - 1].Range.End));
            shared = end < units.Count && end - first > 1 && MayShare(units[end - 1], units[end]);
            next = shared ? end - 1 : end;
        }

        return passages;
    }

    /// <summary>One past the last unit of the passage that begins with <paramref name="first"/> and holds at least those before <paramref name="atLeast"/>.</summary>
    private static int FillFrom(List<PassageUnit> units, int first, int atLeast)
    {
        var size = 0;
        var end = first;
        while (end < units.Count && (end < atLeast || size + units[end].HalfWords <= 2 * MaxWords))
            size += units[end++].HalfWords;
        return end;
    }

    private static bool MayShare(PassageUnit last, PassageUnit following) =>
        last is { IsSentence: true, HalfWords: <= 2 * MaxOverlapWords }
        && last.HalfWords + following.HalfWords <= 2 * MaxWords;
}
