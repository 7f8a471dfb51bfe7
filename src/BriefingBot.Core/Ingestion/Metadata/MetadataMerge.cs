using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>Puts together what several places say about a document.</summary>
internal static class MetadataMerge
{
    /// <summary>
    /// Field by field the first that says something, given first; the published day with its instant from the most
    /// trusted source (the order of <see cref="DateSource"/>), among equals from the first.
    /// </summary>
    public static DocumentMetadata Merge(params ReadOnlySpan<DocumentMetadata?> inOrder)
    {
        var merged = new DocumentMetadata();
        foreach (var next in inOrder)
        {
            if (next is not null) merged = Fill(merged, next);
        }

        return merged.Agency is { } agency && string.Equals(agency, merged.Publisher, StringComparison.OrdinalIgnoreCase) ? merged with { Agency = null } : merged;
    }

    /// <summary>Metadata given from outside wins in every field it sets, also over a better trusted day; only a feed's day gives way to what the page says of itself.</summary>
    public static DocumentMetadata Override(DocumentMetadata read, DocumentMetadata? given)
    {
        if (given is null) return read;
        var merged = Merge(given, read);
        return given.PublishedOn is null || given.PublishedFrom == DateSource.Feed
            ? merged
            : merged with { PublishedOn = given.PublishedOn, PublishedUtc = given.PublishedUtc, PublishedFrom = given.PublishedFrom ?? DateSource.Metadata };
    }

    private static DocumentMetadata Fill(DocumentMetadata first, DocumentMetadata next)
    {
        var filled = first with
        {
            Title = first.Title.Length > 0 ? first.Title : next.Title,
            Publisher = first.Publisher ?? next.Publisher,
            Agency = first.Agency ?? next.Agency,
            Byline = first.Byline ?? next.Byline,
            Language = first.Language ?? next.Language,
            Url = first.Url ?? next.Url,
            Pages = first.Pages ?? next.Pages,
        };
        var better = next.PublishedOn is not null && (first.PublishedOn is null || next.PublishedFrom < first.PublishedFrom);
        return better ? filled with { PublishedOn = next.PublishedOn, PublishedUtc = next.PublishedUtc, PublishedFrom = next.PublishedFrom } : filled;
    }
}
