using BriefingBot.Core.Text;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>Passages: ranges of revisions. Their text is always cut from the revision, never by SQL.</summary>
public sealed class PassageStore(LibrarySession session)
{
    private const string Select =
        "select p.id, p.revision_id, r.document_id, p.ordinal, p.start_at, p.end_at from passages p join revisions r on r.id = p.revision_id";

    /// <summary>Stores the passages of a revision in the order given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A range lies outside the text.</exception>
    public IReadOnlyList<Passage> Add(Revision revision, IReadOnlyList<TextRange> ranges)
    {
        var insert = session.Prepared("insert into passages (revision_id, ordinal, start_at, end_at) values ($revision, $ordinal, $start, $end)");
        var passages = new List<Passage>(ranges.Count);
        foreach (var range in ranges)
        {
            if (range.Start < 0 || range.End < range.Start || range.End > revision.Text.Length)
                throw new ArgumentOutOfRangeException(nameof(ranges), range, $"A passage lies outside the {revision.Text.Length} code units of its revision.");
            var id = insert.Bind("$revision", revision.Id).Bind("$ordinal", passages.Count)
                .Bind("$start", range.Start).Bind("$end", range.End).InsertedId();
            passages.Add(new Passage(id, revision.Id, revision.DocumentId, passages.Count, range));
        }

        return passages;
    }

    /// <summary>The passages of a revision in order.</summary>
    public IReadOnlyList<Passage> ForRevision(long revisionId)
    {
        var passages = new List<Passage>();
        Collect(session.Prepared(Select + " where p.revision_id = $id order by p.ordinal").Bind("$id", revisionId), passages);
        return passages;
    }

    /// <summary>Passages by id, in the order asked; an id that is unknown is left out.</summary>
    public IReadOnlyList<Passage> Find(IReadOnlyCollection<long> ids)
    {
        var passages = new List<Passage>(ids.Count);
        var find = session.Prepared(Select + " where p.id = $id");
        foreach (var id in ids) Collect(find.Bind("$id", id), passages);
        return passages;
    }

    /// <summary>Number of passages of current revisions.</summary>
    public int Count() => (int)(long)session.Prepared(
        "select count(*) from documents d join passages p on p.revision_id = d.current_revision_id where d.removed_utc is null").ExecuteScalar()!;

    private static void Collect(SqliteCommand command, List<Passage> into)
    {
        using var row = command.ExecuteReader();
        while (row.Read())
            into.Add(new Passage(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt32(3), new TextRange(row.GetInt32(4), row.GetInt32(5))));
    }
}
