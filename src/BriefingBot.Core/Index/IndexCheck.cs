namespace BriefingBot.Core.Index;

/// <summary>What a comparison of the index with the documents found.</summary>
/// <param name="Passages">Passages the index should hold.</param>
/// <param name="Missing">Passages and texts that are stored and not in the index.</param>
/// <param name="Extra">Rows of the index whose passage or text is not stored, or was removed.</param>
/// <param name="Damage">What the index says of its own inside; null where it is sound.</param>
/// <param name="Current">Whether this program's analyser made it.</param>
public sealed record IndexCheck(long Passages, long Missing, long Extra, string? Damage, bool Current)
{
    /// <summary>Nothing to mend.</summary>
    public bool IsSound => Missing == 0 && Extra == 0 && Damage is null && Current;
}
