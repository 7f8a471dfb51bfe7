using System.Diagnostics;
using System.Globalization;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Tests.Ingestion.Readers;

/// <summary>Documents as other programs make them of a page of ours.</summary>
public sealed class PrintedDocumentTests
{
    private const int Paragraphs = 40;

    [Fact]
    public void A_paper_that_Chromium_printed_is_read_in_order_with_its_pages()
    {
        NeedsChromium();
        var read = Read(PrintingPrograms.Print(Paper("column-count:2;text-align:justify")), "paper.pdf");

        Assert.Equal("Eleven days in March", read.Metadata.Title);
        // Two columns, words broken at line ends, heads and feet on every page: and every paragraph as it was written.
        Assert.Equal(Enumerable.Range(0, Paragraphs).Select(Paragraph), read.Text.Split("\n\n"));
        Assert.Contains(read.Removed, part => part is { Rule: "running head", Text: "Institute for Coastal Economy: Paper 7" });
        Assert.Contains(read.Removed, part => part.Rule == "page number" && part.Text.StartsWith("Page 2 of", StringComparison.Ordinal));
        var pages = read.Metadata.Pages!;
        Assert.InRange(pages.Starts.Count, 3, 6);
        Assert.Equal((1, pages.Starts.Count), (pages.PageAt(0), pages.PageAt(read.Text.Length - 1)));
    }

    [Fact]
    public void Every_chapter_stands_on_the_page_Chromium_put_it_on()
    {
        NeedsChromium();
        const int chapters = 300;
        var html = Page("@page{size:A5;margin:15mm} section{break-after:page}", string.Concat(Enumerable.Range(1, chapters).Select(n => $"<section><h2>Chapter {n}</h2><p>Chapter {n} has one paragraph. {Paragraph(n)}</p></section>")));
        var bytes = PrintingPrograms.Print(html);

        var watch = Stopwatch.StartNew();
        var read = Read(bytes, "book.pdf");

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        var pages = read.Metadata.Pages!;
        Assert.Equal(chapters, pages.Starts.Count);
        Assert.Equal(Enumerable.Range(1, chapters), Enumerable.Range(1, chapters).Select(n => pages.PageAt(read.Text.IndexOf($"Chapter {n} has", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("docx")]
    public void A_paper_that_LibreOffice_saved_is_read_in_order(string format)
    {
        Assert.SkipUnless(PrintingPrograms.Office is not null, "LibreOffice is not installed: documents it makes are not read here.");
        Assert.SkipWhen(format == "pdf" && !HasReader, "pdftotext is not installed: PDFs are not read here (install poppler-utils).");
        var read = Read(PrintingPrograms.Convert(Paper("margin:0"), format), "paper." + format);

        var from = 0;
        foreach (var paragraph in Enumerable.Range(0, Paragraphs).Select(Paragraph))
        {
            from = read.Text.IndexOf(paragraph, from, StringComparison.Ordinal);
            Assert.True(from >= 0, $"\"{paragraph}\" is missing or out of order");
        }
    }

    private static bool HasReader { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "pdftotext")));

    private static void NeedsChromium()
    {
        Assert.SkipUnless(PrintingPrograms.Chromium is not null, "Chromium is not installed: PDFs it prints are not read here.");
        Assert.SkipUnless(HasReader, "pdftotext is not installed: PDFs are not read here (install poppler-utils).");
    }

    private static string Paragraph(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Paragraph {number} begins here. The harbour master spoke of a settlement with the union, and the representatives of the pilots heard of it at a conference in the old customs house. The board meets on Thursday, one day later than it had said. Paragraph {number} ends here.");

    private static string Paper(string style)
    {
        var paragraphs = Enumerable.Range(0, Paragraphs).Select(number => $"<p>{Hyphenated(Paragraph(number))}</p>").ToList();
        return Page(
            "@page{size:A4;margin:22mm 18mm;@top-left{content:\"Institute for Coastal Economy: Paper 7\"}@bottom-center{content:\"Page \" counter(page) \" of \" counter(pages)}} h1{font-size:24pt} .two{" + style + "}",
            $"<h1>Eleven days in March</h1>{paragraphs[0]}<div class=two>{string.Concat(paragraphs.Skip(1))}</div>");
    }

    /// <summary>With the places where the words may be broken.</summary>
    private static string Hyphenated(string text) => text
        .Replace("master", "mas&shy;ter", StringComparison.Ordinal).Replace("settlement", "set&shy;tle&shy;ment", StringComparison.Ordinal).Replace("representatives", "rep&shy;re&shy;sen&shy;ta&shy;tives", StringComparison.Ordinal)
        .Replace("pilots", "pi&shy;lots", StringComparison.Ordinal).Replace("conference", "con&shy;fer&shy;ence", StringComparison.Ordinal).Replace("customs", "cus&shy;toms", StringComparison.Ordinal);

    private static string Page(string style, string body) =>
        $"<!doctype html><html lang=en><head><meta charset=utf-8><title>Eleven days in March</title><style>body{{font:11pt 'DejaVu Serif',serif}} {style}</style></head><body>{body}</body></html>";

    private static ReadText Read(byte[] bytes, string origin)
    {
        var source = new SourceBytes(origin, bytes, new DateTimeOffset(2031, 3, 6, 9, 0, 0, TimeSpan.Zero));
        return DocumentReaders.All.First(reader => reader.CanRead(source)).Read(source);
    }
}
