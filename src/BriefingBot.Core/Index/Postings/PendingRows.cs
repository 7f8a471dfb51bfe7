using System.Runtime.CompilerServices;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>What a session has added to the index and not yet written; written as one batch an index before the session commits.</summary>
internal sealed class PendingRows
{
    private static readonly ConditionalWeakTable<LibrarySession, PendingRows> OfSession = [];

    private BatchBuilder _passages = new();
    private BatchBuilder _documents = new();

    private PendingRows()
    {
    }

    public static PendingRows Of(LibrarySession session)
    {
        if (!OfSession.TryGetValue(session, out var pending))
        {
            OfSession.Add(session, pending = new PendingRows());
            session.BeforeCommit(() => pending.Write(session));
        }

        return pending;
    }

    /// <summary>Writes what a session has added so far, so that its own searches find it.</summary>
    public static void WriteIfAny(LibrarySession session)
    {
        if (OfSession.TryGetValue(session, out var pending))
        {
            pending.Write(session);
        }
    }

    public void Add(IndexedRevision entry, long revisionId, IReadOnlyList<Passage> passages)
    {
        entry.AddTo(_passages, _documents, revisionId, passages);
    }

    private void Write(LibrarySession session)
    {
        if (_documents.Count == 0)
        {
            return;
        }

        var (passages, documents) = (_passages, _documents);
        (_passages, _documents) = (new BatchBuilder(), new BatchBuilder());
        var tail = new Tail(session);
        tail.Add(IndexKind.Passages, passages);
        tail.Add(IndexKind.Documents, documents);
        new PostingsIndex(session).RaiseGeneration();
    }
}
