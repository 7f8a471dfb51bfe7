using System.Globalization;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Web.Channel;

/// <summary>The library page: what a channel's library holds, searched and filtered, and one document whole.</summary>
internal sealed class DocumentEndpoints(ChannelEndpoints endpoints, LocalChannels channels, Retriever retriever)
{
    private const int Shown = 200;
    private const int LongestText = 400_000;

    public Task ListAsync(HttpContext context)
    {
        if (endpoints.Channel(context) is not { } channel) return ChannelEndpoints.NoChannel(context);
        var query = context.Request.Query;
        var words = query["q"].ToString().Trim();
        if (words.Length > 500) words = words[..500];
        var (publisher, from, to) = (query["publisher"].ToString(), Day(query["from"]), Day(query["to"]));
        var page = channels.Library(channel)!.Read(session =>
        {
            var all = new DocumentStore(session).List();
            var found = words.Length == 0 ? null : Search(session, words);
            var matching = all.Where(document =>
                (publisher.Length == 0 || document.Metadata.Publisher == publisher)
                && (from is null || document.Metadata.PublishedOn >= from)
                && (to is null || document.Metadata.PublishedOn <= to)
                && (found is null || found.Contains(document.Id) || document.Metadata.Title.Contains(words, StringComparison.OrdinalIgnoreCase))).ToList();
            return Page(all, matching);
        });
        return Reply.Json(context, page, WebJson.Default.LibraryPageDocument);
    }

    public Task DocumentAsync(HttpContext context)
    {
        if (endpoints.Channel(context) is not { } channel) return ChannelEndpoints.NoChannel(context);
        var id = context.GetRouteValue("id") as string ?? "";
        var document = channels.Library(channel)!.Read(session => new DocumentStore(session).Find(id));
        if (document is not { RemovedUtc: null, Current: var current }) return Reply.Error(context, StatusCodes.Status404NotFound, "This library holds no such document.");
        var shortened = current.Text.Length > LongestText;
        var text = shortened ? current.Text[..(char.IsHighSurrogate(current.Text[LongestText - 1]) ? LongestText - 1 : LongestText)] : current.Text;
        return Reply.Json(
            context,
            new DocumentDocument(
                Listed(document.Id, current.Metadata, document.AddedUtc, 0), current.Metadata.Url, document.Origin, current.Number, current.FetchedUtc, text, shortened,
                RemovedParts.Of(current)),
            WebJson.Default.DocumentDocument);
    }

    private HashSet<string> Search(LibrarySession session, string words) =>
        [.. retriever.Retrieve(session, new RetrievalQuestion(words), Shown).Passages.Select(passage => passage.Passage.DocumentId)];

    private static LibraryPageDocument Page(IReadOnlyList<DocumentSummary> all, List<DocumentSummary> matching) => new(
        [.. matching.OrderByDescending(document => document.Metadata.PublishedOn ?? DateOnly.MinValue).ThenByDescending(document => document.AddedUtc).Take(Shown)
            .Select(document => Listed(document.Id, document.Metadata, document.AddedUtc, document.Passages))],
        matching.Count,
        Counts(all.Select(document => document.Metadata.Publisher).OfType<string>()),
        [.. matching.Where(document => document.Metadata.PublishedOn is not null).GroupBy(document => document.Metadata.PublishedOn!.Value).OrderBy(group => group.Key)
            .Select(group => new CountDocument(group.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), group.Count()))],
        matching.Count(document => document.Metadata.PublishedOn is null));

    private static List<CountDocument> Counts(IEnumerable<string> names) =>
        [.. names.GroupBy(name => name, StringComparer.Ordinal).Select(group => new CountDocument(group.Key, group.Count())).OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)];

    private static ListedDocument Listed(string id, DocumentMetadata metadata, DateTimeOffset addedUtc, int passages) => new(
        id, metadata.Title.Length > 0 ? metadata.Title : "(untitled)", metadata.Publisher, metadata.Byline, metadata.PublishedOn, metadata.PublishedFrom, addedUtc, passages);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
