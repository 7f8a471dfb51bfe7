using System.Text;
using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Index;

/// <summary>Compares the index with the stored passages and texts, row by row, and reads every posting.</summary>
internal sealed class IndexComparison(LibrarySession session)
{
    private const string LivePassages =
        "select p.id from passages p join revisions r on r.id = p.revision_id join documents d on d.id = r.document_id where d.removed_utc is null";

    private const string LiveTexts = "select r.id from revisions r join documents d on d.id = r.document_id where d.removed_utc is null";

    private readonly PostingsIndex _postings = new(session);

    public IndexCheck Run()
    {
        var current = new IndexStateStore(session).IsCurrent() || Stored(LiveTexts).Count == 0;
        var passages = Stored(LivePassages);
        try
        {
            var state = IndexStates.Of(session, _postings);
            var (missing, extra) = Compare(state.Passages, passages, state.Gone);
            var (missingTexts, extraTexts) = Compare(state.Documents, Stored(LiveTexts), state.Gone);
            return new IndexCheck(passages.Count, missing + missingTexts, extra + extraTexts, Damage(state) ?? Visibility(), current);
        }
        catch (InvalidDataException fault)
        {
            return new IndexCheck(passages.Count, 0, 0, fault.Message, current);
        }
    }

    private static (long Missing, long Extra) Compare(KindState state, HashSet<long> live, IReadOnlySet<long> gone)
    {
        long extra = 0, found = 0;
        foreach (var rows in state.Parts)
        {
            for (var ordinal = 0; ordinal < rows.Count; ordinal++)
            {
                if (live.Contains(rows.IdOf(ordinal))) found++;
                else if (!gone.Contains(rows.OwnerOf(ordinal))) extra++;
            }
        }

        return (live.Count - found, extra);
    }

    private string? Damage(IndexState state) => Damage(state.Passages) ?? Damage(state.Documents);

    private string? Damage(KindState state)
    {
        foreach (var segment in state.Segments)
        {
            var sizes = new int[segment.Rows.Count];
            if (Walk(segment, sizes) is { } damage) return damage;
            if (Array.FindIndex(sizes, size => size == 0) is var empty and >= 0 && segment.Rows.Lengths[empty] > 0)
                return $"row {segment.Rows.IdOf(empty)} of segment {segment.Id} has lost its postings";
        }

        return null;
    }

    private string? Walk(StoredSegment segment, int[] sizes)
    {
        var id = segment.Terms.FirstBlock;
        foreach (var block in _postings.Blocks(segment.Terms))
        {
            for (var position = 0; position < block.Length;)
            {
                var entry = PostingBlock.Read(block.Span, ref position);
                var term = block.Span[entry.Term];
                if (segment.Terms.BlockOf(term)?.Id != id) return $"the postings of \"{Encoding.UTF8.GetString(term)}\" stand where segment {segment.Id} does not look for them";
                if (!Count(block.Span[entry.List], sizes)) return $"the postings of \"{Encoding.UTF8.GetString(term)}\" point outside segment {segment.Id}";
            }

            id++;
        }

        return null;
    }

    /// <summary>Counts a list's rows; false where it names one there is not.</summary>
    private static bool Count(ReadOnlySpan<byte> list, int[] sizes)
    {
        var reader = new PostingReader(list);
        while (reader.Next())
        {
            if (reader.Ordinal >= sizes.Length) return false;
            sizes[reader.Ordinal]++;
        }

        return true;
    }

    private string? Visibility() => session.Connection.ExecuteScalar<long>(
        """
        select count(*) from revisions r join documents d on d.id = r.document_id
        where (d.removed_utc is not null or d.current_revision_id <> r.id) <> exists (select 1 from index_hidden h where h.revision_id = r.id)
        """,
        transaction: session.Transaction) is var wrong and > 0 ? $"{wrong} texts are shown or hidden that should not be" : null;

    private HashSet<long> Stored(string sql) => session.Connection.Query<long>(sql, transaction: session.Transaction).ToHashSet();
}
