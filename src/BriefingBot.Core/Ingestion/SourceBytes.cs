namespace BriefingBot.Core.Ingestion;

/// <summary>Bytes as received, with what is known from outside.</summary>
/// <param name="Origin">Where they came from: a full path, a link, "stdin:" plus a hash, or an id of a labelled set. Unique in a library.</param>
/// <param name="Bytes">The bytes, unchanged.</param>
/// <param name="FetchedUtc">When they were read.</param>
/// <param name="Url">The address of the page, http or https; null for files.</param>
/// <param name="CharsetHint">The charset the transport named (RFC 9110, Content-Type); null when it named none.</param>
public sealed record SourceBytes(string Origin, ReadOnlyMemory<byte> Bytes, DateTimeOffset FetchedUtc, string? Url = null, string? CharsetHint = null)
{
    /// <summary>Whether the origin ends with one of these, in any case.</summary>
    internal bool HasExtension(string[] extensions)
    {
        foreach (var extension in extensions)
        {
            if (Origin.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
