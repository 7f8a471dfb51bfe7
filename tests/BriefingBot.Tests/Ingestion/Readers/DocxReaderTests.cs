using System.IO.Compression;
using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class DocxReaderTests
{
    private const string Types =
        """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    private const string Relations =
        """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    [Fact]
    public void Paragraphs_tables_and_the_title_are_read_and_deleted_text_is_not()
    {
        var read = Read(Document(
            "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Cranes idle again</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t xml:space=\"preserve\">The cranes </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>stood still.</w:t></w:r></w:ins></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ships</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:p><w:r><w:t>Monday</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>21</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + "<w:p><w:r><w:t>Nobody</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>said why.</w:t></w:r></w:p>"));

        Assert.Equal("Cranes idle again", read.Metadata.Title);
        Assert.Equal("The cranes stood still.\n\nDay | Ships\n\nMonday | 21\n\nNobody said why.", read.Text);
    }

    [Fact]
    public void A_deletion_that_ends_a_paragraph_takes_nothing_else()
    {
        var read = Read(Document("<w:p><w:r><w:t>One.</w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p>"));

        Assert.Equal("One.\n\nTwo.", read.Text);
    }

    [Fact]
    public void A_document_type_with_entities_is_refused()
    {
        var body = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + Body("<w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p>");

        Refused(Zip(("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("word/document.xml", body)));
    }

    [Fact]
    public void A_part_that_bursts_is_refused() =>
        Refused(Zip(("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("word/document.xml", Body("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")), ("word/bomb.xml", new string('a', 20_000_000))));

    [Theory]
    [InlineData("../../etc/cron.d/x")]
    [InlineData("/etc/passwd")]
    [InlineData("word\\..\\x")]
    public void A_part_outside_the_document_is_refused(string name) =>
        Refused(Zip(("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("word/document.xml", Body("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")), (name, "x")));

    [Fact]
    public void Elements_without_end_of_depth_are_refused() =>
        Refused(Document(string.Concat(Enumerable.Repeat("<w:p>", 20_000)) + string.Concat(Enumerable.Repeat("</w:p>", 20_000))));

    [Fact]
    public void A_cut_off_document_is_refused()
    {
        var bytes = Document("<w:p><w:r><w:t>Text</w:t></w:r></w:p>");
        Assert.False(new DocxReader().CanRead(Source(bytes[..(bytes.Length / 2)])));
    }

    private static byte[] Document(string body) => Zip(("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("word/document.xml", Body(body)));

    private static string Body(string body) => "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body + "</w:body></w:document>";

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    private static ReadText Read(byte[] bytes)
    {
        var source = Source(bytes);
        Assert.IsType<DocxReader>(DocumentReaders.All.First(r => r.CanRead(source)));
        return new DocxReader().Read(source);
    }

    private static void Refused(byte[] bytes) => Assert.Contains("memo.docx", Assert.Throws<UnreadableException>(() => new DocxReader().Read(Source(bytes))).Message, StringComparison.Ordinal);

    private static SourceBytes Source(byte[] bytes) => new("memo.docx", bytes, new DateTimeOffset(2031, 3, 6, 9, 0, 0, TimeSpan.Zero));
}
