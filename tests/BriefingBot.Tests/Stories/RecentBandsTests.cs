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
        return recent.TakeNew().Length == 0 && read.TakeNew().Length == 0 && Enumerable.Range(0, 256).All(band =>
        {
            long[] expected = [.. Enumerable.Range(0, bands.Length).Where(i => bands[i] == band)];
            return Find(recent, band, int.MaxValue).SequenceEqual(expected) && Find(read, band, int.MaxValue).SequenceEqual(expected)
                && Find(read, band, 2).SequenceEqual(expected.Take(2));
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_order_of_bands_every_revision_stays_with_its_band() => Prop.ForAll<long[]>(added =>
    {
        var recent = new RecentBands();
        for (var i = 0; i < added.Length; i++) recent.Add(added[i], i);
        var (bands, revisions) = recent.InOrder();
        return bands.SequenceEqual(added.Order()) && revisions.Order().SequenceEqual(Enumerable.Range(0, added.Length).Select(i => (long)i))
            && bands.Zip(revisions).All(row => added[row.Second] == row.First);
    }).QuickCheckThrowOnFailure();

    private static List<long> Find(RecentBands recent, long band, int most)
    {
        var found = new List<long>();
        recent.Find(band, most, found);
        return found;
    }
}
