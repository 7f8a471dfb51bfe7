using System.Globalization;

namespace BriefingBot.Core.Libraries;

/// <summary>Where each page begins in a text, in UTF-16 code units; the first entry is page 1. Two with the same starts are equal.</summary>
public sealed class PageStarts(IReadOnlyList<int> starts) : IEquatable<PageStarts>
{
    /// <summary>Ascending; a page without text begins where the next one does.</summary>
    public IReadOnlyList<int> Starts { get; } = starts;

    /// <summary>The page, from 1, on which this place of the text stands.</summary>
    public int PageAt(int place)
    {
        var (low, high) = (0, Starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Starts[middle] <= place) low = middle;
            else high = middle - 1;
        }

        return low + 1;
    }

    /// <inheritdoc/>
    public bool Equals(PageStarts? other) => other is not null && Starts.SequenceEqual(other.Starts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PageStarts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Starts.Count, Starts.Count > 0 ? Starts[^1] : 0);

    internal string ToStored() => string.Join(',', Starts);

    internal static PageStarts? FromStored(string? stored) =>
        stored is null ? null : new PageStarts([.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, CultureInfo.InvariantCulture))]);
}
