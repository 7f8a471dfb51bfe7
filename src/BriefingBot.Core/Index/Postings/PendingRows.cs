using System.Runtime.CompilerServices;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>What a session has added to the index and not yet written; written as one batch an index before the session commits.</summary>
internal sealed class PendingRows
{
    /// <summary>What a term of the title counts.</summary>
    public const int TitleWeight = 2;

    private static readonly ConditionalWeakTable<LibrarySession, PendingRows> OfSession = [];

    private Rows? _rows;

    public static PendingRows Of(LibrarySession session) => OfSession.GetValue(session, static each =>
    {
        var pending = new PendingRows();
        each.BeforeCommit(() => pending.Write(each));
        return pending;
    });

    /// <summary>Writes what a session has added so far, so that its own searches find it.</summary>
    public static void WriteIfAny(LibrarySession session)
    {
        if (OfSession.TryGetValue(session, out var pending)) pending.Write(session);
    }

    public void Add(long revisionId, IReadOnlyList<Passage> passages, IndexedTerms terms)
    {
        _rows ??= Rows.Rent();
        var numbers = terms.NumbersIn(_rows.Terms);
        _rows.Documents.AddRow(revisionId, revisionId, numbers, terms.Title, TitleWeight, terms.Text);
        for (var i = 0; i < passages.Count; i++) _rows.Passages.AddRow(passages[i].Id, revisionId, numbers, terms.Title, TitleWeight, terms.OfPassage(i));
    }

    private void Write(LibrarySession session)
    {
        if (_rows is not { } rows) return;
        _rows = null;
        var tail = new Tail(session);
        var order = rows.Terms.InOrder();
        tail.Add(IndexKind.Passages, rows.Passages, order);
        tail.Add(IndexKind.Documents, rows.Documents, order);
        new PostingsIndex(session).RaiseGeneration();
        Rows.Return(rows);
    }

    /// <summary>
    /// What one transaction collects. Its columns are large objects: made anew for every batch, they would be most of the garbage of ingestion.
    /// They are kept for the next batch, until a full collection finds that there was none.
    /// </summary>
    private sealed class Rows
    {
        private static WeakReference<Rows>? spare;

        private Rows() => (Passages, Documents) = (new BatchBuilder(Terms), new BatchBuilder(Terms));

        public BatchTerms Terms { get; } = new();

        public BatchBuilder Passages { get; }

        public BatchBuilder Documents { get; }

        /// <summary>Rows with room from earlier use; give them back with <see cref="Return"/>.</summary>
        public static Rows Rent() => Interlocked.Exchange(ref spare, null)?.TryGetTarget(out var kept) == true ? kept : new Rows();

        public static void Return(Rows rows)
        {
            rows.Terms.Clear();
            rows.Passages.Clear();
            rows.Documents.Clear();
            Volatile.Write(ref spare, new WeakReference<Rows>(rows));
        }
    }
}
