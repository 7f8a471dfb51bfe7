using System.Globalization;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Chooses what a model is shown: best first, no document taking all the room, nothing cut inside a sentence.</summary>
internal static class PassagePacker
{
    /// <summary>Passages of one document before others have had their turn.</summary>
    private const int PerDocument = 3;
    private const int Most = 20;
    private const int LeastTokens = 24;

    public static PackedPassages Pack(IReadOnlyList<RankedPassage> ranked, int tokens)
    {
        var packed = new List<PackedPassage>();
        var left = tokens;
        foreach (var passage in InTurn(ranked))
        {
            if (packed.Count == Most || left < LeastTokens)
                break;
            if (Fitting(passage, left - Overhead(passage)) is not { } range)
                continue;
            packed.Add(new PackedPassage(packed.Count + 1, passage, range));
            left -= TokenEstimate.Of(range.Of(passage.Revision.Text)) + Overhead(passage);
        }

        return Fenced(packed);
    }

    /// <summary>Passages as numbered lines between fence lines.</summary>
    public static PackedPassages Fenced(IReadOnlyList<PackedPassage> packed)
    {
        var body = string.Join('\n', packed.Select(p => $"[{p.Number}] {Heading(p.Ranked)}{FencedText.Line(p.Text)}"));
        return new PackedPassages(packed, FencedText.Fence(body), body);
    }

    private static IEnumerable<RankedPassage> InTurn(IReadOnlyList<RankedPassage> ranked)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var later = new List<RankedPassage>();
        foreach (var passage in ranked)
        {
            var count = taken[passage.Revision.DocumentId] = taken.GetValueOrDefault(passage.Revision.DocumentId) + 1;
            if (count <= PerDocument)
                yield return passage;
            else
                later.Add(passage);
        }

        foreach (var passage in later)
            yield return passage;
    }

    /// <summary>As many whole sentences from the beginning as there is room for; null where not one fits.</summary>
    private static TextRange? Fitting(RankedPassage passage, int tokens)
    {
        var range = passage.Passage.Range;
        var text = range.Of(passage.Revision.Text);
        if (TokenEstimate.Of(text) <= tokens)
            return range;
        var end = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (TokenEstimate.Of(text[..sentence.End]) > tokens)
                break;
            end = sentence.End;
        }

        return end > 0 ? new TextRange(range.Start, range.Start + end) : null;
    }

    private static int Overhead(RankedPassage passage) => TokenEstimate.Of(Heading(passage)) + 4;

    private static string Heading(RankedPassage passage)
    {
        var metadata = passage.Revision.Metadata;
        var day = metadata.PublishedOn?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var source = string.Join(", ", new[] { FencedText.Line(metadata.Publisher ?? ""), day }.Where(s => !string.IsNullOrEmpty(s)));
        return source.Length == 0 ? "" : $"({source}) ";
    }
}
