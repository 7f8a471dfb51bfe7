using System.Runtime.CompilerServices;
using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Stories;

/// <summary>
/// What the one writer of a library remembers of its bands: most of a new text's bands are in no other, and need not be looked for in the file.
/// Read from the file once so much is being added that it pays, and forgotten as soon as anybody else has written there.
/// </summary>
internal sealed class KnownBands
{
    /// <summary>Reading the bands of so many texts costs what looking for those of one does.</summary>
    private const int TextsForOne = 32;

    private static readonly ConditionalWeakTable<LibraryFile, KnownBands> OfFile = [];

    private BandFilter? filter;
    private SqliteConnection? writer;
    private long version;
    private long looked;

    /// <summary>In a session that writes: nobody else can until it ends.</summary>
    public static KnownBands Of(LibrarySession session)
    {
        var known = OfFile.GetOrCreateValue(session.File);
        known.Check(session);
        return known;
    }

    /// <summary>Those of the bands the library may hold.</summary>
    public IReadOnlyList<long> Among(IReadOnlyList<long> bands)
    {
        looked++;
        return filter is null ? bands : [.. bands.Where(filter.MayHold)];
    }

    public void Add(IReadOnlyList<long> bands)
    {
        if (filter is null) return;
        foreach (var band in bands) filter.Add(band);
    }

    // Another number, or another connection since a fault: something may have been written, or undone, that is not known here (https://sqlite.org/pragma.html#pragma_data_version).
    private void Check(LibrarySession session)
    {
        var now = (long)session.Prepared("pragma data_version").ExecuteScalar()!;
        if (!ReferenceEquals(writer, session.Connection) || version != now) (filter, looked) = (null, 0);
        (writer, version) = (session.Connection, now);
        if (filter is not null) return;
        var texts = (long)session.Prepared("select coalesce(max(id), 0) from revisions").ExecuteScalar()!;
        if ((looked + 1) * TextsForOne > texts) filter = Read(session, texts);
    }

    private static BandFilter Read(LibrarySession session, long texts)
    {
        var read = new BandFilter(texts * Fingerprint.Bands);
        using var row = session.Prepared("select band from copy_bands union all select band from copy_bands_young").ExecuteReader();
        while (row.Read()) read.Add(row.GetInt64(0));
        return read;
    }
}
