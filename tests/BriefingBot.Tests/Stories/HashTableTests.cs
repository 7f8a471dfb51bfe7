using BriefingBot.Core.Stories;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Stories;

public sealed class HashTableTests
{
    [Fact]
    public void It_holds_what_a_set_does() => Prop.ForAll<byte[], byte[]>((some, others) =>
    {
        // Few different numbers, zero among them, so that many stand twice; their lower bits are all zero, so that they meet.
        var (a, b) = (Array.ConvertAll(some, Hash), Array.ConvertAll(others, Hash));
        using var tableA = new HashTable(a);
        using var tableB = new HashTable(b);
        return tableA.Count == a.Distinct().Count() && tableA.Shared(tableB) == a.Intersect(b).Count() && tableB.Shared(tableA) == tableA.Shared(tableB)
            && Enumerable.Range(0, 256).All(x => tableA.Contains(Hash((byte)x)) == a.Contains(Hash((byte)x)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_nothing_it_holds_nothing()
    {
        using var empty = new HashTable([]);
        using var some = new HashTable([0, 1]);

        Assert.Equal(0, empty.Count);
        Assert.False(empty.Contains(0));
        Assert.Equal(0, empty.Shared(some));
    }

    private static ulong Hash(byte number) => (ulong)number << 48;
}
