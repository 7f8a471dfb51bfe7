namespace BriefingBot.Core.Text;

/// <summary>FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), letter by letter. Libraries hold hashes made of these: they never change.</summary>
internal static class Fnv
{
    /// <summary>The hash of no letters.</summary>
    public const uint Basis32 = 2166136261;

    /// <inheritdoc cref="Basis32"/>
    public const ulong Basis64 = 14695981039346656037;

    /// <summary>A hash with one letter more.</summary>
    public static uint With(uint hash, uint letter) => unchecked((hash ^ letter) * 16777619);

    /// <inheritdoc cref="With(uint, uint)"/>
    public static ulong With(ulong hash, uint letter) => unchecked((hash ^ letter) * 1099511628211);
}
