namespace BriefingBot.Core.Stories;

/// <summary>A document in memory while stories are made.</summary>
internal sealed class StoryMember(StoryDocument document, OpenStory? story)
{
    private const int Small = 2000;
    private const int Slack = 30;
    private int weighedAt;
    private float[] weights = [];

    public StoryDocument Document { get; } = document;

    /// <summary>Null while it is being placed.</summary>
    public OpenStory? Story { get; set; } = story;

    /// <summary>Weights under the statistics of now; in a large library, where one document changes little, of about now.</summary>
    public float[] Weights(TermStatistics statistics)
    {
        if (weighedAt == 0 || statistics.Documents - weighedAt > Math.Max(0, weighedAt - Small) / Slack)
            (weights, weighedAt) = (statistics.Weigh(Document.Terms), statistics.Documents);
        return weights;
    }

    /// <summary>Cosine, 0 to 1.</summary>
    public float Cosine(StoryMember other, TermStatistics statistics)
    {
        var (a, b) = (Document.Terms.Terms, other.Document.Terms.Terms);
        var (x, y) = (Weights(statistics), other.Weights(statistics));
        var (i, j, dot) = (0, 0, 0f);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) dot += x[i++] * y[j++];
            else if (a[i] < b[j]) i++;
            else j++;
        }

        return dot;
    }
}

/// <summary>A story and those of its documents that lie in reach.</summary>
internal sealed class OpenStory(string id)
{
    public string Id { get; } = id;

    public List<StoryMember> Members { get; } = [];

    /// <summary>Mean cosine of a document to the members published within the window around it, itself left out (average linkage, as UPGMA has it).</summary>
    public float Average(StoryMember member, TermStatistics statistics, int window)
    {
        var (sum, count) = (0f, 0);
        for (var i = Members.Count - 1; i >= 0 && count < Looked; i--)
        {
            var other = Members[i];
            if (other == member || Math.Abs(other.Document.Day - member.Document.Day) > window) continue;
            sum += member.Cosine(other, statistics);
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Members a document is compared with; of a very large story the newest say what it is about.</summary>
    public const int Looked = 40;
}
