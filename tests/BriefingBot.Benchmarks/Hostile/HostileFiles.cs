using System.IO.Compression;
using System.Text;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>Files as large as an item may be, each all of one thing: text, tags, cells, attributes, nesting, entities, packed nothing.</summary>
internal static class HostileFiles
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private const string MailHead = "From: a@courier.example\nTo: b@courier.example\nSubject: c\nDate: Wed, 5 Mar 2031 08:30:00 +0200\nMessage-ID: <1@courier.example>\n";

    public static IEnumerable<HostileFile> All => [.. Html(), .. Texts(), .. Mail(), .. Feeds(), .. Office(), .. Pdf()];

    private static IEnumerable<HostileFile> Html()
    {
        yield return Page("words", "<p>", "words of a page, ");
        yield return Page("paragraphs", "", "<p>A sentence of one hundred and fifty characters or so stands in every one of these paragraphs, and none of them has a word that another has not got.");
        yield return Page("small tags", "", "<p>a");
        yield return Page("tags within the limit", "", "<p class=a>" + new string('b', 120) + ", </p>");
        yield return Page("links", "", "<li><a href=/a-rather-long-address-of-another-page/with-a-path>A link, and what it says to a reader of the page</a> and some more text, that is none.");
        yield return Page("cells", "<table>", "<tr><td>1<td>2<td>3<td>4<td>5<td>6<td>7<td>8");
        yield return Page("attributes", "<p ", "a1=\"b\" class=\"c d\" ");
        yield return Page("classes", "<p class=\"", "a-b_c ");
        yield return Page("nesting", "", "<div>a, ");
        yield return Page("script", "<script>", "var a = \"b\"; ");
        yield return Page("structured data", "<script type=\"application/ld+json\">", "[[{\"@type\":\"Article\"},");
        yield return Page("structured objects", "<script type=\"application/ld+json\">[", "{\"@type\":\"Article\",\"headline\":\"a\"},", "{}]</script><p>A sentence, and another.");
        yield return Page("comment", "<!--", "a comment ");
        yield return Page("entities", "<p>", "&amp;&#x1F600;&eacute; ");
        yield return Page("one word", "<p>", "a");
        yield return Page("marks", "<p>", "\u0301");
        yield return Page("title", "<title>", "a title ");
        yield return new HostileFile("html in UTF-16", "a.html", size => Wide("<!doctype html><html><body><p>", "words, ", size));
    }

    private static IEnumerable<HostileFile> Texts()
    {
        yield return Filled("text words", "a.txt", "", "words of a text, ");
        yield return Filled("text sentences", "a.txt", "", "A b. ");
        yield return Filled("text lines", "a.txt", "", "a\n");
        yield return Filled("text lines within the limit", "a.txt", "", "A line of a text, so.\n");
        yield return Filled("text paragraphs", "a.txt", "", "The cranes stood still on Monday.\n\n");
        yield return Filled("text one word", "a.txt", "", "a");
        yield return Filled("text marks", "a.txt", "a", "\u0301");
        yield return Filled("text numbers", "a.txt", "", "3 March 2031, 14:05. ");
        yield return new HostileFile("text of different words", "a.txt", DifferentWords);
        yield return Filled("markdown items", "a.md", "", "- x\n");
        yield return Filled("markdown quotes", "a.md", "", "> ");
        yield return Filled("markdown links", "a.md", "", "[a](b) ");
        yield return Filled("markdown stars", "a.md", "", "*a ");
        yield return Filled("markdown brackets", "a.md", "", "[");
        yield return Filled("markdown table", "a.md", "|a|b|\n|-|-|\n", "|1|2|\n");
        yield return Filled("markdown items in the limit", "a.md", "", "- an *item* of a list\n");
        yield return new HostileFile("markdown cells", "a.md", _ => HostileArchive.Fill(Columns(4), "|1|2|3 and more|\n", "", 1_500_000));
        yield return new HostileFile("markdown empty cells", "a.md", _ => Encoding.UTF8.GetBytes(Columns(390) + string.Concat(Enumerable.Repeat("|1\n", 1_000))));
        yield return Filled("markdown many tables", "a.md", "", Columns(390) + string.Concat(Enumerable.Repeat("|1\n", 1_000)) + "\n");
        yield return Filled("markdown references", "a.md", "", "[a]: https://courier.example/\n");
        yield return Filled("markdown front matter", "a.md", "---\n", "a: b\n");
    }

    private static IEnumerable<HostileFile> Mail()
    {
        yield return Filled("mail text", "a.eml", MailHead + "\n", "words of a mail, ");
        yield return Filled("mail base64 page", "a.eml", MailHead + "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n", "PHA+YSwg");
        yield return Filled("mail quoted", "a.eml", MailHead + "Content-Transfer-Encoding: quoted-printable\n\n", "=C3=A4 ");
        yield return Filled("mail header", "a.eml", MailHead, " folded and folded\n");
        yield return Filled("mail fields", "a.eml", MailHead, "X-A: b\n");
        yield return Filled("mail fields in the limit", "a.eml", MailHead, "X-A: words of a field\n");
        yield return Filled("mail parts", "a.eml", MailHead + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\nSome text, in a part of its own.\n");
        yield return Filled("mail nesting", "a.eml", MailHead + "MIME-Version: 1.0\n", "Content-Type: message/rfc822\n\n");
    }

    private static IEnumerable<HostileFile> Feeds()
    {
        yield return Filled("rss items", "a.rss", Xml + "<rss version=\"2.0\"><channel>", "<item><title>a</title><link>/a</link></item>");
        yield return Filled("rss long item", "a.rss", Xml + "<rss version=\"2.0\"><channel><item><description>", "words, ");
        yield return Filled("rss cdata", "a.rss", Xml + "<rss version=\"2.0\"><channel><item><description>", "<![CDATA[");
        yield return Filled("rss entities", "a.rss", Xml + "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss version=\"2.0\"><channel><item><title>", "&b;");
        yield return Filled("atom nesting", "a.atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "<entry>");
        yield return Filled("atom attributes", "a.atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link ", "a=\"b\" ");
        yield return Filled("json items", "a.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{\"id\":1},", "{}]}");
        yield return Filled("json nesting", "a.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":", "[");
        yield return Filled("json text", "a.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"content_text\":\"", "words, ", "\"}]}");
        yield return Filled("opml outlines", "a.opml", Xml + "<opml version=\"2.0\"><body>", "<outline xmlUrl=\"https://a.example/b\"/>");
    }

    private static IEnumerable<HostileFile> Office()
    {
        yield return new HostileFile("docx words", "a.docx", size => HostileArchive.Word("<w:p><w:r><w:t>", "words of a memo, ", "</w:t></w:r></w:p>", Math.Min(size, 39_000_000), CompressionLevel.NoCompression));
        yield return new HostileFile("docx paragraphs", "a.docx", size => HostileArchive.Word("", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "", Math.Min(size, 39_000_000), CompressionLevel.NoCompression));
        yield return new HostileFile("docx table", "a.docx", size => HostileArchive.Word("<w:tbl><w:tr>", "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>", "</w:tr></w:tbl>", Math.Min(size, 39_000_000), CompressionLevel.NoCompression));
        yield return new HostileFile("docx packed", "a.docx", size => HostileArchive.Word("<w:p><w:r><w:t>", "words of a memo, ", "</w:t></w:r></w:p>", size * 2, CompressionLevel.Optimal));
        yield return new HostileFile("docx nesting", "a.docx", size => HostileArchive.Word("", "<w:p>", "", Math.Min(size, 39_000_000), CompressionLevel.NoCompression));
        yield return new HostileFile("docx attributes", "a.docx", size => HostileArchive.Word("<w:p ", "", "/>", Math.Min(size, 39_000_000), CompressionLevel.NoCompression, number => $"a{number}=\"b\" "));
        yield return new HostileFile("docx parts", "a.docx", size => HostileArchive.Parts(size / 130));
    }

    private static IEnumerable<HostileFile> Pdf()
    {
        yield return Filled("pdf of nothing", "a.pdf", "%PDF-1.7\n", "1 0 obj << /A 1 0 R >> endobj\n");
        yield return new HostileFile("pdf lines", "a.pdf", _ => HostilePdf.Packed(pages: 1, "BT /F1 9 Tf 1 0 0 1 20 {0} Tm (words of a page) Tj ET\n", 900_000));
        yield return new HostileFile("pdf long line", "a.pdf", _ => HostilePdf.Packed(pages: 1, "BT /F1 0.01 Tf 1 0 0 1 20 400 Tm (words of a page words of a page words of a page) Tj ET\n", 900_000));
        yield return new HostileFile("pdf pages", "a.pdf", _ => HostilePdf.Packed(pages: 60_000, "BT /F1 9 Tf 1 0 0 1 20 400 Tm (words of a page) Tj ET\n", 1));
        yield return new HostileFile("pdf long document", "a.pdf", _ => HostilePdf.Packed(pages: 3_000, "BT /F1 9 Tf 1 0 0 1 20 {0} Tm (words of a page, and another sentence. Words of a page) Tj ET\n", 60));
    }

    private static HostileFile Page(string trick, string start, string piece, string end = "") => Filled("html " + trick, "a.html", "<!doctype html><html><body>" + start, piece, end);

    private static HostileFile Filled(string name, string origin, string start, string piece, string end = "") => new(name, origin, size => HostileArchive.Fill(start, piece, end, size));

    /// <summary>The head of a table.</summary>
    private static string Columns(int count) => string.Concat(Enumerable.Repeat("|a", count)) + "|\n" + string.Concat(Enumerable.Repeat("|-", count)) + "|\n";

    private static byte[] Wide(string start, string piece, int size)
    {
        var bytes = new byte[size];
        (bytes[0], bytes[1]) = (0xFF, 0xFE);
        for (var i = 2; i + 1 < bytes.Length; i += 2) bytes[i] = (byte)(i / 2 - 1 < start.Length ? start[(i / 2) - 1] : piece[((i / 2) - 1) % piece.Length]);
        return bytes;
    }

    private static byte[] DifferentWords(int size)
    {
        var bytes = new byte[size];
        var random = new Random(7);
        for (var i = 0; i < bytes.Length; i++) bytes[i] = i % 9 == 8 ? (byte)' ' : i % 81 == 79 ? (byte)'.' : (byte)random.Next('a', 'z' + 1);
        return bytes;
    }
}
