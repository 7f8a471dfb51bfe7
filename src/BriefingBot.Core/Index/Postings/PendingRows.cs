using System.Runtime.CompilerServices;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>What a session has added to the index and not yet written; written as one batch an index before the session commits.</summary>
internal sealed class PendingRows
{
    /// <summary>What a term of the title counts.</summary>
    public const int TitleWeight = 2;

    private static readonly ConditionalWeakTable<LibrarySession, PendingRows> OfSession = [];

    private BatchBuilder _passages = new();
    private BatchBuilder _documents = new();

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
        AddRow(_documents, revisionId, revisionId, terms.Title, terms.Text);
        for (var i = 0; i < passages.Count; i++) AddRow(_passages, passages[i].Id, revisionId, terms.Title, terms.OfPassage(i));
    }

    private static void AddRow(BatchBuilder rows, long id, long owner, IEnumerable<string> title, IEnumerable<string> text)
    {
        rows.BeginRow(id, owner);
        foreach (var term in title) rows.CountTerm(term, TitleWeight);
        foreach (var term in text) rows.CountTerm(term, 1);
    }

    private void Write(LibrarySession session)
    {
        if (_documents.Count == 0) return;
        var (passages, documents) = (_passages, _documents);
        (_passages, _documents) = (new BatchBuilder(), new BatchBuilder());
        var tail = new Tail(session);
        tail.Add(IndexKind.Passages, passages);
        tail.Add(IndexKind.Documents, documents);
        new PostingsIndex(session).RaiseGeneration();
    }
}
