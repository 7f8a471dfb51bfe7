using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Stories;

/// <summary>Bands of texts and groups of copies in the library file.</summary>
internal sealed class CopyStore(LibrarySession session)
{
    /// <summary>A phrase every page carries may be the least of a bin of very many texts; what shares nothing else is not looked at.</summary>
    private const int MostRows = 2000;

    private const string Members =
        """
        select d.id, r.title, r.publisher, r.agency, r.published_on, r.published_utc, d.added_utc,
               (select min(f.id) from revisions f where f.document_id = d.id) as first_revision
        from documents d join revisions r on r.id = d.current_revision_id
        where d.removed_utc is null and (d.id = $root or d.id in (select document_id from document_copies where original_id = $root))
        """;

    /// <summary>Bands read and written by one statement: the call costs more than the row.</summary>
    private const int AtOnce = Fingerprint.Bands;

    private static readonly string[] Names = [.. Enumerable.Range(0, AtOnce).Select(i => $"$b{i}")];

    private static readonly string Insert =
        $"insert or ignore into copy_bands_young (band, revision_id) values {string.Join(", ", Names.Select(name => $"({name}, $revision)"))}";

    /// <summary>Rows from which each band is read by itself.</summary>
    private const int ManyRows = 4_000;

    private static readonly string Select =
        $"""
        select revision_id from copy_bands where band in ({string.Join(", ", Names)})
        union all select revision_id from copy_bands_young where band in ({string.Join(", ", Names)})
        limit {ManyRows}
        """;

    private static readonly string SelectEach = string.Join(
        " union all ",
        from table in (string[])["copy_bands", "copy_bands_young"]
        from name in Names
        select $"select * from (select revision_id from {table} where band = {name} limit {MostRows})");

    /// <summary>Young bands from which they are moved.</summary>
    private const long MostYoung = 100_000;

    private KnownBands? known;

    private KnownBands Known => known ??= KnownBands.Of(session);

    public void AddBands(long revisionId, IReadOnlyList<long> bands)
    {
        if (bands.Count == 0) return;
        Known.Add(bands);
        Bound(session.Prepared(Insert), bands).Bind("$revision", revisionId).ExecuteNonQuery();
    }

    /// <summary>Moves the bands of the newest texts to those of all the others, once there are so many of them.</summary>
    public static void Settle(LibraryFile library, long most = MostYoung)
    {
        if (library.Read(session => (long)session.Prepared("select count(*) from copy_bands_young").ExecuteScalar()!) < most) return;
        library.Write(session =>
        {
            session.Prepared("insert or ignore into copy_bands (band, revision_id) select band, revision_id from copy_bands_young order by band, revision_id").ExecuteNonQuery();
            return session.Prepared("delete from copy_bands_young").ExecuteNonQuery();
        });
    }

    /// <summary>Documents of the library whose text shares bands, those that share most first.</summary>
    public List<string> Sharing(IReadOnlyList<long> bands, string except, int most)
    {
        bands = Known.Among(bands);
        if (bands.Count == 0) return [];
        var counts = Shared(Select, bands);
        // A band that very many texts share would leave no room for the others.
        if (counts.Values.Sum() == ManyRows) counts = Shared(SelectEach, bands);
        var documents = new List<string>();
        foreach (var (revision, _) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key))
        {
            if (documents.Count == most) break;
            if (Document(revision) is { } id && id != except && !documents.Contains(id, StringComparer.Ordinal)) documents.Add(id);
        }

        return documents;
    }

    private Dictionary<long, int> Shared(string select, IReadOnlyList<long> bands)
    {
        var counts = new Dictionary<long, int>();
        using var row = Bound(session.Prepared(select), bands).ExecuteReader();
        while (row.Read()) counts[row.GetInt64(0)] = counts.GetValueOrDefault(row.GetInt64(0)) + 1;
        return counts;
    }

    /// <summary>The current text of a document; null where it was purged.</summary>
    public string? Text(string documentId) => session.Prepared(
        "select t.text from documents d join revision_texts t on t.revision_id = d.current_revision_id where d.id = $id").Bind("$id", documentId).ExecuteScalar() as string;

    /// <summary>What a copy was compared with; null where a document is no copy.</summary>
    public string? OriginalOf(string documentId) =>
        session.Prepared("select original_id from document_copies where document_id = $id").Bind("$id", documentId).ExecuteScalar() as string;

    public void SetOriginal(string documentId, string originalId)
    {
        session.Prepared("insert or replace into document_copies (document_id, original_id) values ($id, $original)")
            .Bind("$id", documentId).Bind("$original", originalId).ExecuteNonQuery();
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

    // A short text has fewer bands; what is null is found nowhere, and not inserted.
    private static SqliteCommand Bound(SqliteCommand command, IReadOnlyList<long> bands)
    {
        for (var i = 0; i < AtOnce; i++) command.Bind(Names[i], i < bands.Count ? bands[i] : null);
        return command;
    }

    private static CopyMember Member(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3), row.DayOrNull(4), row.InstantOrNull(5), row.GetInt64(7));

    private string? Document(long revisionId) =>
        session.Prepared("select document_id from revisions where id = $id").Bind("$id", revisionId).ExecuteScalar() as string;
}
