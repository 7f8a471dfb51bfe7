using System.Text;
using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Ingestion.Readers.Pdf;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>Every parser of bytes or text that others wrote.</summary>
internal static class FuzzParsers
{
    public static IReadOnlyList<FuzzParser> All { get; } =
    [
        new("html", FuzzSeeds.Html, bytes => new HtmlReader().Read(Source("a.html", bytes))),
        new("text", FuzzSeeds.Text, bytes => new PlainTextReader().Read(Source("a.txt", bytes))),
        new("markdown", FuzzSeeds.Text, bytes => new MarkdownReader().Read(Source("a.md", bytes))),
        new("layout", FuzzSeeds.Layout, Layout),
        new("docx", FuzzSeeds.Docx, bytes => new DocxReader().Read(Source("a.docx", bytes))),
        new("mail", FuzzSeeds.Mail, bytes => new MailReader().Read(Source("a.eml", bytes))),
        new("rss", FuzzSeeds.Rss, Feed),
        new("atom", FuzzSeeds.Atom, Feed),
        new("json", FuzzSeeds.JsonFeed, Feed),
        new("opml", FuzzSeeds.Opml, bytes => FeedParser.ReadOpml(Source("a.opml", bytes))),
        new("robots", FuzzSeeds.Robots, bytes => RobotsRules.Parse(Encoding.UTF8.GetString(bytes)).Allows(new Uri("http://courier.example/a/b?c=d"))),
        new("charset", FuzzSeeds.Charsets, Charset),
        new("dates", FuzzSeeds.Dates, Dates),
        new("links", FuzzSeeds.Links, Links),
        new("gate", FuzzSeeds.Gates, Gate),
        new("pdf", FuzzSeeds.Pdf, bytes => new PdfReader().Read(Source("a.pdf", bytes))),
        new("draft", FuzzSeeds.Drafts, bytes => DraftParser.Parse(Encoding.UTF8.GetString(bytes))),
        new("any", [.. FuzzSeeds.Html, .. FuzzSeeds.Text, .. FuzzSeeds.Docx, .. FuzzSeeds.Mail, .. FuzzSeeds.Rss, .. FuzzSeeds.Atom, .. FuzzSeeds.JsonFeed, .. FuzzSeeds.Opml], Any),
    ];

    private static void Feed(byte[] bytes) => FeedParser.Read(Source("https://courier.example/feed", bytes));

    /// <summary>The bytes once for every way a charset is told: by the transport, by the page, not at all.</summary>
    private static void Charset(byte[] bytes)
    {
        var hint = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(12, bytes.Length)));
        foreach (var named in new[] { hint, "shift_jis", "utf-16", null }) EncodingDetector.Decode(Source("a", bytes) with { CharsetHint = named }, html: named is null);
    }

    private static void Dates(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        FeedDates.Read(text);
        WrittenDay.Parse(text);
        UrlDay.Find(text);
        foreach (var mention in DateMentions.Find(text)) _ = text[mention.Range.Start..mention.Range.End];
    }

    private static void Links(byte[] bytes)
    {
        var links = LinksInText.Find(Encoding.UTF8.GetString(bytes), out _);
        foreach (var link in links)
        {
            if (LinkAddress.TryRead(link, out var address, out _)) LinkAddress.Canonical(address);
        }
    }

    /// <summary>As a page that came over the net, whatever its bytes are.</summary>
    private static void Gate(byte[] bytes)
    {
        var address = new Uri("https://courier.example/a");
        PageGate.Find(new FetchedPage(bytes, address, "text/html", Charset: null, new PageValidators(ETag: null, LastModified: null), DateTimeOffset.UnixEpoch), address, article: "");
    }

    /// <summary>What no reader takes is text; whatever takes it, the document is cut and indexed.</summary>
    private static void Any(byte[] bytes)
    {
        var prepared = new DocumentPreparer(new IngestionOptions(), TimeProvider.System, DocumentReaders.All).Prepare(new IngestItem(Source("a", bytes)));
        if (prepared.Failure?.Contains("fault in the program", StringComparison.Ordinal) == true) throw new InvalidOperationException(prepared.Failure);
    }

    /// <summary>What pdftotext writes, broken: the program itself is not ours to fuzz.</summary>
    private static void Layout(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            var layout = PdfLayoutReader.Read(stream);
            RunningLines.Take(layout.Pages);
            PdfText.Of(PdfParagraphs.Of(layout.Pages), layout.Pages.Count);
        }
        catch (System.Xml.XmlException)
        {
            // What PdfToText turns into a sentence.
        }
    }

    private static SourceBytes Source(string origin, byte[] bytes) => new(origin, bytes, DateTimeOffset.UnixEpoch);
}
