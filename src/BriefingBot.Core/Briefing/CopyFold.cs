using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Briefing;

/// <summary>
/// Copies of one text count once: what a copy says in the words of its original is read in the original. A sentence only the copy has stays with it.
/// </summary>
internal sealed class CopyFold(LibrarySession session, Copies copies)
{
    private readonly Dictionary<string, string?> _originals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Revision Revision, IReadOnlyList<Passage> Passages)?> _texts = new(StringComparer.Ordinal);

    /// <summary>The same passages, those of copies exchanged for their originals', each once, in the order they were ranked.</summary>
    /// <param name="retrieved">What was found.</param>
    /// <param name="anyDay">Whether every document may be read; else an original outside the days asked for is not brought in.</param>
    public RetrievalResult Fold(RetrievalResult retrieved, bool anyDay)
    {
        var found = retrieved.Passages.Select(p => p.Passage.DocumentId).ToHashSet(StringComparer.Ordinal);
        var folded = new List<RankedPassage>(retrieved.Passages.Count);
        var seen = new HashSet<long>();
        foreach (var ranked in retrieved.Passages)
        {
            var original = Original(ranked, found, anyDay);
            if (original is not null && seen.Add(original.Passage.Id))
                folded.Add(original);
            // What the copy adds is read in the copy, behind what it shares.
            if ((original is null || !SharedText.HoldsAll(ranked.Passage.Range.Of(ranked.Revision.Text), original.Revision.Text)) && seen.Add(ranked.Passage.Id))
                folded.Add(ranked);
        }

        return retrieved with { Passages = folded };
    }

    private RankedPassage? Original(RankedPassage ranked, HashSet<string> found, bool anyDay)
    {
        var id = ranked.Passage.DocumentId;
        if (!_originals.TryGetValue(id, out var original))
            _originals[id] = original = copies.CopyOf(id);
        if (original is null || !(anyDay || found.Contains(original)) || Text(original) is not var (revision, passages))
            return null;
        var same = SharedText.Same(ranked.Passage.Range.Of(ranked.Revision.Text), revision, passages);
        return same is null ? null : ranked with { Passage = same, Revision = revision };
    }

    private (Revision Revision, IReadOnlyList<Passage> Passages)? Text(string id)
    {
        if (_texts.TryGetValue(id, out var known))
            return known;
        var document = new DocumentStore(session).Find(id);
        return _texts[id] = document is null ? null : (document.Current, new PassageStore(session).ForRevision(document.Current.Id));
    }
}
