namespace BriefingBot.Core.Libraries;

/// <summary>Blanks what a document left behind.</summary>
internal static class PurgeStore
{
    public static void Purge(LibrarySession session, string documentId)
    {
        // Freed pages are overwritten with zeros from here on; the setting is the connection's, so it is taken back.
        session.Prepared("pragma secure_delete = on").ExecuteNonQuery();
        // Before the texts go: a sentence is recognised by the quote it holds.
        AnswerPurgeStore.Blank(session, documentId);
        session.Prepared("update revision_texts set text = null, removed = null where revision_id in (select id from revisions where document_id = $id)")
            .Bind("$id", documentId).ExecuteNonQuery();
        session.Prepared(
            """
            update originals set bytes = null
            where content_hash in (select content_hash from revisions where document_id = $id)
              and not exists (select 1 from revisions r join documents d on d.id = r.document_id
                              where r.content_hash = originals.content_hash and d.purged_utc is null and d.id <> $id)
            """).Bind("$id", documentId).ExecuteNonQuery();
        session.Prepared("update documents set purged_utc = $now where id = $id")
            .Bind("$now", session.File.Time.GetUtcNow().ToStored()).Bind("$id", documentId).ExecuteNonQuery();
        session.Prepared("pragma secure_delete = off").ExecuteNonQuery();
    }
}
