using BriefingBot.Tests.Benchmarks;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace BriefingBot.Tests.Benchmarks;

/// <summary>What waits for minutes begins first, so that the other tests run meanwhile; their order stays.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public const string Collection = "Fuzz";

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections).OrderByDescending(collection => collection.TestCollectionDisplayName == Collection)];
}
