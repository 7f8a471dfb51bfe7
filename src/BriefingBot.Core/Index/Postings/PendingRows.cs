using System.Runtime.CompilerServices;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>What a session has added to the index and not yet written; written as one batch an index before the session commits.</summary>
internal sealed class PendingRows
{
    /// <summary>What a term of the title counts.</summary>
    public const int TitleWeight = 2;

    private static readonly ConditionalWeakTable<LibrarySession, PendingRows> OfSession = [];

    private BatchBuilder? _passages;
    private BatchBuilder? _documents;

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
        _documents ??= BatchBuilder.Rent();
        _passages ??= BatchBuilder.Rent();
        var numbers = Numbers(_documents, terms);
        AddRow(_documents, revisionId, revisionId, numbers, terms.Title, terms.Text);
        numbers = Numbers(_passages, terms);
        for (var i = 0; i < passages.Count; i++) AddRow(_passages, passages[i].Id, revisionId, numbers, terms.Title, terms.OfPassage(i));
    }

    private static int[] Numbers(BatchBuilder rows, IndexedTerms terms)
    {
        var numbers = new int[terms.Distinct.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = rows.NumberOf(terms.Distinct[i]);
        return numbers;
    }

    private static void AddRow(BatchBuilder rows, long id, long owner, int[] numbers, ReadOnlySpan<int> title, ReadOnlySpan<int> text)
    {
        rows.BeginRow(id, owner);
        foreach (var term in title) rows.CountTerm(numbers[term], TitleWeight);
        foreach (var term in text) rows.CountTerm(numbers[term], 1);
    }

    private void Write(LibrarySession session)
    {
        if (_documents is not { } documents || _passages is not { } passages) return;
        (_passages, _documents) = (null, null);
        var tail = new Tail(session);
        tail.Add(IndexKind.Passages, passages);
        tail.Add(IndexKind.Documents, documents);
        new PostingsIndex(session).RaiseGeneration();
        BatchBuilder.Return(passages);
        BatchBuilder.Return(documents);
    }
}
