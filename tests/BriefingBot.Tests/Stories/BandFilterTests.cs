using BriefingBot.Core.Stories;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Stories;

public sealed class BandFilterTests
{
    [Fact]
    public void What_was_added_is_never_denied() => Prop.ForAll<long[]>(bands =>
    {
        var filter = new BandFilter();
        foreach (var band in bands) filter.Add(band);
        return bands.All(filter.MayHold);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_grows_beyond_what_was_expected_and_denies_nearly_all_it_never_saw()
    {
        var random = new Random(5);
        var filter = new BandFilter();
        // Four layers; least hashes of a bin, so small numbers.
        long[] added = [.. Enumerable.Range(0, 800_000).Select(_ => random.NextInt64(1L << 41))];
        foreach (var band in added) filter.Add(band);

        Assert.All(added, band => Assert.True(filter.MayHold(band)));
        Assert.InRange(Enumerable.Range(0, 100_000).Count(_ => filter.MayHold(random.NextInt64(1L << 41))), 0, 3_000);
    }
}
