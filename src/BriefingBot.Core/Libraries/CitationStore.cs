using System.Text.Json;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Text;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>The citations of answers: ranges of revisions, read again from the text each time.</summary>
internal sealed class CitationStore(LibrarySession session)
{
    public const string Cited = "cited";
    public const string Related = "related";

    // A re-cleaned text is no newer account, so only new bytes supersede.
    private const string Select =
        """
        select c.n, c.revision_id, c.passage_id, c.page, c.start_at, c.end_at, c.before_start, c.before_end, c.after_start, c.after_end, c.also_carried_by,
               d.origin,
               case when d.removed_utc is not null then 'removed'
                    when exists (select 1 from revisions n where n.document_id = r.document_id and n.number > r.number and n.cause = 'received') then 'superseded'
                    else 'current' end,
               d.current_revision_id
        from answer_citations c join revisions r on r.id = c.revision_id join documents d on d.id = r.document_id
        where c.answer_id = $answer and c.part = $part order by c.ordinal
        """;

    private readonly Dictionary<long, Revision> _revisions = [];

    public void Add(string answerId, string part, IReadOnlyList<Citation> citations)
    {
        var insert = session.Prepared(
            """
            insert into answer_citations (answer_id, part, ordinal, n, revision_id, passage_id, page, start_at, end_at,
                                          before_start, before_end, after_start, after_end, also_carried_by)
            values ($answer, $part, $ordinal, $n, $revision, $passage, $page, $start, $end, $beforeStart, $beforeEnd, $afterStart, $afterEnd, $also)
            """);
        for (var i = 0; i < citations.Count; i++)
        {
            var citation = citations[i];
            var revision = Checked(citation);
            var before = Preceding(revision.Text, citation);
            var after = Following(revision.Text, citation);
            insert.Bind("$answer", answerId).Bind("$part", part).Bind("$ordinal", i).Bind("$n", citation.N).Bind("$revision", revision.Id)
                .Bind("$passage", citation.PassageId).Bind("$page", citation.Page).Bind("$start", citation.Start).Bind("$end", citation.End)
                .Bind("$beforeStart", before?.Start).Bind("$beforeEnd", before?.End).Bind("$afterStart", after?.Start).Bind("$afterEnd", after?.End)
                .Bind("$also", JsonSerializer.Serialize(citation.AlsoCarriedBy)).ExecuteNonQuery();
        }
    }

    public List<Citation> Find(string answerId, string part)
    {
        var rows = new List<(long Revision, long Current, Func<Revision, Citation> Make)>();
        using (var row = session.Prepared(Select).Bind("$answer", answerId).Bind("$part", part).ExecuteReader())
            while (row.Read()) rows.Add((row.GetInt64(1), row.GetInt64(13), Reader(row)));
        return rows.ConvertAll(row => AsOfNow(row.Make(Revision(row.Revision)), Revision(row.Revision), row.Current));
    }

    /// <summary>With what became of its document since: old texts are compared with the current one, whoever made that.</summary>
    private Citation AsOfNow(Citation citation, Revision quoted, long currentId)
    {
        if (citation.Status == CitationStatus.Removed || citation.Quote.Length == 0) return citation;
        var current = Revision(currentId);
        var notice = new CorrectionStore(session).Notice(current);
        if (citation.Status != CitationStatus.Superseded) return citation with { Notice = notice };
        var place = CurrentPlace.Find(quoted.Text, new TextRange(citation.Start, citation.End), current.Text);
        return citation with { Notice = notice, Now = new PlaceNow(current.Number, place?.Start, place?.End, place?.Of(current.Text), current.FetchedUtc) };
    }

    private static Func<Revision, Citation> Reader(SqliteDataReader row)
    {
        var (n, passage, page) = (row.GetInt32(0), row.GetInt64(2), row.IsDBNull(3) ? (int?)null : row.GetInt32(3));
        var quote = new TextRange(row.GetInt32(4), row.GetInt32(5));
        var (before, after) = (Range(row, 6), Range(row, 8));
        var also = JsonSerializer.Deserialize<List<string>>(row.GetString(10))!;
        var (origin, status) = (row.GetString(11), Binding.Word<CitationStatus>(row.GetString(12)));
        return revision => new Citation
        {
            N = n,
            DocumentId = revision.DocumentId,
            Revision = revision.Number,
            PassageId = passage,
            Title = revision.Metadata.Title,
            Publisher = revision.Metadata.Publisher,
            Agency = revision.Metadata.Agency,
            Byline = revision.Metadata.Byline,
            PublishedOn = revision.Metadata.PublishedOn,
            PublishedFrom = revision.Metadata.PublishedFrom,
            Url = revision.Metadata.Url,
            Origin = origin,
            FetchedUtc = revision.FetchedUtc,
            Page = page,
            Start = quote.Start,
            End = quote.End,
            Quote = Cut(revision.Text, quote),
            Before = Cut(revision.Text, before),
            After = Cut(revision.Text, after),
            AlsoCarriedBy = also,
            Status = status,
        };
    }

    // A purged text is empty, and so is whatever was quoted from it.
    private static string Cut(string text, TextRange? range) => range is { } known && known.End <= text.Length ? known.Of(text) : "";

    private static TextRange? Range(SqliteDataReader row, int first) =>
        row.IsDBNull(first) ? null : new TextRange(row.GetInt32(first), row.GetInt32(first + 1));

    private static TextRange? Preceding(string text, Citation citation)
    {
        if (citation.Before.Length == 0 || citation.Start == 0) return null;
        var at = text.LastIndexOf(citation.Before, citation.Start - 1, citation.Start, StringComparison.Ordinal);
        return at < 0 ? null : new TextRange(at, at + citation.Before.Length);
    }

    private static TextRange? Following(string text, Citation citation)
    {
        if (citation.After.Length == 0) return null;
        var at = text.IndexOf(citation.After, citation.End, StringComparison.Ordinal);
        return at < 0 ? null : new TextRange(at, at + citation.After.Length);
    }

    private Revision Checked(Citation citation)
    {
        var revision = RevisionStore.ByNumber(session, citation.DocumentId, citation.Revision)
            ?? throw new ArgumentException($"Citation [{citation.N}] names revision {citation.Revision} of document {citation.DocumentId}, which does not exist.", nameof(citation));
        var inside = citation.Start >= 0 && citation.Start <= citation.End && citation.End <= revision.Text.Length;
        if (!inside || !revision.Text.AsSpan(citation.Start..citation.End).SequenceEqual(citation.Quote))
            throw new ArgumentException($"The quote of citation [{citation.N}] is not the text from {citation.Start} to {citation.End} of its revision.", nameof(citation));
        return revision;
    }

    private Revision Revision(long id)
    {
        if (!_revisions.TryGetValue(id, out var revision))
            _revisions[id] = revision = RevisionStore.ById(session, id) ?? throw new KeyNotFoundException($"A citation names revision {id}, which does not exist.");
        return revision;
    }
}
