using BriefingBot.Core.Briefing;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Benchmarks;

/// <summary>The product's classes with their default options.</summary>
internal static class Product
{
    public static Briefer Briefer() => new(new Retriever(), new BriefingOptions(), TimeProvider.System);
}
