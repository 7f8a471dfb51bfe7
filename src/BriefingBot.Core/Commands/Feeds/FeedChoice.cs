using System.Globalization;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary>The option that names a feed: its id, its link, or what is suggested while one types.</summary>
internal static class FeedChoice
{
    public const string Name = "feed";

    public static CommandOption Option(bool required) => new(Name, "The feed's number or link; /feeds list shows them") { Required = required, Suggests = true, Most = 4000 };

    /// <summary>Null where the library follows no such feed.</summary>
    public static Feed? Find(FeedStore store, string which) =>
        long.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? store.Find(id)
        : LinkAddress.TryRead(which, out var address, out _) ? store.FindByLink(LinkAddress.Canonical(address)) : null;

    public static IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string typed) => call.Library.Read(session => new FeedStore(session).List())
        .Where(feed => $"{feed.Id}".StartsWith(typed, StringComparison.Ordinal) || feed.Link.Contains(typed, StringComparison.OrdinalIgnoreCase) || (feed.Title ?? "").Contains(typed, StringComparison.OrdinalIgnoreCase))
        .Take(25).Select(feed => new ReplyChoice($"{feed.Id}", ReplyWords.Line(Phrases.Dotted($"{feed.Id}", feed.Title, feed.Link), 100))).ToList();
}
