using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Digests;

/// <summary>What became of a document in the digests.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="DigestId">The newest digest it was new in; null where it waits for the next.</param>
/// <param name="DueUtc">When that digest was due; null where it waits.</param>
/// <param name="Headline">Of the story it was told in; null where it was left out.</param>
/// <param name="MergedWith">Other documents of its story.</param>
/// <param name="CopyOf">The document whose text it carries; null where the text is its own.</param>
/// <param name="LeftOut">Why it is told nowhere; null where it is told.</param>
public sealed record DigestFate(
    string DocumentId, string? DigestId, DateTimeOffset? DueUtc, string? Headline, IReadOnlyList<string> MergedWith, string? CopyOf, string? LeftOut);

/// <summary>Whose digests a document may be in.</summary>
/// <param name="Channel">A channel; digests of its whole workspace count.</param>
/// <param name="Schedule">The schedule whose next digest is looked at; null for the next one made by hand.</param>
public sealed record DigestOwner(ChannelKey Channel, DigestSchedule? Schedule);

/// <summary>Answers why a document is in a digest, or is missing.</summary>
public static class DigestFates
{
    /// <summary>The fate of a document in the newest digest it was new in, else in the next one as it would be now.</summary>
    /// <exception cref="LibraryNotFoundException">The library has no such document.</exception>
    /// <param name="library">The library.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="maker">Makes the next digest where the document waits for it.</param>
    /// <param name="whose">Whose digests are looked at; null for all, and the next one made by hand.</param>
    /// <param name="cancellationToken">Checked while stories catch up.</param>
    public static DigestFate Of(LibraryFile library, string documentId, DigestMaker maker, DigestOwner? whose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(maker);
        StoryClusters.CatchUp(library, cancellationToken);
        var (stored, merged, copyOf, removed) = library.Read(session => Read(session, documentId, whose?.Channel.Workspace));
        if (stored is { } fate) return new DigestFate(documentId, fate.DigestId, fate.DueUtc, fate.Headline, merged, copyOf, fate.Reason);
        if (removed) return new DigestFate(documentId, null, null, null, merged, copyOf, "it was removed before a digest was made");
        var next = maker.Preview(library, whose?.Schedule, whose?.Channel, cancellationToken);
        var headline = next.Stories.FirstOrDefault(s => s.Documents.Contains(documentId, StringComparer.Ordinal))?.Headline;
        var reason = next.LeftOut.FirstOrDefault(l => l.DocumentId == documentId)?.Reason;
        return new DigestFate(documentId, null, null, headline, merged, copyOf, headline is null ? reason ?? "it is not new since the last digest" : null);
    }

    private static ((string DigestId, string? Headline, string? Reason, DateTimeOffset DueUtc)? Stored, List<string> Merged, string? CopyOf, bool Removed) Read(LibrarySession session, string id, WorkspaceKey? workspace)
    {
        var document = new DocumentStore(session).Find(id)
            ?? throw new LibraryNotFoundException($"The library \"{session.File.Name}\" has no document {id}. \"documents\" lists what it has.");
        var story = StoryClusters.StoryOf(session, id);
        var merged = story is null ? [] : StoryClusters.DocumentsOf(session, story).Where(d => d != id).ToList();
        return (new DigestStore(session).Fate(id, workspace), merged, new Copies(session).CopyOf(id), document.RemovedUtc is not null);
    }
}
