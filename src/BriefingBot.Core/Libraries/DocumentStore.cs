using BriefingBot.Core.Libraries.Corrections;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>Documents and their revisions in one library.</summary>
public sealed class DocumentStore(LibrarySession session)
{
    /// <summary>A document by its id, a removed one too (its <see cref="Document.RemovedUtc"/> is set); null where there is none.</summary>
    public Document? Find(string id) =>
        One("select id, origin, current_revision_id, added_utc, removed_utc from documents where id = $key", id);

    /// <summary>The document from this origin that is in the library; a removed one is not found.</summary>
    public Document? FindByOrigin(string origin) =>
        One("select id, origin, current_revision_id, added_utc, removed_utc from documents where origin = $key and removed_utc is null", origin);

    /// <summary>Ids that begin with these characters, at most <paramref name="most"/>; removed documents too.</summary>
    public IReadOnlyList<string> FindIdsStartingWith(string prefix, int most = 10) => Texts(
        session.Prepared("select id from documents where substr(id, 1, length($prefix)) = $prefix order by id limit $most").Bind("$prefix", prefix).Bind("$most", most));

    /// <summary>A text of a document by its number from 1; null where there is none. The text of a purged one is empty.</summary>
    public Revision? FindRevision(string documentId, int number) => RevisionStore.ByNumber(session, documentId, number);

    /// <summary>A text by its id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Revision Revision(long revisionId) =>
        RevisionStore.ById(session, revisionId) ?? throw new KeyNotFoundException($"The library \"{session.File.Name}\" has no revision {revisionId}.");

    /// <summary>The published day of a text, without reading it; null where it has none.</summary>
    internal DateOnly? PublishedOn(long revisionId) => RevisionStore.PublishedOn(session, revisionId);

    /// <summary>Every text of a document, oldest first.</summary>
    public IReadOnlyList<Revision> Revisions(string documentId) => RevisionStore.OfDocument(session, documentId);

    /// <summary>The ids of documents in the library whose current revision was made from these bytes.</summary>
    /// <param name="sha256">Lower-case hexadecimal.</param>
    public IReadOnlyList<string> FindByContentHash(string sha256) => Texts(session.Prepared(
        """
        select d.id from revisions r join documents d on d.current_revision_id = r.id
        where r.content_hash = $hash and d.removed_utc is null order by r.id
        """).Bind("$hash", sha256));

    /// <summary>Stores a new document with revision 1 and raises the library revision.</summary>
    /// <param name="id">Null for a new id of ten characters.</param>
    /// <param name="origin">Where it came from; no other document in the library may have it.</param>
    /// <param name="revision">Its first text.</param>
    /// <exception cref="LibraryExistsException">The id or the origin is taken.</exception>
    public Document Add(string? id, string origin, NewRevision revision)
    {
        if (FindByOrigin(origin) is { } other) throw new LibraryExistsException($"The library \"{session.File.Name}\" holds {origin} already, as document {other.Id}.");
        if (id is not null && Find(id) is { } same)
            throw new LibraryExistsException($"The id {id} is taken in the library \"{session.File.Name}\"{(same.RemovedUtc is null ? "" : " by a document that was removed")}. Give another id.");
        id ??= ShortId.New();
        var added = session.File.Time.GetUtcNow();
        var first = RevisionStore.Add(session, id, 1, origin, revision);
        session.Prepared("insert into documents (id, origin, current_revision_id, added_utc) values ($id, $origin, $revision, $added)")
            .Bind("$id", id).Bind("$origin", origin).Bind("$revision", first.Id).Bind("$added", added.ToStored()).ExecuteNonQuery();
        session.RaiseLibraryRevision();
        return new Document(id, origin, first, added, RemovedUtc: null);
    }

    /// <summary>Stores the next text of a document, makes it the current one and raises the library revision.</summary>
    /// <exception cref="LibraryNotFoundException">There is no such document, or it was removed.</exception>
    public Revision AddRevision(string documentId, NewRevision revision)
    {
        var document = RequireLive(documentId);
        var next = RevisionStore.Add(session, documentId, document.Current.Number + 1, document.Origin, revision);
        session.Prepared("update documents set current_revision_id = $revision where id = $id")
            .Bind("$revision", next.Id).Bind("$id", documentId).ExecuteNonQuery();
        session.RaiseLibraryRevision();
        return next;
    }

    /// <summary>Every document with what is known about its current text, in the order of adding.</summary>
    public IReadOnlyList<DocumentSummary> List(bool includeRemoved = false) => DocumentListStore.List(session, includeRemoved);

