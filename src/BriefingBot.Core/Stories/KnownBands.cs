using System.Runtime.CompilerServices;
using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Stories;

/// <summary>
/// What the one writer of a library remembers of its bands: those of the newest texts, and which others are not in the file, since most of a new text's bands are
/// in no other. Forgotten as soon as anybody else has written there, or a write failed.
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

    /// <summary>The bands that were not moved to the others yet.</summary>
    public RecentBands Recent { get; private set; } = new();

    /// <summary>In a session that writes: nobody else can until it ends.</summary>
    public static KnownBands Of(LibrarySession session)
    {
        var known = OfFile.GetOrCreateValue(session.File);
        known.Check(session);
        return known;
    }

    /// <summary>Those of the bands that texts before the recent ones may hold.</summary>
    public IReadOnlyList<long> Among(IReadOnlyList<long> bands)
    {
        looked++;
        if (filter is null) return bands;
        List<long>? among = null;
        for (var i = 0; i < bands.Count; i++)
        {
            if (filter.MayHold(bands[i])) (among ??= []).Add(bands[i]);
        }

        return among ?? (IReadOnlyList<long>)[];
    }

    /// <summary>To be said when all recent bands were moved to the others.</summary>
    /// <param name="bands">All of them.</param>
    public void Moved(IReadOnlyList<long> bands)
    {
        foreach (var band in bands) filter?.Add(band);
        Recent = new RecentBands();
    }

    // Another number, or another connection since a fault: something may have been written, or undone, that is not known here (https://sqlite.org/pragma.html#pragma_data_version).
    private void Check(LibrarySession session)
    {
        var now = (long)session.Prepared("pragma data_version").ExecuteScalar()!;
        if (!ReferenceEquals(writer, session.Connection) || version != now) (filter, looked, Recent) = (null, 0, BandStore.ReadRecent(session));
        (writer, version) = (session.Connection, now);
        if (filter is not null) return;
        // Read once so much is being added that it pays.
        var texts = (long)session.Prepared("select coalesce(max(id), 0) from revisions").ExecuteScalar()!;
        if ((looked + 1) * TextsForOne > texts) filter = BandStore.ReadFilter(session, texts * Fingerprint.Bands);
    }
}
