using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>Remembers which fields were given from outside, so that the same bytes can be read again with them.</summary>
internal static class GivenMetadata
{
    /// <summary>The read metadata, marked with the fields that <paramref name="given"/> set.</summary>
    public static DocumentMetadata Mark(DocumentMetadata read, DocumentMetadata? given) => given is null ? read : read with { Given = FieldsOf(given) };

    /// <summary>The given fields alone, as they were given.</summary>
    public static DocumentMetadata Of(DocumentMetadata stored)
    {
        // Libraries of the first version did not mark what a feed told.
        var fields = stored.Given | (stored.PublishedFrom == DateSource.Feed ? GivenFields.PublishedOn : GivenFields.None);
        var day = fields.HasFlag(GivenFields.PublishedOn);
        return new DocumentMetadata
        {
            Title = fields.HasFlag(GivenFields.Title) ? stored.Title : "",
            Publisher = fields.HasFlag(GivenFields.Publisher) ? stored.Publisher : null,
            Agency = fields.HasFlag(GivenFields.Agency) ? stored.Agency : null,
            Byline = fields.HasFlag(GivenFields.Byline) ? stored.Byline : null,
            Language = fields.HasFlag(GivenFields.Language) ? stored.Language : null,
            PublishedOn = day ? stored.PublishedOn : null,
            PublishedUtc = day ? stored.PublishedUtc : null,
            PublishedFrom = day ? stored.PublishedFrom : null,
        };
    }

    private static GivenFields FieldsOf(DocumentMetadata given) =>
        If(given.Title.Length > 0, GivenFields.Title) | If(given.Publisher is not null, GivenFields.Publisher) | If(given.Agency is not null, GivenFields.Agency)
        | If(given.Byline is not null, GivenFields.Byline) | If(given.PublishedOn is not null, GivenFields.PublishedOn) | If(given.Language is not null, GivenFields.Language);

    private static GivenFields If(bool isGiven, GivenFields field) => isGiven ? field : GivenFields.None;
}
