using System.IO.Compression;
using System.Text;
using BriefingBot.Benchmarks.Hostile;

namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>Small whole files of each format, of our own writing, to be broken.</summary>
internal static class FuzzSeeds
{
    private const string Story = "The cranes of Port Varran stood still on Monday. Nobody on the quay said why, and three ferries turned back before noon.";

    public static byte[][] Html { get; } = Bytes(
        $"<!doctype html><html lang=en><head><title>Cranes idle | Courier</title><meta property=\"og:site_name\" content=\"Courier\"><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Cranes\",\"datePublished\":\"2031-03-05\"}}</script></head><body><nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Cranes idle</h1><p>{Story}</p><p>{Story}</p><figure><img src=a><figcaption>Photo</figcaption></figure><table><tr><td>1<td>2</table><ul><li>{Story}</ul></article><aside>Related</aside></body></html>");

    public static byte[][] Rss { get; } = Bytes(
        $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss version=\"2.0\"><channel><title>C</title><item><title>A &amp; b &nbsp;</title><link>/1</link><guid>x</guid><pubDate>Wed, 05 Mar 2031 08:30:00 EST</pubDate><description><![CDATA[<p>{Story}</p>]]></description></item></channel></rss>");

    public static byte[][] Atom { get; } = Bytes(
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>C</title><entry><id>1</id><title type=\"html\">A</title><link href=\"/1\"/><updated>2031-03-05T08:30:00Z</updated><content type=\"xhtml\"><div><p>{Story}</p></div></content></entry></feed>");

    public static byte[][] JsonFeed { get; } = Bytes(
        $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"C\",\"items\":[{{\"id\":\"1\",\"url\":\"/1\",\"content_html\":\"<p>{Story}</p>\",\"authors\":[{{\"name\":\"A\"}}]}}]}}");

    public static byte[][] Opml { get; } = Bytes("<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"G\"><outline title=\"A\" xmlUrl=\"https://a.example/f\"/></outline></body></opml>");

    public static byte[][] Mail { get; } = Bytes(
        $"From: \"C\" <a@c.example>\nDate: Wed, 5 Mar 2031 08:30:00 +0200\nSubject: =?utf-8?Q?Kr=C3=A4ne?= =?utf-8?B?c3Q=?=\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{Story}=\n{Story}\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes($"<html><body><p>{Story}</p></body></html>"))}\n--b--\n");

    public static byte[][] Layout { get; } = Bytes(
        "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title><meta name=\"Author\" content=\"A B\"/></head><body><doc><page width=\"595\" height=\"842\"><flow><block xMin=\"72\" yMin=\"72\" xMax=\"300\" yMax=\"120\"><line xMin=\"72\" yMin=\"72\" xMax=\"300\" yMax=\"84\"><word xMin=\"72\" yMin=\"72\" xMax=\"100\" yMax=\"84\">The</word><word>settle-</word></line><line xMin=\"72\" yMin=\"86\" xMax=\"300\" yMax=\"98\"><word>ment.</word></line></block></flow></page></doc></body></html>");

    public static byte[][] Text { get; } = Bytes($"Cranes idle\n\nPublished in Varran Courier, March 3rd, 2031\n\n{Story}\n\n{Story}\n\nRelated Stories\nA\nB\n", $"---\ntitle: A\ndate: 2031-03-05\n---\n# Head\n\n{Story}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n  - y\n> q\n");

    public static byte[][] Robots { get; } = Bytes("User-agent: *\nDisallow: /a*b$\nAllow: /a\n\nUser-agent: BriefingBot\nDisallow: /*.pdf$\n");

    public static byte[][] Charsets { get; } =
    [
        .. Bytes("windows-1252<html><head><meta charset=\"utf-8\"></head><body>Kräne über Köln, déjà vu — “so”</body></html>", "<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>Краны стояли</p>"),
        Encoding.Unicode.GetBytes("\uFEFFThe cranes of Port Varran, in two bytes each."),
        Encoding.BigEndianUnicode.GetBytes("The cranes of Port Varran, without a mark."),
        Encoding.Latin1.GetBytes("iso-8859-15;Kräne, größer und höher"),
    ];

    public static byte[][] Dates { get; } = Bytes("Wed, 05 Mar 2031 08:30:00 +0200", "2031-03-05T08:30:00.123Z", "5 March 2031, 14:05", "March 5th, 2031", "on Monday, 3 March, at noon; 03/04/2031; 2031年3月5日; am 5. März 2031", "1930723200", "https://courier.example/2031/03/05/a");

    public static byte[][] Drafts { get; } = Bytes($"{Story} [1][2]\n\n- Two cranes fell. [1-3]\n\nSources:\n[1] Courier", "```json\n{\"sentences\": [{\"sentence\": \"The ferry left.\", \"sources\": [1, 2]}]}\n```", "Sure! The ferry left at dawn.【2†source】 (passage 2) [^1]");

    public static byte[][] Links { get; } = Bytes("See https://courier.example/a_(b)?utm_source=x&c=d#e, <http://[::1]:80/a> and HTTPS://b.example/%C3%A4.", "https://käse.example/a?b=c&fbclid=1", "http://user:word@host.example:8080/a/../b");

    public static byte[][] Gates { get; } = [.. Html, .. Bytes("<html><head><script type=\"application/ld+json\">{\"isAccessibleForFree\": \"False\"}</script></head><body><h1>Before you continue</h1><form action=/login><input type=password></form><p>We and our partners use cookies. <button>Accept all cookies</button></body></html>")];

    public static byte[][] Pdf { get; } = [HostilePdf.Packed(pages: 2, "BT /F1 9 Tf 1 0 0 1 20 {0} Tm (words of a page) Tj ET\n", lines: 3)];

    public static byte[][] Docx { get; } =
    [
        Word($"<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Cranes</w:t></w:r></w:p><w:p><w:r><w:t>{Story}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", CompressionLevel.NoCompression),
        Word($"<w:p><w:r><w:t>{Story}</w:t></w:r></w:p>", CompressionLevel.Optimal),
    ];

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private static byte[] Word(string body, CompressionLevel level)
    {
        (string Name, string Content)[] parts =
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"),
        ];
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, level).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
