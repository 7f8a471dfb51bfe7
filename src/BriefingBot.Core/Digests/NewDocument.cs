using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Digests;

/// <summary>A document that is new in a digest.</summary>
/// <param name="Document">As it is now.</param>
/// <param name="Copies">Who carries the same text; null where nobody else does.</param>
/// <param name="StoryId">Its story.</param>
internal sealed record NewDocument(Document Document, CopyGroup? Copies, string StoryId)
{
    public string Id => Document.Id;

    public Revision Revision => Document.Current;

    /// <summary>Whose text it is; a document of unknown origin is its own.</summary>
    public string Owner => Copies?.Owner ?? Revision.Metadata.Agency ?? Revision.Metadata.Publisher ?? Id;
}

/// <summary>The new documents of one story.</summary>
/// <param name="StoryId">Its id.</param>
/// <param name="Told">Documents with a text of their own, in the order they came.</param>
/// <param name="Copies">Ids of new documents that carry the text of one of them.</param>
/// <param name="UpdateOf">The digest that told the story before; null where it is new.</param>
/// <param name="Match">Share of the topic's words it holds; 1 where there is no topic.</param>
internal sealed record NewStory(string StoryId, IReadOnlyList<NewDocument> Told, IReadOnlyList<string> Copies, string? UpdateOf, double Match)
{
    public int Publishers => Told.Select(d => d.Owner).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>Independent publishers first, then what is news and what fits the topic.</summary>
    public double Rank => Math.Log2(1 + Publishers) + (UpdateOf is null ? .5 : 0) + Match;

    public IReadOnlyList<string> Documents => [.. Told.Select(d => d.Id), .. Copies];
}
