using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Tests.Ingestion.Readers;

/// <summary>Every format under the name of every other: what a file is decides, not what it is called.</summary>
public sealed class DispatchTests
{
    private static readonly Dictionary<string, (Type Reader, byte[] Bytes)> Files = new(StringComparer.Ordinal)
    {
        ["PDF"] = (typeof(PdfReader), new TinyPdf().Page().Line(72, 100, "Text").ToBytes()),
        ["Word"] = (typeof(DocxReader), TinyDocx.Of("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")),
        ["RSS"] = (typeof(FeedFileReader), Bytes("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>")),
        ["Atom"] = (typeof(FeedFileReader), Bytes("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>")),
        ["JSON feed"] = (typeof(FeedFileReader), Bytes("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}")),
        ["OPML"] = (typeof(FeedFileReader), Bytes("<opml version=\"2.0\"><body/></opml>")),
        ["mail"] = (typeof(MailReader), Bytes("From: a@courier.example\nDate: Wed, 5 Mar 2031 08:30:00 +0200\nSubject: Cranes\n\nThe cranes stood still.\n")),
        ["HTML"] = (typeof(HtmlReader), Bytes("<!doctype html><html><body><p>The cranes stood still.</p></body></html>")),
        ["HTML in UTF-16"] = (typeof(HtmlReader), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<!doctype html><html><body><p>The cranes stood still.</p></body></html>")]),
        ["XHTML"] = (typeof(HtmlReader), Bytes("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"a\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>")),
        ["text"] = (typeof(PlainTextReader), Bytes("The cranes of Port Varran stood still on Monday.")),
    };

    private static readonly string[] Names = ["file.pdf", "file.docx", "file.rss", "file.xml", "file.json", "file.opml", "file.eml", "file.html", "file.txt", "file", "https://courier.example/a?b=c"];

    public static TheoryData<string, string> Pairs => [.. Files.Keys.SelectMany(format => Names, (format, name) => (format, name))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_file_is_read_as_what_it_is(string format, string name)
    {
        var (reader, bytes) = Files[format];

        Assert.IsType(reader, DocumentReaders.All.First(r => r.CanRead(Source(name, bytes))));
    }

    [Theory]
    [InlineData("piece.html", "<p>The cranes stood still.</p>", typeof(HtmlReader))]
    [InlineData("piece.txt", "<p>The cranes stood still.</p>", typeof(PlainTextReader))]
    [InlineData("notes.html", "3 < 4, and no tag.", typeof(PlainTextReader))]
    [InlineData("notes.md", "# Cranes\n\nThey stood still.", typeof(MarkdownReader))]
    [InlineData("notes.md", "<!doctype html><html><p>They stood still.</html>", typeof(HtmlReader))]
    public void Where_the_content_says_nothing_the_name_decides(string name, string content, Type reader) =>
        Assert.IsType(reader, DocumentReaders.All.First(r => r.CanRead(Source(name, Bytes(content)))));

    [Theory]
    [InlineData("{\\rtf1\\ansi The cranes stood still.}", "a rich text file")]
    [InlineData("PK\u0003\u0004 and something that is no Word document", "a ZIP archive or an office document")]
    [InlineData("GIF89a", "a GIF picture")]
    public void What_no_reader_takes_is_named(string content, string kind) =>
        Assert.Contains(kind, Assert.Throws<UnreadableException>(() => DocumentReaders.All.First(r => r.CanRead(Source("file.txt", Bytes(content)))).Read(Source("file.txt", Bytes(content)))).Message, StringComparison.Ordinal);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static SourceBytes Source(string origin, byte[] bytes) => new(origin, bytes, default);
}
