using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index;

/// <summary>Builds an index anew from the revisions and passages, some at a time, so that it can be interrupted and taken up again.</summary>
public static class IndexBuild
{
    private const int RevisionsAtOnce = 500;

    /// <summary>Builds the index where another analyser or layout made it, or a build was interrupted. True where that was needed.</summary>
    /// <param name="file">The library.</param>
    /// <param name="progress">Number of revisions done.</param>
    /// <param name="cancellationToken">Stops between two commits; the next call goes on from there.</param>
    public static bool EnsureCurrent(LibraryFile file, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        if (file.Read(session => new IndexStateStore(session).IsCurrent())) return false;
        file.Write(session =>
        {
            if (!new IndexStateStore(session).IsOurs()) Begin(session);
        });
        Continue(file, progress, cancellationToken);
        return true;
    }

    /// <summary>Builds the index again whatever its state.</summary>
    /// <inheritdoc cref="EnsureCurrent"/>
    public static void Rebuild(LibraryFile file, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        file.Write(Begin);
        Continue(file, progress, cancellationToken);
    }

    private static void Begin(LibrarySession session)
    {
        var postings = new PostingsIndex(session);
        postings.Clear();
        postings.RaiseGeneration();
        var state = new IndexStateStore(session);
        state.Sign();
        state.SetBuiltThrough(0);
    }

    private static void Continue(LibraryFile file, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        while (file.Write(Step) is var step and > 0)
        {
            progress?.Report(done += step);
            cancellationToken.ThrowIfCancellationRequested();
        }

        IndexMaintenance.Run(file, cancellationToken);
    }

    private static int Step(LibrarySession session)
    {
        var state = new IndexStateStore(session);
        if (state.BuiltThrough() is not { } through) return 0;
        var (documents, passages) = (new DocumentStore(session), new PassageStore(session));
        var ids = IndexedRevisionStore.After(session, through, RevisionsAtOnce);
        foreach (var id in ids)
        {
            var (revision, ranges) = (documents.Revision(id), passages.ForRevision(id));
            PendingRows.Of(session).Add(id, ranges, IndexedTerms.Of(revision.Text, revision.Metadata, [.. ranges.Select(p => p.Range)]));
        }

        if (ids.Count == 0) IndexedRevisionStore.HideAllButCurrent(session);
        state.SetBuiltThrough(ids.Count == 0 ? null : ids[^1]);
        return ids.Count;
    }
}
