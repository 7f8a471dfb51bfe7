using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Retrieval;

/// <summary>A passage is worth partly its own words, partly its whole document's (Callan 1994).</summary>
internal static class RankFusion
{
    /// <summary>Best first, equal scores by id. A document outside <paramref name="documents"/> adds nothing.</summary>
    public static List<(Passage Passage, double Score)> Fuse(
        IReadOnlyList<IndexHit> passages, IReadOnlyList<IndexHit> documents, IReadOnlyDictionary<long, Passage> found, double passageShare)
    {
        var whole = new Dictionary<long, double>(documents.Count);
        foreach (var hit in documents)
            whole[hit.Id] = hit.Score;
        var fused = new List<(Passage Passage, double Score)>(passages.Count);
        foreach (var hit in passages)
        {
            if (!found.TryGetValue(hit.Id, out var passage))
                continue;
            var score = (passageShare * hit.Score) + ((1 - passageShare) * whole.GetValueOrDefault(passage.RevisionId));
            fused.Add((passage, Math.Max(0, score)));
        }

        fused.Sort((a, b) => a.Score == b.Score ? a.Passage.Id.CompareTo(b.Passage.Id) : b.Score.CompareTo(a.Score));
        return fused;
    }
}
