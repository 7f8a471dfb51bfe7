using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Stories;

/// <summary>Finds near-identical texts as they arrive and keeps them together.</summary>
/// <remarks>Only texts that are no copies are looked up later: a wire report taken over three hundred times stays one row of bands.</remarks>
public sealed class Copies(LibrarySession session)
{
    /// <summary>Texts that share bands and are compared word for word.</summary>
    private const int Compared = 4;

    private readonly CopyStore store = new(session);
    private readonly BandStore bands = new(session);

    /// <summary>Files a revision just stored, in the caller's transaction; one that is no copy is then to be kept by <see cref="Keep"/>. The document it is a copy of; null where it is none.</summary>
    /// <param name="revision">The newest text of its document.</param>
    /// <param name="print">Its fingerprint.</param>
    public string? Add(Revision revision, Fingerprint print)
    {
        ArgumentNullException.ThrowIfNull(revision);
        ArgumentNullException.ThrowIfNull(print);
        new StoryStore(session).AddFeatures(revision, print.Terms);
        if (Original(revision, print) is { } original)
        {
            store.SetOriginal(revision.DocumentId, original.Root, isNew: revision.Number == 1);
            return original.Cited;
        }

        if (revision.Number > 1) store.NoCopy(revision.DocumentId);
        return null;
    }

    /// <summary>Has a text that is no copy found by those that come after it. Not undone with a savepoint: for a document nothing can fail of any more.</summary>
    /// <param name="revision">As it was filed.</param>
    /// <param name="print">Its fingerprint.</param>
    public void Keep(Revision revision, Fingerprint print)
    {
        ArgumentNullException.ThrowIfNull(revision);
        ArgumentNullException.ThrowIfNull(print);
        bands.Add(revision.Id, print.Least);
    }

    /// <summary>Puts what was gathered for looking copies up in order, where there is much of it; in a transaction of its own.</summary>
    public static void Settle(LibraryFile library) => BandStore.Settle(library);

    /// <summary>The documents that carry one text, this one among them; null where it has no copies.</summary>
    public CopyGroup? GroupOf(string documentId)
    {
        var root = store.OriginalOf(documentId);
        if (root is null && !store.HasCopies(documentId)) return null;
        var members = store.Group(root ?? documentId);
        return members.Count > 1 ? CopyGroup.Of(members) : null;
    }

    /// <summary>The document a copy is one of; null where it is the one to cite or has no copies.</summary>
    public string? CopyOf(string documentId) =>
        GroupOf(documentId) is { } group && group.Original.DocumentId != documentId ? group.Original.DocumentId : null;

    /// <summary>The document all copies of a text are filed under; the same for all of them and never changing while it is in the library.</summary>
    internal string RootOf(string documentId) => store.OriginalOf(documentId) ?? documentId;

    /// <summary>Documents of the library whose text shares bands: the likeliest where there is one, then those that share most first.</summary>
    private IEnumerable<string> Sharing(IReadOnlyList<long> least, string except)
    {
        if (least.Count == 0) yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal) { except };
        var older = bands.Older(least);
        if (bands.Likeliest(older) is { } likeliest && store.Document(likeliest) is { } likely && seen.Add(likely)) yield return likely;
        foreach (var (revision, _) in bands.Holders(least, older).OrderByDescending(c => c.Value).ThenBy(c => c.Key))
        {
            if (store.Document(revision) is { } id && seen.Add(id)) yield return id;
        }
    }

    private (string Root, string Cited)? Original(Revision revision, Fingerprint print)
    {
        Resemblance? own = null;
        try
        {
            return Original(revision, print, ref own);
        }
        finally
        {
            own?.Dispose();
        }
    }

    /// <param name="revision">A text.</param>
    /// <param name="print">Its fingerprint.</param>
    /// <param name="own">Made when the text is first compared.</param>
    private (string Root, string Cited)? Original(Revision revision, Fingerprint print, ref Resemblance? own)
    {
        (string Root, string Cited)? best = null;
        var bar = 0.0;
        foreach (var candidate in Sharing(print.Least, revision.DocumentId).Take(Compared))
        {
            if (store.Text(candidate) is not { } text) continue;
            own ??= new Resemblance(revision.Text);
            using var other = new Resemblance(text);
            if (own.CopyOf(other) is not { } resemblance || resemblance <= bar) continue;
            var root = store.OriginalOf(candidate) ?? candidate;
            if (root == revision.DocumentId) continue;
            // A text all of whose carriers were removed is news again.
            if (CopyGroup.Of([.. store.Group(root).Where(m => m.DocumentId != revision.DocumentId)]) is not { } group) continue;
            (best, bar) = ((root, group.Original.DocumentId), resemblance);
            if (resemblance > .5) break;
        }

        return best;
    }
}
