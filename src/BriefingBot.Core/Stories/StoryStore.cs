using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Stories;

/// <summary>A document as the stories see it.</summary>
/// <param name="Day">Days since 1 January 1 of its published day, else of the day it was fetched.</param>
/// <param name="StoryId">Null while it is in none.</param>
internal sealed record StoryDocument(string DocumentId, long RevisionId, int Day, StoryTerms Terms, string? StoryId);

/// <summary>Stories and what they are made by, in the library file.</summary>
internal sealed class StoryStore(LibrarySession session)
{
    public void AddFeatures(Revision revision, StoryTerms terms) =>
        session.Prepared("insert or replace into story_features (revision_id, day, terms) values ($id, $day, $terms)")
            .Bind("$id", revision.Id).Bind("$day", DayOf(revision)).Bind("$terms", terms.ToBytes()).ExecuteNonQuery();

    public (long ThroughRevision, int Documents) State()
    {
        using var row = session.Prepared("select through_revision, documents from story_state where id = 1").ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt32(1));
    }

    public void SetState(long throughRevision, int documents) =>
        session.Prepared("update story_state set through_revision = $through, documents = $documents where id = 1")
            .Bind("$through", throughRevision).Bind("$documents", documents).ExecuteNonQuery();

    /// <summary>Revisions that were stored since, oldest first; superseded ones and those of removed documents have no document to place.</summary>
    public List<(long RevisionId, string? DocumentId)> After(long revisionId, int most)
    {
        using var row = session.Prepared(
            """
            select r.id, (select d.id from documents d where d.current_revision_id = r.id and d.removed_utc is null)
            from revisions r where r.id > $after order by r.id limit $most
            """).Bind("$after", revisionId).Bind("$most", most).ExecuteReader();
        var rows = new List<(long, string?)>();
        while (row.Read()) rows.Add((row.GetInt64(0), row.TextOrNull(1)));
        return rows;
    }

    /// <summary>Day and terms of a revision; made now of one that was stored before there were stories.</summary>
    public (int Day, StoryTerms Terms) Features(long revisionId)
    {
        using (var row = session.Prepared("select day, terms from story_features where revision_id = $id").Bind("$id", revisionId).ExecuteReader())
        {
            if (row.Read()) return (row.GetInt32(0), StoryTerms.FromBytes(row.GetFieldValue<byte[]>(1)));
        }

        var revision = new DocumentStore(session).Revision(revisionId);
        var terms = StoryTerms.Of(revision.Metadata.Title, revision.Metadata.Language, Text.Analyser.Analyse(revision.Text, revision.Metadata.Language).Select(t => t.Value));
        AddFeatures(revision, terms);
        return (DayOf(revision), terms);
    }

    /// <summary>Documents with a story that were published on a day and are no copies: a story told three hundred times weighs once.</summary>
    public List<StoryDocument> OnDay(int day)
    {
        using var row = session.Prepared(
            """
            select s.document_id, f.revision_id, f.day, f.terms, s.story_id
            from story_features f join story_documents s on s.revision_id = f.revision_id join documents d on d.id = s.document_id
            where f.day = $day and d.removed_utc is null and not exists (select 1 from document_copies c where c.document_id = s.document_id)
            order by f.revision_id
            """).Bind("$day", day).ExecuteReader();
        var documents = new List<StoryDocument>();
        while (row.Read())
            documents.Add(new StoryDocument(row.GetString(0), row.GetInt64(1), row.GetInt32(2), StoryTerms.FromBytes(row.GetFieldValue<byte[]>(3)), row.GetString(4)));
        return documents;
    }

    public Dictionary<int, int> TermCounts()
    {
        using var row = session.Prepared("select term, documents from story_terms").ExecuteReader();
        var counts = new Dictionary<int, int>();
        while (row.Read()) counts[row.GetInt32(0)] = row.GetInt32(1);
        return counts;
    }

    public void SetTermCounts(IEnumerable<KeyValuePair<int, int>> counts)
    {
        var insert = session.Prepared("insert or replace into story_terms (term, documents) values ($term, $documents)");
        foreach (var (term, documents) in counts.OrderBy(c => c.Key)) insert.Bind("$term", term).Bind("$documents", documents).ExecuteNonQuery();
    }

    public string AddStory()
    {
        var id = ShortId.New();
        session.Prepared("insert into stories (id, created_utc) values ($id, $now)")
            .Bind("$id", id).Bind("$now", session.File.Time.GetUtcNow().ToStored()).ExecuteNonQuery();
        return id;
    }

    public void Place(string documentId, long revisionId, string storyId) =>
        session.Prepared("insert or replace into story_documents (document_id, story_id, revision_id) values ($id, $story, $revision)")
            .Bind("$id", documentId).Bind("$story", storyId).Bind("$revision", revisionId).ExecuteNonQuery();

    /// <summary>The copies of a document go where it goes.</summary>
    public void MoveCopies(string documentId, string storyId) =>
        session.Prepared("update story_documents set story_id = $story where document_id in (select document_id from document_copies where original_id = $id)")
            .Bind("$story", storyId).Bind("$id", documentId).ExecuteNonQuery();

    public void Merge(string from, string into)
    {
        session.Prepared("update story_documents set story_id = $into where story_id = $from").Bind("$into", into).Bind("$from", from).ExecuteNonQuery();
        session.Prepared("update stories set merged_into = $into where id = $from or merged_into = $from").Bind("$into", into).Bind("$from", from).ExecuteNonQuery();
    }

    /// <summary>The story of a document; null before it was placed.</summary>
    public string? StoryOf(string documentId) =>
        session.Prepared("select story_id from story_documents where document_id = $id").Bind("$id", documentId).ExecuteScalar() as string;

    /// <summary>The story that goes by this id now; null where there never was one.</summary>
    public string? Current(string storyId) =>
        session.Prepared("select coalesce(merged_into, id) from stories where id = $id").Bind("$id", storyId).ExecuteScalar() as string;

    /// <summary>Documents of a story that are in the library, in the order they came.</summary>
    public List<string> DocumentsOf(string storyId)
    {
        using var row = session.Prepared(
            "select s.document_id from story_documents s join documents d on d.id = s.document_id where s.story_id = $id and d.removed_utc is null order by s.revision_id")
            .Bind("$id", storyId).ExecuteReader();
        var documents = new List<string>();
        while (row.Read()) documents.Add(row.GetString(0));
        return documents;
    }

    private static int DayOf(Revision revision) => (revision.Metadata.PublishedOn ?? DateOnly.FromDateTime(revision.FetchedUtc.UtcDateTime)).DayNumber;
}
