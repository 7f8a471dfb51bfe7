using System.Diagnostics;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class PdfReaderTests
{
    private static readonly bool HasTool = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "pdftotext")));

    [Fact]
    public void Pages_are_read_in_order_and_every_place_knows_its_page()
    {
        var read = Read(new TinyPdf()
            .Page().Lines(72, 100, "The cranes of Port Varran stood still on Monday.", "Nobody on the quay said why.")
            .Page()
            .Page().Lines(72, 100, "On the third page the pilots were heard.", "They had been asked by nobody before."));

        Assert.Equal("The cranes of Port Varran stood still on Monday. Nobody on the quay said why.\n\nOn the third page the pilots were heard. They had been asked by nobody before.", read.Text);
        var pages = read.Metadata.Pages!;
        Assert.Equal(3, pages.Starts.Count);
        Assert.Equal((1, 1, 3), (pages.PageAt(0), pages.PageAt(40), pages.PageAt(read.Text.IndexOf("pilots", StringComparison.Ordinal))));
        Assert.Equal(TextNormalizer.Normalize(read.Text), read.Text);
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        string[] left = ["The cranes of the harbour stood", "still on Monday and nobody on", "the quay could say for how long", "they would. The pilots waited in", "the old house on the outer mole."];
        string[] right = ["The union wants a written word", "from the board before any crane", "is moved again. The board meets", "on Thursday, one day later than", "it had said the week before that."];

        var text = Read(new TinyPdf().Page().Lines(72, 150, left).Lines(320, 150, right)).Text;

        Assert.True(text.IndexOf("outer mole", StringComparison.Ordinal) < text.IndexOf("The union", StringComparison.Ordinal), text);
        Assert.Contains("nobody on the quay could say", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_broken_at_the_end_of_a_line_are_whole_again()
    {
        var text = Read(new TinyPdf().Page().Lines(72, 100, "The harbour master spoke of a settle-", "ment with the union, and of the well-", "known cost of it, at a press confer-", "ence. It is a well-known cost.")).Text;

        Assert.Contains("a settlement with", text, StringComparison.Ordinal);
        Assert.Contains("press conference", text, StringComparison.Ordinal);
        Assert.Contains("the well-known cost", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_says_the_same_at_the_edge_but_never_at_one_height_is_text()
    {
        var pdf = new TinyPdf();
        for (var page = 0; page < 5; page++)
            pdf.Page().Line(72, 40 + (page % 2), $"Paper 7 of the institute, part {page}", 9).Lines(72, 120, "The board met on a Thursday.").Line(72, 745 + (page * 18), $"Motion {page} was heard and put off to the next meeting.");

        var read = Read(pdf);

        Assert.All(Enumerable.Range(0, 5), page => Assert.Contains($"Motion {page} was heard", read.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Paper 7", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_heads_and_page_numbers_go_and_a_sentence_runs_on_over_the_page()
    {
        var pdf = new TinyPdf();
        string[] numbers = ["one", "two", "three", "four"];
        foreach (var number in numbers)
        {
            pdf.Page().Line(72, 40, "Institute for Coastal Economy: Paper 7", 9).Line(290, 810, (Array.IndexOf(numbers, number) + 11).ToString(), 9)
                .Lines(72, 120, $"Chapter {number} tells how the strike went on in the old basin, and what", "the board and the union thought of it at that time, which was not the");
        }

        var read = Read(pdf);

        Assert.DoesNotContain("Institute", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("11", read.Text, StringComparison.Ordinal);
        Assert.Equal(8, read.Removed.Count);
        Assert.Contains("Chapter two", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_lines_of_the_first_page_are_the_title()
    {
        var read = Read(new TinyPdf { Title = "Microsoft Word - final2.doc" }.Page().Line(72, 90, "Eleven days in March", 24).Lines(72, 140, "The strike at Port Varran ran for eleven days.", "We put its cost at ninety million crowns.", "This paper explains it.", "It has four parts."));

        Assert.Equal("Eleven days in March", read.Metadata.Title);
        Assert.StartsWith("The strike", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_hundred_pages_take_less_than_twenty_seconds()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 300; page++)
        {
            pdf.Page();
            for (var line = 0; line < 45; line++) pdf.Line(72, 80 + (line * 15), $"On page {page} the cranes of Port Varran stood still and nobody on the quay said why {line}.");
        }

        var watch = Stopwatch.StartNew();
        var read = Read(pdf);

        Assert.Equal(300, read.Metadata.Pages!.Starts.Count);
        Assert.Equal(217, read.Metadata.Pages.PageAt(read.Text.IndexOf("On page 217 ", StringComparison.Ordinal)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("%PDF-1.4 and nothing else")]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R >>")]
    public void A_broken_file_is_a_sentence(string content)
    {
        NeedsTool();
        var fault = Assert.Throws<UnreadableException>(() => new PdfReader().Read(Source(System.Text.Encoding.Latin1.GetBytes(content))));
        Assert.Contains("paper", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_known_by_its_content_whatever_its_name()
    {
        var bytes = new TinyPdf().Page().Line(72, 100, "Text").ToBytes();

        Assert.IsType<PdfReader>(DocumentReaders.All.First(r => r.CanRead(Source(bytes, "paper.html"))));
        Assert.False(new PdfReader().CanRead(Source("text about PDF"u8.ToArray(), "paper.pdf")));
    }

    [Fact]
    public void Without_the_program_the_remedy_is_said()
    {
        Assert.SkipWhen(HasTool, "pdftotext is installed here.");
        var fault = Assert.Throws<UnreadableException>(() => new PdfReader().Read(Source(new TinyPdf().Page().Line(72, 100, "Text").ToBytes())));
        Assert.Contains("install poppler-utils", fault.Message, StringComparison.Ordinal);
    }

    private static ReadText Read(TinyPdf pdf)
    {
        NeedsTool();
        return new PdfReader().Read(Source(pdf.ToBytes()));
    }

    private static void NeedsTool() => Assert.SkipUnless(HasTool, "pdftotext is not installed: PDFs are not read here (install poppler-utils).");

    private static SourceBytes Source(byte[] bytes, string origin = "paper.pdf") => new(origin, bytes, new DateTimeOffset(2031, 3, 6, 9, 0, 0, TimeSpan.Zero));
}
