using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Tests.Libraries;

namespace BriefingBot.Tests.Stories;

public sealed class BandStoreTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void Holders_are_counted_over_those_of_this_session_of_recent_ones_and_of_older_ones()
    {
        Write(store => store.Add(1, [10, 20, 30]));
        BandStore.Settle(_library.File, most: 0);
        Write(store => store.Add(2, [20, 30]));
        Write(store =>
        {
            store.Add(3, [30]);
            Assert.Equal("1:3 2:2 3:1", Counts(store, 10, 20, 30, 40));
        });

        Assert.Equal(2, Rows("copy_bands_recent"));
        Write(store => Assert.Equal("1:1 2:1", Counts(store, 20)));
        BandStore.Settle(_library.File, most: 0);
        Assert.Equal("0 6", $"{Rows("copy_bands_recent")} {Rows("copy_bands")}");
        Write(store => Assert.Equal("1:3 2:2 3:1", Counts(store, 10, 20, 30, 40)));
    }

    [Fact]
    public void Another_process_finds_them_before_and_after_they_were_moved()
    {
        Write(store => store.Add(7, [10, 20]));
        using var other = _library.Catalog.Open("default");
        Assert.Equal("7:2", other.Write(session => Counts(new BandStore(session), 10, 20)));

        BandStore.Settle(other, most: 0);
        Write(store => store.Add(8, [20]));

        Assert.Equal("7:2 8:1", other.Write(session => Counts(new BandStore(session), 10, 20)));
    }

    [Fact]
    public void Moving_that_fails_leaves_them_where_they_were()
    {
        Write(store => store.Add(7, [10, 20]));
        _library.File.Write(session => session.Prepared("create trigger stop before delete on copy_bands_recent begin select raise(abort, 'on purpose'); end").ExecuteNonQuery());

        Assert.ThrowsAny<Exception>(() => BandStore.Settle(_library.File, most: 0));

        Assert.Equal("1 0", $"{Rows("copy_bands_recent")} {Rows("copy_bands")}");
        Write(store => Assert.Equal("7:2", Counts(store, 10, 20)));
    }

    [Fact]
    public void Where_nobody_moves_them_a_session_does_before_they_fill_the_memory()
    {
        const int each = 1000;
        Write(store =>
        {
            for (var revision = 1; revision <= 500; revision++) store.Add(revision, [.. Enumerable.Range(0, each).Select(i => (long)((revision * each) + i))]);
        });

        Assert.Equal("0 500000", $"{Rows("copy_bands_recent")} {Rows("copy_bands")}");
        Write(store => Assert.Equal("7:2", Counts(store, 7 * each, (7 * each) + 1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_band_very_many_texts_share_leaves_room_for_the_others(bool moved)
    {
        Write(store =>
        {
            for (var revision = 1; revision <= 5_000; revision++) store.Add(revision, revision == 4_500 ? [10, 20] : [10]);
        });
        if (moved) BandStore.Settle(_library.File, most: 0);

        Write(store =>
        {
            var holders = store.Holders([10, 20], store.Older([10, 20]));
            Assert.Equal(2_001, holders.Count);
            Assert.Equal(1, holders[4_500]);
            Assert.Equal(1, holders[2_000]);
        });
    }

    [Fact]
    public void A_text_four_bands_lead_to_is_the_likeliest_unless_another_holds_one_of_them()
    {
        Write(store =>
        {
            store.Add(1, [10, 20, 25, 30, 40, 50]);
            store.Add(2, [60, 70, 80]);
            store.Add(3, [50, 90]);
        });
        BandStore.Settle(_library.File, most: 0);
        Write(store => store.Add(4, [40]));

        Write(store =>
        {
            Assert.Equal(1, store.Likeliest([5, 10, 20, 15, 25, 30, 50]));
            Assert.Null(store.Likeliest([10, 20, 30]));
            Assert.Null(store.Likeliest([60, 70, 80]));
            Assert.Null(store.Likeliest([10, 20, 30, 40]));
            Assert.Null(store.Likeliest([10, 20, 50, 30]));
            Assert.Null(store.Likeliest([10, 60, 20, 30]));
            Assert.Null(store.Likeliest([]));
        });
    }

    [Fact]
    public void Those_a_library_of_an_older_version_holds_are_found()
    {
        Directory.CreateDirectory(Path.Combine(_library.Directory, "libraries"));
        var path = _library.Catalog.PathOf("old");
        using (var connection = DatabaseConnection.Open(path, writable: true, create: true))
        {
            Migrator.Migrate(connection, DatabaseKind.Library, "old file", upTo: 18);
            connection.Execute("insert into copy_bands values (10, 1), (20, 1); insert into copy_bands_young values (10, 2), (30, 3), (10, 1)");
        }

        using var old = _library.Catalog.Open("old");

        Assert.Equal("1:2 2:1 3:1", old.Write(session => Counts(new BandStore(session), 10, 20, 30)));
    }

    private static string Counts(BandStore store, params long[] bands) =>
        string.Join(' ', store.Holders(bands, store.Older(bands)).OrderBy(h => h.Key).Select(h => $"{h.Key}:{h.Value}"));

    private void Write(Action<BandStore> work) => _library.File.Write(session => work(new BandStore(session)));

    private long Rows(string table) => _library.File.Read(session => (long)session.Prepared($"select count(*) from {table}").ExecuteScalar()!);
}
