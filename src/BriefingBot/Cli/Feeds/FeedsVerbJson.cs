using System.Text.Json.Serialization;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;

namespace BriefingBot.Cli.Feeds;

/// <summary>A feed as <c>feeds list --json</c> shows it.</summary>
internal sealed record FeedRow(
    long Id, string Link, string? Title, DateTimeOffset AddedUtc, DateTimeOffset? TriedUtc, DateTimeOffset? SucceededUtc, DateTimeOffset NextUtc, int Failures, string? Fault, int Items, int Waiting, bool Dead, DateTimeOffset? PausedUtc)
{
    public static FeedRow Of(Feed feed, DateTimeOffset now) =>
        new(feed.Id, feed.Link, feed.Title, feed.AddedUtc, feed.TriedUtc, feed.SucceededUtc, feed.NextUtc, feed.Failures, feed.Fault, feed.Items, feed.Waiting, feed.IsDead(now), feed.PausedUtc);
}

/// <summary>What a poll of one feed gave.</summary>
internal sealed record PollRow(long Id, string Link, int New, string? Fault, IReadOnlyList<Receipt> Receipts);

/// <summary>The documents of the feeds verbs.</summary>
internal sealed record FeedsDocument(IReadOnlyList<FeedRow> Feeds);

internal sealed record PollsDocument(IReadOnlyList<PollRow> Polls);

[JsonSerializable(typeof(FeedsDocument))]
[JsonSerializable(typeof(PollsDocument))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(KebabEnum<ReceiptOutcome>), typeof(KebabEnum<Core.Libraries.DateSource>), typeof(UtcInstant)])]
internal sealed partial class FeedsVerbJson : JsonSerializerContext;
