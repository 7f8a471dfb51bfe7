using BriefingBot.Core.Index.Postings;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Index;

public sealed class TermTableTests
{
    [Fact]
    public void Terms_are_numbered_as_they_come_however_their_hashes_collide()
    {
        var hashes = new Func<string, int>[] { static _ => 0, static term => term.Length, static term => -term.Length, static term => term.GetHashCode(StringComparison.Ordinal) };
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>[]>(), ArbMap.Default.ArbFor<int>(), (drawn, seed) =>
        {
            var hash = hashes[Math.Abs(seed % hashes.Length)];
            var table = new TermTable();
            string[] terms = [.. drawn.Select(term => term.Get), .. drawn.Select(term => new string(term.Get))];

            var numbers = terms.Select(term => table.NumberOf(term, hash(term))).ToList();

            var distinct = terms.Distinct(StringComparer.Ordinal).ToArray();
            Assert.Equal(terms.Select(term => Array.IndexOf(distinct, term)), numbers);
            Assert.Equal(distinct, table.ToArrays().Terms);
            Assert.Equal(distinct.Select(hash), table.ToArrays().Hashes);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void It_grows_and_is_empty_when_it_was_cleared()
    {
        var table = new TermTable();
        for (var i = 0; i < 5_000; i++) Assert.Equal(i, table.NumberOf($"pier{i}", i % 97));
        for (var i = 0; i < 5_000; i++) Assert.Equal(i, table.NumberOf($"pier{i}", i % 97));

        table.Clear();

        Assert.Equal(0, table.Count);
        Assert.Equal(0, table.NumberOf("pier4000", 4_000 % 97));
    }
}
