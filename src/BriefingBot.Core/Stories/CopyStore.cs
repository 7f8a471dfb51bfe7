using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Stories;

/// <summary>Groups of copies in the library file.</summary>
internal sealed class CopyStore(LibrarySession session)
{
    private const string Members =
        """
        select d.id, r.title, r.publisher, r.agency, r.published_on, r.published_utc, d.added_utc,
               (select min(f.id) from revisions f where f.document_id = d.id) as first_revision
        from (select $root as id union all select document_id from document_copies where original_id = $root and document_id <> $root) g
             cross join documents d on d.id = g.id join revisions r on r.id = d.current_revision_id
        where d.removed_utc is null
        """;

    /// <summary>The document a text is or was of.</summary>
    public string? Document(long revisionId) =>
        session.Prepared("select document_id from revisions where id = $id").Bind("$id", revisionId).ExecuteScalar() as string;

    /// <summary>The current text of a document; null where it was purged.</summary>
    public string? Text(string documentId) => session.Prepared(
        "select t.text from documents d join revision_texts t on t.revision_id = d.current_revision_id where d.id = $id").Bind("$id", documentId).ExecuteScalar() as string;

    /// <summary>What a copy was compared with; null where a document is no copy.</summary>
    public string? OriginalOf(string documentId) =>
        session.Prepared("select original_id from document_copies where document_id = $id").Bind("$id", documentId).ExecuteScalar() as string;

    /// <param name="documentId">The copy.</param>
    /// <param name="originalId">What it is a copy of.</param>
    /// <param name="isNew">Nothing is a copy of a document that just came.</param>
    public void SetOriginal(string documentId, string originalId, bool isNew)
    {
        session.Prepared("insert or replace into document_copies (document_id, original_id) values ($id, $original)")
            .Bind("$id", documentId).Bind("$original", originalId).ExecuteNonQuery();
        if (isNew) return;
        // What was a copy of this one is a copy of the other.
        session.Prepared("update document_copies set original_id = $original where original_id = $id")
            .Bind("$id", documentId).Bind("$original", originalId).ExecuteNonQuery();
    }

    public void NoCopy(string documentId) =>
        session.Prepared("delete from document_copies where document_id = $id").Bind("$id", documentId).ExecuteNonQuery();

    public bool HasCopies(string documentId) =>
        (long)session.Prepared("select exists (select 1 from document_copies where original_id = $id)").Bind("$id", documentId).ExecuteScalar()! != 0;

    /// <summary>The documents of a group that are in the library, with what decides which of them is cited.</summary>
    public List<CopyMember> Group(string originalId)
    {
        using var row = session.Prepared(Members).Bind("$root", originalId).ExecuteReader();
        var members = new List<CopyMember>();
        while (row.Read()) members.Add(Member(row));
        return members;
    }

    private static CopyMember Member(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3), row.DayOrNull(4), row.InstantOrNull(5), row.GetInt64(7));
}
