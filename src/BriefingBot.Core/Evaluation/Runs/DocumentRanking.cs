using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>A document of a ranked list.</summary>
internal sealed record RankedDocument(string Id, double Score);

/// <summary>Passages put together to documents: a document stands where its best passage stands.</summary>
internal static class DocumentRanking
{
    public static IReadOnlyList<RankedDocument> Of(IEnumerable<RankedPassage> passages)
    {
        var best = new Dictionary<string, double>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var passage in passages)
        {
            var id = passage.Passage.DocumentId;
            if (best.TryAdd(id, passage.Score))
                order.Add(id);
            else
                best[id] = Math.Max(best[id], passage.Score);
        }

        // Stable: among equal scores the order of the retriever stands.
        return [.. order.Select(id => new RankedDocument(id, best[id])).OrderByDescending(document => document.Score)];
    }
}
