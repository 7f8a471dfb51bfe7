using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Digests;

/// <summary>What came since the last digest, as stories, the best first.</summary>
/// <param name="Stories">Each with its new documents.</param>
/// <param name="LeftOut">New documents in none of them.</param>
/// <param name="Documents">New documents.</param>
/// <param name="Copies">Those of them that carry a text another carries too.</param>
/// <param name="Asked">Those of them that are of the publishers, in the languages and about the topic the digest is for.</param>
internal sealed record News(IReadOnlyList<NewStory> Stories, IReadOnlyList<LeftOut> LeftOut, int Documents, int Copies, int Asked);

/// <summary>Reads what is new in a span of the library's own clock.</summary>
internal sealed class NewsReader(LibrarySession session, DigestWishes wishes)
{
    /// <summary>Share of the topic's words a story must hold.</summary>
    private const double AboutTopic = .5;

    private readonly Copies copies = new(session);
    private readonly DigestStore store = new(session);
    private readonly List<LeftOut> leftOut = [];
    private int copied;

    public News Read(DigestSpan span)
    {
        var documents = new DocumentStore(session);
        var ids = store.NewDocuments(span);
        var asked = ids.Select(id => documents.Find(id)!).Where(Asked).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var stories = new List<NewStory>();
        var offTopic = 0;
        foreach (var story in Told(asked, span).GroupBy(t => t.Told.StoryId, StringComparer.Ordinal))
        {
            var told = story.Select(t => t.Told).ToList();
            var match = Match(told);
            if (match < AboutTopic)
            {
                var others = told.Select(d => d.Id).Concat(story.SelectMany(t => t.Copies)).ToList();
                leftOut.AddRange(others.Select(id => new LeftOut(id, $"not about \"{wishes.Topic}\"")));
                offTopic += others.Count;
            }
            else
                stories.Add(new NewStory(story.Key, told, [.. story.SelectMany(t => t.Copies)], store.LastDigestOf(wishes, story.Key), match));
        }

        stories.Sort((a, b) => a.Rank == b.Rank ? a.Told[0].Revision.Id.CompareTo(b.Told[0].Revision.Id) : b.Rank.CompareTo(a.Rank));
        return new News(stories, leftOut, ids.Count, copied, asked.Count - offTopic);
    }

    private bool Asked(Document document)
    {
        var metadata = document.Current.Metadata;
        if (wishes.Publishers is { Count: > 0 } publishers && !publishers.Contains(metadata.Publisher ?? "", StringComparer.OrdinalIgnoreCase))
            leftOut.Add(new LeftOut(document.Id, $"its publisher, {metadata.Publisher ?? "unknown"}, was not asked for"));
        else if (wishes.Languages is { Count: > 0 } languages && !languages.Contains(metadata.Language ?? "", StringComparer.OrdinalIgnoreCase))
            leftOut.Add(new LeftOut(document.Id, $"its language, {metadata.Language ?? "unknown"}, was not asked for"));
        else
            return true;
        return false;
    }

    /// <summary>Each text once, by the first document that carries it, with the ids of the others.</summary>
    private IEnumerable<(NewDocument Told, List<string> Copies)> Told(Dictionary<string, Document> asked, DigestSpan span)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in asked.Values)
        {
            if (!done.Add(document.Id)) continue;
            var group = copies.GroupOf(document.Id);
            var members = group?.Members.Select(m => m.DocumentId).Where(asked.ContainsKey).ToList() ?? [document.Id];
            done.UnionWith(members);
            if (group?.Members.FirstOrDefault(m => m.Arrival <= span.FromRevision && !asked.ContainsKey(m.DocumentId)) is { } earlier)
            {
                copied += members.Count;
                leftOut.AddRange(members.Select(id => new LeftOut(id, $"a copy of {earlier.DocumentId}, which is earlier news")));
                continue;
            }

            copied += members.Count - 1;
            var told = asked[members[0]];
            yield return (new NewDocument(told, group, StoryClusters.StoryOf(session, told.Id) ?? told.Id), members[1..]);
        }
    }

    private double Match(List<NewDocument> told)
    {
        if (wishes.Topic is not { } topic) return 1;
        var words = Analyser.Analyse(topic, null).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        if (words.Count == 0) return 1;
        return told.Max(document =>
        {
            var (text, metadata) = (document.Revision.Text, document.Revision.Metadata);
            var held = Analyser.Analyse(metadata.Title, metadata.Language).Concat(Analyser.Analyse(text, metadata.Language)).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
            return (double)words.Count(held.Contains) / words.Count;
        });
    }
}
