using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Index;

/// <summary>Which revisions belong into the index: every text of every document in the library.</summary>
internal static class IndexedRevisionStore
{
    public static IReadOnlyList<long> After(LibrarySession session, long revision, int most) => session.Connection.Query<long>(
        """
        select r.id from revisions r join documents d on d.id = r.document_id
        where r.id > @revision and d.removed_utc is null order by r.id limit @most
        """,
        new { revision, most },
        session.Transaction).AsList();

    /// <summary>Hides every text that is not its document's current one.</summary>
    public static void HideAllButCurrent(LibrarySession session) => session.Connection.Execute(
        """
        delete from index_hidden;
        insert into index_hidden (revision_id, gone)
        select r.id, d.removed_utc is not null from revisions r join documents d on d.id = r.document_id
        where d.removed_utc is not null or r.id <> d.current_revision_id
        """,
        transaction: session.Transaction);
}
