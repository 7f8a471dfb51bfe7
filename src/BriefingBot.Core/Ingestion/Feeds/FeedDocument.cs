namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>A feed as it was read.</summary>
/// <param name="Title">Null where it has none.</param>
/// <param name="Items">In the order of the feed.</param>
/// <param name="IsWhole">False where it broke off; what came before is there.</param>
internal sealed record FeedDocument(string? Title, IReadOnlyList<FeedItem> Items, bool IsWhole);

/// <summary>One item. Every text but the content is plain; null where the feed says nothing.</summary>
/// <param name="Id">As the feed gives it.</param>
/// <param name="Link">Absolute, http or https.</param>
/// <param name="Title">Without markup.</param>
/// <param name="Author">Without markup.</param>
/// <param name="Published">With its offset; UTC where it names none.</param>
/// <param name="Content">HTML: the longest the feed has.</param>
internal sealed record FeedItem(string? Id, string? Link, string? Title, string? Author, DateTimeOffset? Published, string? Content);