    /// <summary>Number of documents in the library.</summary>
    public int Count() => (int)(long)session.Prepared("select count(*) from documents where removed_utc is null").ExecuteScalar()!;

    /// <summary>Whether the library never held a document.</summary>
    internal bool IsEmpty() => session.Prepared("select 1 from documents limit 1").ExecuteScalar() is null;

    /// <summary>The newest published day of any document in the library; null where no day is known.</summary>
    public DateOnly? NewestPublishedOn() => session.Prepared(
        // Cross joined: down the index of days, to the first that is still there (https://sqlite.org/optoverview.html, "Manual control of query plans using CROSS JOIN").
        """
        select r.published_on from revisions r cross join documents d on d.current_revision_id = r.id
        where r.published_on is not null and d.removed_utc is null order by r.published_on desc limit 1
        """)
        .ExecuteScalar() is string day ? Binding.Day(day) : null;

    /// <summary>The weightiest thing a text says of its own correction or withdrawal; null where it says nothing.</summary>
    public DocumentNotice? Notice(Revision revision) => new CorrectionStore(session).Notice(revision);

    /// <summary>The bytes as received; null where they were not kept or were purged.</summary>
    public byte[]? Original(string contentHash) => RevisionStore.Original(session, contentHash);

    /// <summary>Notes that a cleaner made of the kept bytes what the document holds already, so that it need not look again.</summary>
    public void Checked(string documentId, int cleanerVersion) =>
        session.Prepared("update documents set checked_version = $version where id = $id").Bind("$version", cleanerVersion).Bind("$id", documentId).ExecuteNonQuery();

    /// <summary>The newest cleaner that made or confirmed the current text.</summary>
    public int CleanedBy(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return session.Prepared("select checked_version from documents where id = $id").Bind("$id", document.Id).ExecuteScalar() is long version && version > document.Current.CleanerVersion
            ? (int)version
            : document.Current.CleanerVersion;
    }

    /// <summary>The charset the host named beside those bytes; null where it named none.</summary>
    public string? OriginalCharset(string contentHash) => RevisionStore.OriginalCharset(session, contentHash);

    /// <summary>
    /// Takes a document out and raises the library revision. Its texts stay for the answers that quote them; take it out of the index
    /// (<c>LexicalIndex.Remove</c>) in the same session. A removed document is left as it is.
    /// </summary>
    /// <exception cref="LibraryNotFoundException">There is no such document.</exception>
    public void Remove(string documentId)
    {
        if (Require(documentId).RemovedUtc is not null) return;
        session.Prepared("update documents set removed_utc = $now where id = $id")
            .Bind("$now", session.File.Time.GetUtcNow().ToStored()).Bind("$id", documentId).ExecuteNonQuery();
        session.Prepared("delete from aliases where document_id = $id").Bind("$id", documentId).ExecuteNonQuery();
        session.RaiseLibraryRevision();
    }

    /// <summary>
    /// Removes a document where that has not been done, and blanks its texts, what was taken out of them, the bytes no other document
    /// shares, and what past answers quoted from it. Cannot be undone.
    /// </summary>
    /// <exception cref="LibraryNotFoundException">There is no such document.</exception>
    public void Purge(string documentId)
    {
        Remove(documentId);
        PurgeStore.Purge(session, documentId);
        session.RaiseLibraryRevision();
    }

    private Document RequireLive(string documentId) => Require(documentId) is { RemovedUtc: null } document
        ? document
        : throw new LibraryNotFoundException($"The document {documentId} was removed from the library \"{session.File.Name}\".");

    private Document Require(string documentId) => Find(documentId)
        ?? throw new LibraryNotFoundException($"The library \"{session.File.Name}\" has no document {documentId}. \"documents\" lists what it has.");

    private Document? One(string sql, string key)
    {
        var command = session.Prepared(sql).Bind("$key", key);
        string id, origin;
        long revision;
        DateTimeOffset added;
        DateTimeOffset? removed;
        using (var row = command.ExecuteReader())
        {
            if (!row.Read()) return null;
            (id, origin, revision) = (row.GetString(0), row.GetString(1), row.GetInt64(2));
            (added, removed) = (Binding.Instant(row.GetString(3)), row.InstantOrNull(4));
        }

        return new Document(id, origin, Revision(revision), added, removed);
    }

    private static List<string> Texts(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        var texts = new List<string>();
        while (row.Read()) texts.Add(row.GetString(0));
        return texts;
    }
}
