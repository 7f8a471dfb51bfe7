using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Stories;

/// <summary>
/// Puts documents that tell the same news together, one after the other as they came: average linkage over tf-idf vectors within a window of days
/// (Allan 2002, "Topic Detection and Tracking"), with repair: stories that prove to be one are joined, a document nearer to another story moves there.
/// A story keeps its id for good; of two that are joined the older one's goes on.
/// </summary>
public static class StoryClusters
{
    /// <summary>Documents placed in one transaction.</summary>
    private const int Batch = 500;

    /// <summary>Places every document that came since the last call; the order of arrival decides, not how it is cut into calls. How many were placed.</summary>
    /// <exception cref="LibraryException">The library cannot be written.</exception>
    public static int CatchUp(LibraryFile library, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        StoryPlacing? placing = null;
        var placed = 0;
        while (library.Read(session => IsBehind(session)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            placed += library.Write(session =>
            {
                var (through, _) = new StoryStore(session).State();
                // Another process may have gone on meanwhile: what is in memory is then old.
                if (placing is null || placing.Through != through) placing = new StoryPlacing(session);
                return placing.Advance(session, Batch);
            });
        }

        return placed;
    }

    /// <summary>The story a document is in, as an id that stays; null before <see cref="CatchUp"/> met it.</summary>
    public static string? StoryOf(LibrarySession session, string documentId) => new StoryStore(session).StoryOf(documentId);

    /// <summary>The documents of a story that are in the library, copies among them, in the order they came; none for an unknown id.</summary>
    public static IReadOnlyList<string> DocumentsOf(LibrarySession session, string storyId)
    {
        var store = new StoryStore(session);
        return store.Current(storyId) is { } current ? store.DocumentsOf(current) : [];
    }

    /// <summary>The id a story goes by now: its own, or that of the story it was joined with; null where there never was one.</summary>
    public static string? Current(LibrarySession session, string storyId) => new StoryStore(session).Current(storyId);

    private static bool IsBehind(LibrarySession session)
    {
        var store = new StoryStore(session);
        return store.After(store.State().ThroughRevision, 1).Count > 0;
    }
}
