using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Stories;

/// <summary>One run of placing documents in stories; holds what is in reach in memory between its transactions.</summary>
internal sealed class StoryPlacing
{
    /// <summary>Mean cosine to a story's documents from which a document tells its news.</summary>
    internal const float Same = .16f;

    /// <summary>Mean cosine between two stories' documents from which they are one.</summary>
    internal const float SameStory = .18f;
    private const int Neighbours = 60;

    private readonly TermStatistics statistics;
    private readonly StoryWindow window = new();

    public StoryPlacing(LibrarySession session)
    {
        var store = new StoryStore(session);
        (Through, var documents) = store.State();
        statistics = new TermStatistics(store.TermCounts(), documents);
    }

    /// <summary>The last revision this run knows of.</summary>
    public long Through { get; private set; }

    public int Advance(LibrarySession session, int most)
    {
        var store = new StoryStore(session);
        var copies = new Copies(session);
        var placed = 0;
        foreach (var (revision, document) in store.After(Through, most))
        {
            Through = revision;
            if (document is null) continue;
            Place(store, copies, document, revision);
            placed++;
        }

        store.SetTermCounts(statistics.TakeChanged());
        store.SetState(Through, statistics.Documents);
        return placed;
    }

    private void Place(StoryStore store, Copies copies, string documentId, long revisionId)
    {
        var root = copies.RootOf(documentId);
        // A corrected text stays in its story, a copy in its original's.
        if ((root != documentId ? store.StoryOf(root) : store.StoryOf(documentId)) is { } known)
        {
            store.Place(documentId, revisionId, known);
            return;
        }

        var (day, terms) = store.Features(revisionId);
        statistics.Add(terms);
        var member = new StoryMember(new StoryDocument(documentId, revisionId, day, terms, null), null);
        var near = window.Nearest(member, statistics, store, Neighbours);
        var story = Best(member, near) ?? window.Story(store.AddStory());
        member.Story = story;
        window.Add(member);
        store.Place(documentId, revisionId, story.Id);
        story = Join(store, story, near);
        Settle(store, story, near);
    }

    /// <summary>The story whose documents are likest in the mean, of those the neighbours are in; null where none is like enough.</summary>
    private OpenStory? Best(StoryMember member, List<(StoryMember Member, float Cosine)> near)
    {
        var (best, bar) = ((OpenStory?)null, 0f);
        foreach (var story in near.Select(n => n.Member.Story!).Distinct())
        {
            var average = story.Average(member, statistics, StoryWindow.Days);
            if (average >= Same && average > bar) (best, bar) = (story, average);
        }

        return best;
    }

    /// <summary>A document may show that two stories are one. The one with the older first document goes on.</summary>
    private OpenStory Join(StoryStore store, OpenStory story, List<(StoryMember Member, float Cosine)> near)
    {
        foreach (var other in near.Take(10).Select(n => n.Member.Story!).Distinct().Where(o => o != story).ToList())
        {
            if (other.Members.Count == 0 || Between(story, other) < SameStory) continue;
            var (into, from) = First(story) <= First(other) ? (story, other) : (other, story);
            foreach (var member in from.Members) member.Story = into;
            into.Members.AddRange(from.Members);
            from.Members.Clear();
            window.Forget(from);
            store.Merge(from.Id, into.Id);
            story = into;
        }

        return story;
    }

    /// <summary>The neighbours look again whether the story that grew is nearer than their own.</summary>
    private void Settle(StoryStore store, OpenStory grown, List<(StoryMember Member, float Cosine)> near)
    {
        foreach (var (member, _) in near.Take(10))
        {
            var own = member.Story!;
            if (own == grown) continue;
            var average = grown.Average(member, statistics, StoryWindow.Days);
            if (average < Same || average <= own.Average(member, statistics, StoryWindow.Days)) continue;
            own.Members.Remove(member);
            grown.Members.Add(member);
            member.Story = grown;
            store.Place(member.Document.DocumentId, member.Document.RevisionId, grown.Id);
            store.MoveCopies(member.Document.DocumentId, grown.Id);
        }
    }

    private float Between(OpenStory a, OpenStory b)
    {
        var (fewer, more) = a.Members.Count <= b.Members.Count ? (a, b) : (b, a);
        return fewer.Members.Take(OpenStory.Looked).Average(member => more.Average(member, statistics, StoryWindow.Days));
    }

    private static long First(OpenStory story) => story.Members.Min(m => m.Document.RevisionId);
}
