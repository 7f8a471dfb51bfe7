using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>Rows of revisions and their texts. Written once; only a purge blanks the text.</summary>
internal static class RevisionStore
{
    /// <summary>The columns <see cref="Read"/> expects, of revisions r left-joined to revision_texts t.</summary>
    private const string Select =
        """
        select r.id, r.document_id, r.number, r.title, r.publisher, r.agency, r.byline, r.published_on, r.published_utc, r.published_from,
               r.language, r.url, r.fetched_utc, r.cause, r.cleaner_version, r.content_hash, t.text, t.removed, r.given, r.pages
        from revisions r join revision_texts t on t.revision_id = r.id
        """;

    private const string Insert =
        """
        insert into revisions (document_id, number, title, publisher, agency, byline, published_on, published_utc, published_from, language, url,
                               fetched_utc, cause, cleaner_version, content_hash, characters, removed_characters, given, pages)
        values ($document, $number, $title, $publisher, $agency, $byline, $day, $instant, $from, $language, $url,
                $fetched, $cause, $cleaner, $hash, $characters, $removedCharacters, $given, $pages)
        """;

    public static Revision? ById(LibrarySession session, long id) =>
        First(session.Prepared(Select + " where r.id = $id").Bind("$id", id));

    /// <summary>The published day alone: ranking asks it of many texts that are then not read.</summary>
    public static DateOnly? PublishedOn(LibrarySession session, long id)
    {
        using var row = session.Prepared("select published_on from revisions where id = $id").Bind("$id", id).ExecuteReader();
        return row.Read() ? row.DayOrNull(0) : null;
    }

    public static Revision? ByNumber(LibrarySession session, string documentId, int number) =>
        First(session.Prepared(Select + " where r.document_id = $document and r.number = $number").Bind("$document", documentId).Bind("$number", number));

    public static List<Revision> OfDocument(LibrarySession session, string documentId)
    {
        using var row = session.Prepared(Select + " where r.document_id = $document order by r.number").Bind("$document", documentId).ExecuteReader();
        var revisions = new List<Revision>();
        while (row.Read()) revisions.Add(Read(row));
        return revisions;
    }

    public static Revision Add(LibrarySession session, string documentId, int number, string origin, NewRevision revision)
    {
        if (revision.Text.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("The text of a revision holds U+0000: normalise it first.", nameof(revision));
        AddOriginal(session, origin, revision);
        var meta = revision.Metadata;
        var id = session.Prepared(Insert)
            .Bind("$document", documentId).Bind("$number", number).Bind("$title", meta.Title).Bind("$publisher", meta.Publisher)
            .Bind("$agency", meta.Agency).Bind("$byline", meta.Byline).Bind("$day", meta.PublishedOn.ToStored())
            .Bind("$instant", meta.PublishedUtc.ToStored()).Bind("$from", meta.PublishedFrom?.ToStored()).Bind("$language", meta.Language)
            .Bind("$url", meta.Url).Bind("$fetched", revision.FetchedUtc.ToStored()).Bind("$cause", revision.Cause.ToStored())
            .Bind("$cleaner", revision.CleanerVersion).Bind("$hash", revision.ContentHash).Bind("$characters", revision.Text.Length)
            .Bind("$removedCharacters", revision.Removed.Sum(part => part.Text.Length))
            .Bind("$given", meta.Given == GivenFields.None ? null : (int)meta.Given).Bind("$pages", meta.Pages?.ToStored())
            .InsertedId();
        session.Prepared("insert into revision_texts (revision_id, text, removed) values ($id, $text, $removed)")
            .Bind("$id", id).Bind("$text", revision.Text).Bind("$removed", Packed.PackParts(revision.Removed)).ExecuteNonQuery();
        return new Revision
        {
            Id = id,
            DocumentId = documentId,
            Number = number,
            Text = revision.Text,
            Metadata = meta,
            FetchedUtc = revision.FetchedUtc.ToUniversalTime(),
            Cause = revision.Cause,
            CleanerVersion = revision.CleanerVersion,
            ContentHash = revision.ContentHash,
            Removed = revision.Removed,
        };
    }

    /// <summary>Bytes as received, by their hash; null where they were not kept or were purged.</summary>
    public static byte[]? Original(LibrarySession session, string contentHash)
    {
        using var row = session.Prepared("select bytes, compression, length from originals where content_hash = $hash and bytes is not null")
            .Bind("$hash", contentHash).ExecuteReader();
        return row.Read() ? Packed.Unpack(row.GetFieldValue<byte[]>(0), row.GetString(1), row.GetInt32(2)) : null;
    }

    /// <summary>The charset the host named when the bytes came first; null where it named none.</summary>
    public static string? OriginalCharset(LibrarySession session, string contentHash) =>
        session.Prepared("select charset from originals where content_hash = $hash").Bind("$hash", contentHash).ExecuteScalar() as string;

    private static void AddOriginal(LibrarySession session, string origin, NewRevision revision)
    {
        if (revision.Original is not { } original) return;
        var (known, purged) = KnownOriginal(session, revision.ContentHash);
        if (known && !purged) return;
        var sql = purged
            ? "update originals set bytes = $bytes, compression = $compression, charset = $charset where content_hash = $hash"
            : """
              insert into originals (content_hash, bytes, compression, length, fetched_utc, fetched_from, charset)
              values ($hash, $bytes, $compression, $length, $fetched, $from, $charset)
              """;
        session.Prepared(sql).Bind("$hash", revision.ContentHash).Bind("$bytes", original.Stored).Bind("$compression", original.Compression)
            .Bind("$length", original.Length).Bind("$fetched", revision.FetchedUtc.ToStored()).Bind("$from", origin).Bind("$charset", revision.Charset).ExecuteNonQuery();
    }

    private static (bool Known, bool Purged) KnownOriginal(LibrarySession session, string contentHash) =>
        session.Prepared("select bytes is null from originals where content_hash = $hash").Bind("$hash", contentHash).ExecuteScalar() is long purged
            ? (true, purged != 0)
            : (false, false);

    private static Revision? First(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    private static Revision Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        DocumentId = row.GetString(1),
        Number = row.GetInt32(2),
        Metadata = Metadata(row, 3) with { Given = row.IsDBNull(18) ? GivenFields.None : (GivenFields)row.GetInt32(18), Pages = PageStarts.FromStored(row.TextOrNull(19)) },
        FetchedUtc = Binding.Instant(row.GetString(12)),
        Cause = Binding.Word<RevisionCause>(row.GetString(13)),
        CleanerVersion = row.GetInt32(14),
        ContentHash = row.GetString(15),
        Text = row.TextOrNull(16) ?? "",
        PackedRemoved = row.IsDBNull(17) ? null : row.GetFieldValue<byte[]>(17),
    };

    /// <summary>Nine columns from title to url, in the order of the table.</summary>
    public static DocumentMetadata Metadata(SqliteDataReader row, int first) => new()
    {
        Title = row.GetString(first),
        Publisher = row.TextOrNull(first + 1),
        Agency = row.TextOrNull(first + 2),
        Byline = row.TextOrNull(first + 3),
        PublishedOn = row.DayOrNull(first + 4),
        PublishedUtc = row.InstantOrNull(first + 5),
        PublishedFrom = row.TextOrNull(first + 6) is { } from ? Binding.Word<DateSource>(from) : null,
        Language = row.TextOrNull(first + 7),
        Url = row.TextOrNull(first + 8),
    };
}
