namespace BriefingBot.Core.Libraries;

/// <summary>Documents as a list shows them: no texts are read.</summary>
internal static class DocumentListStore
{
    public static List<DocumentSummary> List(LibrarySession session, bool includeRemoved)
    {
        using var row = session.Prepared(
            """
            select d.id, d.origin, r.number, r.title, r.publisher, r.agency, r.byline, r.published_on, r.published_utc, r.published_from, r.language, r.url,
                   d.added_utc, r.fetched_utc, (select count(*) from passages p where p.revision_id = r.id), r.characters, r.removed_characters, d.removed_utc
            from documents d join revisions r on r.id = d.current_revision_id
            where $removed or d.removed_utc is null
            order by (select min(id) from revisions f where f.document_id = d.id)
            """).Bind("$removed", includeRemoved).ExecuteReader();
        var documents = new List<DocumentSummary>();
        while (row.Read())
        {
            documents.Add(new DocumentSummary(
                row.GetString(0), row.GetString(1), row.GetInt32(2), RevisionStore.Metadata(row, 3), Binding.Instant(row.GetString(12)),
                Binding.Instant(row.GetString(13)), row.GetInt32(14), row.GetInt32(15), row.GetInt32(16), row.InstantOrNull(17)));
        }

        return documents;
    }
}
