using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;

namespace BriefingBot.Tests.Ingestion.Feeds;

public sealed class FeedParserTests
{
    private const string Rss =
        """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Varran &amp; Courier</title>
        <item><title>Cranes &lt;b&gt;idle&lt;/b&gt; &eacute; & more &x;</title><link>/news/1</link><guid isPermaLink="false">a1</guid><dc:creator>Ana Moreno</dc:creator><pubDate>Wed, 05 Mar 2031 08:30:00 EST</pubDate><description>Short.</description><content:encoded><![CDATA[<p>The long text & more.</p>]]></content:encoded></item>
        <item><title>Second</title><guid>https://courier.example/news/2</guid></item>
        </channel></rss>
        """;

    [Fact]
    public void Rss_is_read_with_the_longest_text()
    {
        var feed = Read(Rss);

        Assert.Equal(("Varran & Courier", true, 2), (feed.Title, feed.IsWhole, feed.Items.Count));
        Assert.Equal(new FeedItem("a1", "https://courier.example/news/1", "Cranes idle é & more &x;", "Ana Moreno", new DateTimeOffset(2031, 3, 5, 8, 30, 0, TimeSpan.FromHours(-5)), "<p>The long text & more.</p>"), feed.Items[0]);
        Assert.Equal(("https://courier.example/news/2", (DateTimeOffset?)null), (feed.Items[1].Link, feed.Items[1].Published));
    }

    [Fact]
    public void Atom_is_read_with_xhtml_content()
    {
        var item = Assert.Single(Read("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lissa Wire</title><entry><id>urn:1</id><title type=\"html\">A &amp;amp; B</title><link rel=\"self\" href=\"/self\"/><link href=\"/news/1\"/><author><name>Ana</name></author><updated>2031-03-05T08:30:00+02:00</updated><content type=\"xhtml\"><div><p>One &lt; two.</p></div></content></entry></feed>").Items);

        Assert.Equal(("urn:1", "https://courier.example/news/1", "A & B", "Ana", "<div><p>One &lt; two.</p></div>"), (item.Id, item.Link, item.Title, item.Author, item.Content));
    }

    [Fact]
    public void Json_is_read()
    {
        var item = Assert.Single(Read("""{"version":"https://jsonfeed.org/version/1.1","title":"Lissa","items":[{"id":7,"url":"https://courier.example/7","content_text":"One.\n\nTwo <3.","date_published":"2031-03-05T08:30:00Z","authors":[{"name":"Ana"}]}]}""").Items);

        Assert.Equal(("7", "https://courier.example/7", "<p>One.</p><p>Two &lt;3.</p>", "Ana"), (item.Id, item.Link, item.Content, item.Author));
    }

    [Fact]
    public void A_feed_that_breaks_off_keeps_its_whole_items()
    {
        var feed = Read(Rss[..Rss.IndexOf("<guid>https", StringComparison.Ordinal)]);

        Assert.False(feed.IsWhole);
        // The second broke off: it comes whole another time.
        Assert.Single(feed.Items);
    }

    [Theory]
    [InlineData("<rss><channel><title>x</title>", "</channel></rss>")]
    [InlineData("<opml><body>", "</body></opml>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "]}")]
    public void A_feed_longer_than_any_is_refused_before_it_is_read(string start, string end)
    {
        var bytes = Encoding.UTF8.GetBytes(start + new string(' ', 10_000_000) + end);
        var source = new SourceBytes("https://courier.example/feed", bytes, DateTimeOffset.UnixEpoch);

        var refused = Assert.Throws<UnreadableException>(() => { if (start.StartsWith("<opml", StringComparison.Ordinal)) FeedParser.ReadOpml(source); else FeedParser.Read(source); });

        Assert.Contains("more than a feed may have (10,000,000)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_name_each_other_do_not_grow() =>
        Assert.Single(Read("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><rss><channel><title>x</title><item><title>&c;&c;&c;</title></item></channel></rss>").Items);

    [Theory]
    [InlineData("<html><body>No feed</body></html>")]
    [InlineData("{\"items\":[]}")]
    [InlineData("<opml><body/></opml>")]
    [InlineData("<rss><")]
    public void What_is_no_feed_is_said(string text) => Assert.Throws<UnreadableException>(() => Read(text));

    [Fact]
    public void A_list_of_feeds_is_read_at_any_depth() =>
        Assert.Equal([("https://a.example/f", "A"), ("https://b.example/f", "B")], FeedList.Read("f.opml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"Group\"><outline title=\"A\" xmlUrl=\"https://a.example/f\"/></outline><outline text=\"B\" xmlUrl=\"https://b.example/f\"/></body></opml>"), default));

    [Theory]
    [InlineData("Wed, 05 Mar 2031 08:30:00 GMT", "2031-03-05T08:30:00+00:00")]
    [InlineData("5 Mar 2031 08:30:00 +0530", "2031-03-05T08:30:00+05:30")]
    [InlineData("Mon, 05 Mar 2031 08:30 PDT", "2031-03-05T08:30:00-07:00")]
    [InlineData("2031-03-05T08:30:00Z", "2031-03-05T08:30:00+00:00")]
    [InlineData("yesterday", null)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", null)]
    public void Days_are_read_as_feeds_write_them(string text, string? instant) => Assert.Equal(instant, FeedDates.Read(text)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz"));

    private static FeedDocument Read(string text) => FeedParser.Read(new SourceBytes("https://courier.example/feed", Encoding.UTF8.GetBytes(text), default, "https://courier.example/feed"));
}
