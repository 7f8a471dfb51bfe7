using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class DocxReaderTests
{
    [Fact]
    public void Paragraphs_tables_and_the_title_are_read_and_deleted_text_is_not()
    {
        var read = Read(TinyDocx.Of(
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
        var read = Read(TinyDocx.Of("<w:p><w:r><w:t>One.</w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p>"));

        Assert.Equal("One.\n\nTwo.", read.Text);
    }

    [Fact]
    public void A_run_longer_than_any_buffer_is_read_whole()
    {
        var words = string.Join(' ', Enumerable.Range(1, 5_000));

        Assert.Equal(words, Read(TinyDocx.Of($"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")).Text);
    }

    [Fact]
    public void A_document_type_with_entities_is_refused()
    {
        var body = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + TinyDocx.Body("<w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p>");

        Refused(TinyDocx.Zip(("[Content_Types].xml", TinyDocx.Types), ("_rels/.rels", TinyDocx.Relations), ("word/document.xml", body)));
    }

    [Fact]
    public void A_part_that_bursts_is_refused() =>
        Refused(TinyDocx.Of("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", ("word/bomb.xml", new string('a', 20_000_000))));

    [Theory]
    [InlineData("../../etc/cron.d/x")]
    [InlineData("/etc/passwd")]
    [InlineData("word\\..\\x")]
    public void A_part_outside_the_document_is_refused(string name) =>
        Refused(TinyDocx.Of("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", (name, "x")));

    [Fact]
    public void Elements_without_end_of_depth_are_refused() =>
        Refused(TinyDocx.Of(string.Concat(Enumerable.Repeat("<w:p>", 20_000)) + string.Concat(Enumerable.Repeat("</w:p>", 20_000))));

    [Fact]
    public void A_cut_off_document_is_refused()
    {
        var bytes = TinyDocx.Of("<w:p><w:r><w:t>Text</w:t></w:r></w:p>");
        Assert.False(new DocxReader().CanRead(Source(bytes[..(bytes.Length / 2)])));
    }

    [Fact]
    public void More_text_than_a_document_may_have_is_refused_by_its_number()
    {
        // Letters by chance: what packs well is refused as a bomb before.
        var random = new Random(7);
        var bytes = TinyDocx.Of(string.Concat(Enumerable.Range(0, 501).Select(_ => "<w:p><w:r><w:t>" + random.GetString("abcdefghijklmnop", 9_990) + "</w:t></w:r></w:p>")));

        Assert.Contains("more than 5,000,000 characters of text", Assert.Throws<UnreadableException>(() => new DocxReader().Read(Source(bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Relationships_that_lead_outside_are_not_followed()
    {
        const string outside = """
            <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://203.0.113.9/template.dotm" TargetMode="External"/><Relationship Id="t2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>
            """;

        Assert.Equal("Text", Read(TinyDocx.Of("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", ("word/_rels/document.xml.rels", outside))).Text);
    }

    [Fact]
    public void A_main_part_named_outside_the_document_is_refused() =>
        Refused(TinyDocx.Zip(("[Content_Types].xml", TinyDocx.Types), ("_rels/.rels", TinyDocx.Relations.Replace("word/document.xml", "../../../../etc/passwd", StringComparison.Ordinal)), ("word/document.xml", TinyDocx.Body("<w:p/>"))));

    [Theory]
    [InlineData("a{0}=\"b\" ")]
    [InlineData("a{0}='<>' ")]
    public void A_tag_without_end_is_refused(string attribute) =>
        Refused(TinyDocx.Of("<w:p " + string.Concat(Enumerable.Range(0, 20_000).Select(n => attribute.Replace("{0}", n.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))) + "/>"));

    [Fact]
    public void Relationships_without_end_are_refused()
    {
        var random = new Random(7);

        Refused(TinyDocx.Of("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", ("word/_rels/document.xml.rels", random.GetString("abcdefghijklmnop", 600_000))));
    }

    [Fact]
    public void Many_parts_are_refused()
    {
        var parts = Enumerable.Range(0, 5_100).Select(n => ($"word/{n}.xml", "")).ToArray();

        Refused(TinyDocx.Of("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", parts));
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
