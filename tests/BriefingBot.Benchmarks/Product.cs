using BriefingBot.Core.Briefing;

namespace BriefingBot.Benchmarks;

/// <summary>The product's classes with their default options.</summary>
internal static class Product
{
    public static Briefer Briefer() => new();
}
