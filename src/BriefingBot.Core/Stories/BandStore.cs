using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Stories;

/// <summary>
/// Bands of texts in the library file. Those of the newest texts are one row a transaction, since they fall anywhere among the others: a row each, in order of
/// bands, each would change a page of its own. They are moved when there are many for a page.
/// </summary>
internal sealed class BandStore(LibrarySession session)
{
    /// <summary>A phrase every page carries may be the least of a bin of very many texts; what shares nothing else is not looked at.</summary>
    private const int MostRows = 2000;

    /// <summary>Rows from which no more than that are read of each band.</summary>
    private const int ManyRows = 4_000;

    /// <summary>Recent bands from which they are moved.</summary>
    private const long MostRecent = 300_000;

    /// <summary>Recent bands from which a session moves them itself, where nobody settles: they are all in memory.</summary>
    private const int MostInMemory = 500_000;

    /// <summary>Bands that lead to one text, after which the others need not be looked up to try it: each of them is another page of the file.</summary>
    private const int Enough = 4;

    /// <summary>Rows moved by one statement.</summary>
    private const int MovedAtOnce = 64;

    private const string OfBand = "select revision_id from copy_bands where band = ?1 limit ?2";

    private static readonly string MoveMany = $"insert or ignore into copy_bands (band, revision_id) values (?, ?){string.Concat(Enumerable.Repeat(", (?, ?)", MovedAtOnce - 1))}";

    private readonly List<long> found = [];
    private KnownBands? known;
    private bool gathers;

    private KnownBands Known => known ??= KnownBands.Of(session);

    /// <summary>Moves the bands of the newest texts to those of all the others, once there are so many of them.</summary>
    public static void Settle(LibraryFile library, long most = MostRecent)
    {
        var bytes = library.Read(session => (long)session.Prepared("select coalesce(sum(length(bands)), 0) from copy_bands_recent").ExecuteScalar()!);
        if (bytes >= most * RecentBands.BytesEach) library.Write(session => new BandStore(session).Move());
    }

    /// <summary>The bands that were not moved yet.</summary>
    public static RecentBands ReadRecent(LibrarySession session)
    {
        var read = new RecentBands();
        using var row = session.Prepared("select bands from copy_bands_recent order by id").ExecuteReader();
        while (row.Read()) read.AddStored(row.GetFieldValue<byte[]>(0));
        return read;
    }

    /// <summary>All others, in few bytes each.</summary>
    /// <param name="session">A session.</param>
    /// <param name="expected">How many bands there may be.</param>
    public static BandFilter ReadFilter(LibrarySession session, long expected)
    {
        var read = new BandFilter(expected);
        using var row = session.Prepared("select band from copy_bands").ExecuteReader();
        while (row.Read()) read.Add(row.GetInt64(0));
        return read;
    }

    /// <summary>Has the bands found from now on; they are written before the session commits. Not undone with a savepoint.</summary>
    public void Add(long revisionId, IReadOnlyList<long> bands)
    {
        foreach (var band in bands) Known.Recent.Add(band, revisionId);
        if (gathers || bands.Count == 0) return;
        session.BeforeCommit(Write);
        gathers = true;
    }

    /// <summary>Those of the bands that have to be looked up in the file.</summary>
    public IReadOnlyList<long> Older(IReadOnlyList<long> bands) => Known.Among(bands);

    /// <summary>The revision that the first bands found all lead to, and no other: most often the text a copy was made of. Null where it is not so clear.</summary>
    /// <param name="older">Of <see cref="Older"/>.</param>
    public long? Likeliest(IReadOnlyList<long> older)
    {
        if (older.Count < Enough) return null;
        var select = session.Direct(OfBand);
        var agreed = 0;
        long? likeliest = null;
        foreach (var band in older)
        {
            found.Clear();
            select.Collect(found, band, 2);
            Known.Recent.Find(band, 2, found);
            if (found.Count == 0) continue;
            if (found.Count > 1 || (likeliest is { } other && other != found[0])) return null;
            likeliest = found[0];
            if (++agreed == Enough) return likeliest;
        }

        return null;
    }

    /// <summary>Revisions that hold any of the bands, and how many of them.</summary>
    /// <param name="bands">Of a text.</param>
    /// <param name="older">Of <see cref="Older"/>.</param>
    public IReadOnlyDictionary<long, int> Holders(IReadOnlyList<long> bands, IReadOnlyList<long> older)
    {
        var counts = Holders(bands, older, ManyRows, ManyRows);
        // A band that very many texts share would leave no room for the others.
        return counts.Values.Sum() < ManyRows ? counts : Holders(bands, older, MostRows, int.MaxValue);
    }

    private IReadOnlyDictionary<long, int> Holders(IReadOnlyList<long> bands, IReadOnlyList<long> older, int ofEach, int most)
    {
        var select = session.Direct(OfBand);
        found.Clear();
        for (var i = 0; i < older.Count && found.Count < most; i++) select.Collect(found, older[i], Math.Min(ofEach, most - found.Count));
        for (var i = 0; i < bands.Count && found.Count < most; i++) Known.Recent.Find(bands[i], Math.Min(ofEach, most - found.Count), found);
        if (found.Count == 0) return ReadOnlyDictionary<long, int>.Empty;
        var counts = new Dictionary<long, int>();
        foreach (var revision in found) CollectionsMarshal.GetValueRefOrAddDefault(counts, revision, out _)++;
        return counts;
    }

    private void Write()
    {
        if (Known.Recent.Count >= MostInMemory)
        {
            Move();
            return;
        }

        var bands = Known.Recent.TakeNew();
        if (bands.Length > 0) session.Prepared("insert into copy_bands_recent (bands) values ($bands)").Bind("$bands", bands).ExecuteNonQuery();
    }

    private void Move()
    {
        var (bands, revisions) = Known.Recent.InOrder();
        Span<long> rows = stackalloc long[2 * MovedAtOnce];
        var filled = 0;
        for (var i = 0; i < bands.Length; i++)
        {
            (rows[filled++], rows[filled++]) = (bands[i], revisions[i]);
            if (filled < rows.Length) continue;
            session.Direct(MoveMany).Run(rows);
            filled = 0;
        }

        for (var i = 0; i < filled; i += 2) session.Direct("insert or ignore into copy_bands (band, revision_id) values (?1, ?2)").Run(rows.Slice(i, 2));
        session.Prepared("delete from copy_bands_recent").ExecuteNonQuery();
        Known.Moved(bands);
    }
}
