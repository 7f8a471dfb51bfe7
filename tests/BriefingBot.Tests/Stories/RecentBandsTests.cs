using BriefingBot.Core.Stories;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Stories;

public sealed class RecentBandsTests
{
    [Fact]
    public void Whoever_holds_a_band_is_found_oldest_first_also_after_they_were_stored_and_read() => Prop.ForAll<byte[], int>((bands, parts) =>
    {
        var recent = new RecentBands();
        var read = new RecentBands();
        for (var i = 0; i < bands.Length; i++)
        {
            recent.Add(bands[i], i);
            if (i % ((parts & 7) + 1) == 0) read.AddStored(recent.TakeNew());
        }

        read.AddStored(recent.TakeNew());
        Assert.Equal((0, 0), (recent.TakeNew().Length, read.TakeNew().Length));
        for (var band = 0; band < 256; band++)
        {
            long[] expected = [.. Enumerable.Range(0, bands.Length).Where(i => bands[i] == band)];
            Assert.Equal(expected, Find(recent, band, int.MaxValue));
            Assert.Equal(expected, Find(read, band, int.MaxValue));
            Assert.Equal(expected.Take(2), Find(read, band, 2));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_order_of_bands_every_revision_stays_with_its_band() => Prop.ForAll<long[]>(added =>
    {
        var recent = new RecentBands();
        for (var i = 0; i < added.Length; i++) recent.Add(added[i], i);
        var (bands, revisions) = recent.InOrder();
        Assert.Equal(added.Order(), bands);
        Assert.Equal(Enumerable.Range(0, added.Length).Select(i => (long)i), revisions.Order());
        Assert.All(bands.Zip(revisions), row => Assert.Equal(added[row.Second], row.First));
    }).QuickCheckThrowOnFailure();

    private static List<long> Find(RecentBands recent, long band, int most)
    {
        var found = new List<long>();
        recent.Find(band, most, found);
        return found;
    }
}
