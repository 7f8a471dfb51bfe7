using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Cleaning.Html;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class TextLimitTests
{
    private const string Story = "<p>The cranes of Port Varran stood still on Monday, and nobody on the quay could say for how long they would.</p>";

    [Theory]
    [InlineData("long.txt", "words, ", 5_000_000)]
    [InlineData("long.md", "words, ", 2_000_000)]
    [InlineData("long.html", "<p>words, ", 5_000_000)]
    [InlineData("long.eml", "From: a@courier.example\nTo: b@courier.example\nDate: Wed, 5 Mar 2031 08:30:00 +0200\nSubject: c\n\nwords, ", 5_000_000)]
    public void More_text_than_one_document_may_have_is_refused_with_the_remedy(string origin, string start, int most)
    {
        var source = new SourceBytes(origin, Encoding.UTF8.GetBytes(start + new string('a', most)), default);
        var reason = Assert.Throws<UnreadableException>(() => DocumentReaders.All.First(r => r.CanRead(source)).Read(source)).Message;

        Assert.Contains(origin, reason, StringComparison.Ordinal);
        Assert.Contains($"more than one document may have ({most:N0}): split it", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void More_lines_than_Markdown_may_have_are_refused()
    {
        var source = new SourceBytes("list.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("- x\n", 100_001))), default);

        Assert.Contains("list.md holds 100,001 lines", Assert.Throws<UnreadableException>(() => new MarkdownReader().Read(source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_lines_than_a_text_may_have_are_refused()
    {
        var source = new SourceBytes("list.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("X-A: b\n", 250_001))), default);

        Assert.Contains("list.txt holds 250,002 lines, more than one text may have (250,000): split it.", Assert.Throws<UnreadableException>(() => new PlainTextReader().Read(source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_reader_of_the_page_does_not_see_does_not_count()
    {
        var picture = "data:image/png;base64," + new string('A', 4_000_000);
        var page = $"<!doctype html><html><head><style>{new string('s', 1_000_000)}</style></head><body><!--{new string('c', 1_000_000)}--><script>{new string('j', 1_000_000)}</script><article>{Story}<img src=\"{picture}\">{Story}</article></body></html>";

        var read = new HtmlReader().Read(new SourceBytes("page.html", Encoding.UTF8.GetBytes(page), default));

        Assert.Equal(2, read.Text.Split("\n\n").Length);
    }

    [Theory]
    [InlineData("<p>a</p><!-- b --><p>c</p>", "<p>a</p><p>c</p>")]
    [InlineData("<p>a<!-- never closed", "<p>a")]
    [InlineData("<script>x</script><p>a</p>", "<script></script><p>a</p>")]
    [InlineData("<script type='application/ld+json'>{}</script>", "<script type='application/ld+json'>{}</script>")]
    [InlineData("<STYLE>x", "<STYLE>")]
    [InlineData("a < b & c", "a < b & c")]
    public void A_page_made_slim_keeps_its_text(string markup, string slim) => Assert.Equal(slim, MarkupSlimmer.Slim(markup));

    [Fact]
    public void A_long_table_beside_a_letter_does_not_hide_the_letter()
    {
        var mail = "From: a@courier.example\nTo: b@courier.example\nDate: Wed, 5 Mar 2031 08:30:00 +0200\nSubject: c\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe cranes stood still on Monday.\n--b\nContent-Type: text/html\n\n" + new string('a', 9_500_000) + "\n--b--\n";

        Assert.Equal("The cranes stood still on Monday.", new MailReader().Read(new SourceBytes("letter.eml", Encoding.UTF8.GetBytes(mail), default)).Text);
    }
}
