using System.Text;
using System.Xml;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Readers.Pdf;

namespace BriefingBot.Tests.Ingestion.Readers;

/// <summary>XML of every kind without external entities and without expansion; Word's is in <see cref="DocxReaderTests"/>.</summary>
public sealed class HostileXmlTests : IDisposable
{
    private const string Secret = "the combination of the harbour safe";
    private readonly string file = Path.GetTempFileName();

    public HostileXmlTests() => File.WriteAllText(file, Secret);

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><title>&x;</title><item><title>a &x; b</title><link>https://courier.example/1</link><description>&x;</description></item></channel></rss>")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&x;</title><entry><id>&x;</id><title>a &x; b</title><link href=\"https://courier.example/1\"/></entry></feed>")]
    public void A_feed_never_reads_another_file(string feed)
    {
        var read = FeedParser.Read(Source(DocumentType("rss") + feed));

        var item = Assert.Single(read.Items);
        Assert.DoesNotContain("harbour safe", $"{read.Title} {item.Id} {item.Title} {item.Content}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_feeds_never_reads_another_file() =>
        Assert.DoesNotContain(FeedParser.ReadOpml(Source(DocumentType("opml") + "<opml version=\"2.0\"><body><outline title=\"&x;\" xmlUrl=\"https://courier.example/feed\"/></body></opml>")), feed => feed.Title?.Contains("harbour safe", StringComparison.Ordinal) == true);

    [Fact]
    public void What_pdftotext_writes_never_reads_another_file()
    {
        try
        {
            var layout = Layout(DocumentType("html") + "<html><head><title>&x;</title></head><body><doc><page width=\"9\" height=\"9\"><block><line><word>&x;</word></line></block></page></doc></body></html>");
            Assert.DoesNotContain("harbour safe", $"{layout.Title} {string.Concat(layout.Pages.SelectMany(page => page.Lines).Select(line => line.Text))}", StringComparison.Ordinal);
        }
        catch (XmlException)
        {
            // Refused is as good: the reader makes a sentence of it.
        }
    }

    [Fact]
    public void Entities_that_multiply_are_not_expanded()
    {
        var laughs = string.Concat(Enumerable.Range(1, 12).Select(n => $"<!ENTITY e{n} \"{string.Concat(Enumerable.Repeat($"&e{n - 1};", 10))}\">"));
        var type = $"<!DOCTYPE rss [<!ENTITY e0 \"ha\">{laughs}]>";

        var read = FeedParser.Read(Source($"<?xml version=\"1.0\"?>{type}<rss version=\"2.0\"><channel><item><title>a &e12; b</title><link>https://courier.example/1</link></item></channel></rss>"));

        Assert.True(Assert.Single(read.Items).Title!.Length < 100);
    }

    [Theory]
    [InlineData("<link ", "a=\"b\" ", 1_600_000)]
    [InlineData("<link a='", "b", 5_000_000)]
    public void A_tag_without_end_ends_a_feed_before_it_is_read(string start, string piece, int times)
    {
        var before = Environment.CpuUsage.TotalTime;

        var read = FeedParser.Read(Source("<rss><channel><item><title>A</title><link>https://courier.example/1</link><description><![CDATA[" + new string('<', 70_000) + "]]></description></item><item>" + start + string.Concat(Enumerable.Repeat(piece, times))));

        Assert.False(read.IsWhole);
        Assert.Equal("A", read.Items[0].Title);
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 12);
    }

    [Fact]
    public void Elements_without_end_of_depth_end_a_feed()
    {
        var feed = "<rss version=\"2.0\"><channel><item><title>a</title><link>https://courier.example/1</link></item>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Single(FeedParser.Read(Source(feed)).Items);
    }

    private string DocumentType(string root) => $"<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY x SYSTEM \"{new Uri(file).AbsoluteUri}\"><!ENTITY % p SYSTEM \"{new Uri(file).AbsoluteUri}\">%p;]>";

    private static PdfLayout Layout(string output)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(output));
        return PdfLayoutReader.Read(stream);
    }

    private static SourceBytes Source(string text) => new("https://courier.example/feed", Encoding.UTF8.GetBytes(text), default);
}
