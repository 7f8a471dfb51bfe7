using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>Lists of feeds as feed readers export them (OPML 2.0).</summary>
public static class FeedList
{
    /// <summary>Links and titles in the order of the file.</summary>
    /// <exception cref="UnreadableException">It is no such list.</exception>
    public static IReadOnlyList<(string Link, string? Title)> Read(string name, ReadOnlyMemory<byte> bytes, DateTimeOffset now) => FeedParser.ReadOpml(new SourceBytes(name, bytes, now));

    /// <summary>Follows those that are not followed yet, in one change.</summary>
    public static (int Added, int Known, int Refused) Follow(LibraryFile library, IReadOnlyList<(string Link, string? Title)> feeds)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(feeds);
        return library.Write(session =>
        {
            var store = new FeedStore(session);
            var (added, known, refused) = (0, 0, 0);
            foreach (var (link, title) in feeds)
            {
                if (!LinkAddress.TryRead(link, out var address, out _))
                {
                    refused++;
                }
                else if (store.FindByLink(LinkAddress.Canonical(address)) is not null)
                {
                    known++;
                }
                else
                {
                    store.Add(LinkAddress.Canonical(address), title);
                    added++;
                }
            }

            return (added, known, refused);
        });
    }
}
