#pragma warning disable
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index;

/// <summary>A term of the question with its weight (a word standing twice has weight 2, an alias 0.6).</summary>
public sealed record QueryTerm(string Value, double Weight);
/// <summary>Which revisions may be found. Default: the current revision of every document not removed.</summary>
public sealed record IndexScope(DateOnly? AsOf = null, DateOnly? From = null, DateOnly? To = null);
public sealed record IndexHit(long Id, double Score);   // passage id or revision id; higher is better

public sealed class LexicalIndex(LibrarySession session)
{
    /// <summary>Indexes a revision: its passages (title as a field with weight 2) and the whole document. Written in the caller's transaction.</summary>
    public void Add(Revision revision, IReadOnlyList<Passage> passages) => throw new NotSupportedException(revision + "" + session);
    public void Remove(string documentId) => throw new NotSupportedException(documentId);
    public IReadOnlyList<IndexHit> Passages(IReadOnlyList<QueryTerm> terms, IndexScope scope, int top) => throw new NotSupportedException();
    public IReadOnlyList<IndexHit> Documents(IReadOnlyList<QueryTerm> terms, IndexScope scope, int top) => throw new NotSupportedException();  // Id = revision id
    /// <summary>Number of passages holding each term (title or text); 0 where unseen.</summary>
    public IReadOnlyDictionary<string, long> DocumentFrequencies(IReadOnlyCollection<string> terms) => throw new NotSupportedException();
    public long PassageCount() => throw new NotSupportedException();
    public int? StoredAnalyserVersion() => throw new NotSupportedException();
    public void Rebuild(IProgress<int>? progress) => throw new NotSupportedException();
}
