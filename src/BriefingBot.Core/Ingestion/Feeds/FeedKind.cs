using System.Buffers;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>The formats of feeds.</summary>
internal enum FeedFormat
{
    /// <summary>RSS 0.9x, 1.0 and 2.0.</summary>
    Rss,

    /// <summary>RFC 4287.</summary>
    Atom,

    /// <summary>https://www.jsonfeed.org/version/1.1/.</summary>
    Json,

    /// <summary>A list of feeds: http://opml.org/spec2.opml.</summary>
    Opml,
}

/// <summary>Tells feeds by their first bytes.</summary>
internal static class FeedKind
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <returns>Null for what is no feed.</returns>
    public static FeedFormat? Of(ReadOnlySpan<byte> bytes)
    {
        var head = LatinHead.Of(bytes, stackalloc char[LatinHead.Window]);
        if (head.StartsWith('{')) return head.Contains("jsonfeed.org/version", StringComparison.Ordinal) || head.Contains("jsonfeed.org\\/version", StringComparison.Ordinal) ? FeedFormat.Json : null;
        return head.StartsWith('<') ? Root(head) : null;
    }

    /// <summary>The name of the first element, past declarations, comments and document types.</summary>
    private static FeedFormat? Root(ReadOnlySpan<char> head)
    {
        for (var at = 0; at >= 0 && at < head.Length;)
        {
            var open = head[at..].IndexOf('<');
            at += open;
            if (open < 0 || at + 1 >= head.Length) return null;
            if (head[at + 1] is '?' or '!')
            {
                var comment = head[at..].StartsWith("<!--", StringComparison.Ordinal);
                var end = head[at..].IndexOf(comment ? "-->" : ">", StringComparison.Ordinal);
                at = end < 0 ? -1 : at + end + 1;
                continue;
            }

            var name = head[(at + 1)..];
            var stop = name.IndexOfAny(NameEnds);
            name = stop < 0 ? name : name[..stop];
            name = name[(name.IndexOf(':') + 1)..];
            return name.Equals("rss", StringComparison.OrdinalIgnoreCase) || name.Equals("RDF", StringComparison.OrdinalIgnoreCase) ? FeedFormat.Rss
                : name.Equals("feed", StringComparison.OrdinalIgnoreCase) ? FeedFormat.Atom
                : name.Equals("opml", StringComparison.OrdinalIgnoreCase) ? FeedFormat.Opml : null;
        }

        return null;
    }
}
