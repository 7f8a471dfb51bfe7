using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Index;

/// <summary>
/// BM25 over the passages and over the whole texts of a library, on terms of our own analyser: posting lists as blobs in the library's file,
/// written in the caller's transaction. How they lie there is known to the room <c>Postings</c> and its migration alone.
/// </summary>
/// <remarks>
/// Rows of superseded revisions stay and are passed over at query time, so that <see cref="IndexScope.AsOf"/> can find them; they count in the frequencies.
/// </remarks>
public sealed class LexicalIndex(LibrarySession session)
{
    private readonly PostingsIndex _postings = new(session);
    private readonly IndexStateStore _state = new(session);
    private bool? _takesRows;

    /// <summary>Indexes a revision: its passages (title as a field with weight 2) and the whole text. Written in the caller's transaction.</summary>
    public void Add(Revision revision, IReadOnlyList<Passage> passages) =>
        Add(revision, passages, IndexedTerms.Of(revision.Text, revision.Metadata, [.. passages.Select(p => p.Range)]));

    /// <summary>Indexes a revision whose terms were made beforehand, from the same text, metadata and ranges.</summary>
    /// <exception cref="InvalidOperationException">The index was made by another analyser: <see cref="IndexBuild.EnsureCurrent"/> comes first.</exception>
    public void Add(Revision revision, IReadOnlyList<Passage> passages, IndexedTerms terms)
    {
        if (terms.Passages != passages.Count) throw new ArgumentException("The terms were made for other passages.", nameof(terms));
        // Asked once: the session's transaction keeps others from changing it.
        if (!(_takesRows ??= TakesRows())) return;
        PendingRows.Of(session).Add(revision.Id, passages, terms);
        if (revision.Number > 1) _postings.HideSuperseded(revision.DocumentId);
    }

    /// <summary>Takes every revision of a document out of search. Its postings go when their segment is next written anew; <see cref="Erase"/> takes them at once.</summary>
    public void Remove(string documentId)
    {
        PendingRows.WriteIfAny(session);
        _postings.HideGone(documentId);
        _postings.RaiseGeneration();
    }

    /// <summary>Takes a removed document out, and every trace of its words.</summary>
    public void Erase(string documentId)
    {
        Remove(documentId);
        new IndexMaintenance(session).EraseGone();
    }

    /// <summary>The best passages, best first; of equal score the older first.</summary>
    /// <param name="terms">Terms that stand several times add their weights.</param>
    /// <param name="scope">Which revisions may be found.</param>
    /// <param name="top">At most so many.</param>
    public IReadOnlyList<IndexHit> Passages(IReadOnlyList<QueryTerm> terms, IndexScope scope, int top) => Search(IndexKind.Passages, terms, scope, top);

    /// <summary>The best whole texts, best first; the ids are those of revisions.</summary>
    public IReadOnlyList<IndexHit> Documents(IReadOnlyList<QueryTerm> terms, IndexScope scope, int top) => Search(IndexKind.Documents, terms, scope, top);

    /// <summary>Number of passages holding each term (title or text); 0 where unseen. Counted like <see cref="PassageCount"/>.</summary>
    public IReadOnlyDictionary<string, long> DocumentFrequencies(IReadOnlyCollection<string> terms)
    {
        var state = State();
        using var search = new PostingsSearch(session, state.Passages);
        return terms.Distinct(StringComparer.Ordinal).ToDictionary(term => term, term => search.LiveRowsWith(term, state.Gone), StringComparer.Ordinal);
    }

    /// <summary>Number of passages in the index, those of superseded revisions included.</summary>
    public long PassageCount() => State().Passages.Rows;

    /// <summary>How many documents in the library have no published day, in the revision that stands for them in this scope.</summary>
    public int UndatedDocuments(IndexScope? scope = null) => ScopeFilter.Undated(session, scope ?? new IndexScope());

    /// <summary>Version of the analyser that made the index; null while it is empty.</summary>
    public int? StoredAnalyserVersion() => _state.Versions().Analyser;

    /// <summary>Compares the index with the stored passages and texts; <see cref="IndexBuild.Rebuild"/> mends what it finds.</summary>
    public IndexCheck Check()
    {
        PendingRows.WriteIfAny(session);
        return new IndexComparison(session).Run();
    }

    /// <summary>An index that is being built again comes to every revision by itself.</summary>
    private bool TakesRows()
    {
        _state.Claim();
        return _state.BuiltThrough() is null;
    }

    private IndexState State()
    {
        PendingRows.WriteIfAny(session);
        return IndexStates.Of(session, _postings);
    }

    private IReadOnlyList<IndexHit> Search(IndexKind kind, IReadOnlyList<QueryTerm> terms, IndexScope scope, int top)
    {
        var state = State();
        using var search = new PostingsSearch(session, state.Of(kind));
        return search.Best(terms, Visible(scope, state), top);
    }

    /// <summary>Null where every row may be found: most libraries hold no superseded text, and asking costs a search for the row's owner.</summary>
    private Func<long, bool>? Visible(IndexScope scope, IndexState state)
    {
        if (scope != new IndexScope()) return ScopeFilter.Revisions(session, scope).Contains;
        return state.Hidden.Count == 0 ? null : revision => !state.Hidden.Contains(revision);
    }
}
