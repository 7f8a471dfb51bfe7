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
    private const long MostRecent = 100_000;

    /// <summary>Recent bands from which a session moves them itself, where nobody settles: they are all in memory.</summary>
    private const int MostInMemory = 300_000;

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

    /// <summary>Revisions that hold any of the bands, and how many of them.</summary>
    public Dictionary<long, int> Holders(IReadOnlyList<long> bands)
    {
        var older = Known.Among(bands);
        var counts = Holders(bands, older, ManyRows, ManyRows);
        // A band that very many texts share would leave no room for the others.
        return counts.Values.Sum() < ManyRows ? counts : Holders(bands, older, MostRows, int.MaxValue);
    }

    private Dictionary<long, int> Holders(IReadOnlyList<long> bands, IReadOnlyList<long> older, int ofEach, int most)
    {
        var select = session.OverNumbers("select revision_id from copy_bands where band = ?1 limit ?2");
        found.Clear();
        for (var i = 0; i < older.Count && found.Count < most; i++) select.Run(found, older[i], Math.Min(ofEach, most - found.Count));
        for (var i = 0; i < bands.Count && found.Count < most; i++) Known.Recent.Find(bands[i], Math.Min(ofEach, most - found.Count), found);
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
        var insert = session.OverNumbers("insert or ignore into copy_bands (band, revision_id) values (?1, ?2)");
        var (bands, revisions) = Known.Recent.InOrder();
        for (var i = 0; i < bands.Length; i++) insert.Run(bands[i], revisions[i]);
        session.Prepared("delete from copy_bands_recent").ExecuteNonQuery();
        Known.Moved(bands);
    }
}
