using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Stories;

/// <summary>The same features and the same bar, all documents known beforehand: agglomerative clustering by average linkage (UPGMA).</summary>
internal static class BatchStories
{
    public static double F1(string file)
    {
        var rows = JsonRow.ReadAll(SetFile.At(file)).Select(StoryRow.Of).ToList();
        var statistics = new TermStatistics([], 0);
        var members = rows.ConvertAll(row => new StoryMember(
            new StoryDocument(row.Id, 0, 0, StoryTerms.Of(row.Title ?? "", "en", Analyser.Analyse(row.Text, "en").Select(t => t.Value)), null), null));
        foreach (var member in members) statistics.Add(member.Document.Terms);
        var labels = Cluster(members, statistics);
        var scores = BCubed.Items([.. rows.Select((row, i) => (labels[i], row.Story))]);
        var (precision, recall) = (scores.Average(s => s.Precision), scores.Average(s => s.Recall));
        return 2 * precision * recall / (precision + recall);
    }

    private static string[] Cluster(List<StoryMember> members, TermStatistics statistics)
    {
        var n = members.Count;
        var sum = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++) sum[i, j] = sum[j, i] = members[i].Cosine(members[j], statistics);
        }

        var size = Enumerable.Repeat(1, n).ToArray();
        var labels = Enumerable.Range(0, n).ToArray();
        while (Likest(sum, size) is var (a, b))
        {
            for (var k = 0; k < n; k++) sum[a, k] = sum[k, a] = sum[a, k] + sum[b, k];
            size[a] += size[b];
            size[b] = 0;
            for (var k = 0; k < n; k++) labels[k] = labels[k] == b ? a : labels[k];
        }

        return [.. labels.Select(l => $"{l}")];
    }

    private static (int A, int B)? Likest(double[,] sum, int[] size)
    {
        (int, int)? best = null;
        double bar = StoryPlacing.Same;
        for (var i = 0; i < size.Length; i++)
        {
            for (var j = 0; j < i && size[i] > 0; j++)
            {
                if (size[j] == 0 || sum[i, j] < bar * size[i] * size[j]) continue;
                bar = sum[i, j] / ((double)size[i] * size[j]);
                best = (i, j);
            }
        }

        return best;
    }
}
