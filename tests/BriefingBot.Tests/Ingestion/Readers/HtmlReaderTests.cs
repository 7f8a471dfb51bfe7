using System.Buffers;
using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class HtmlReaderTests
{
    private static readonly ReadText Courier = ReadFixture("courier-walkout.html");

    [Fact]
    public void A_news_page_becomes_its_article()
    {
        Assert.Equal(
            """
            Fourteen hundred dockers stayed away on Monday, and two ferries never left.

            About 1,400 of the port's 2,100 dockers stayed away on Monday, the port authority said, and nine of eleven cranes stood still.

            The union put the number at 1,900. “Nobody went through the gate before noon,” its secretary, Ines Vaal, told reporters.

            What the union wants

            - An end to double night shifts;
            - a second doctor at the east pier.

            We will be back on Wednesday, but not on the old terms.

            Day | Ships unloaded
            Sunday | 14
            Monday | 2

            The ministry declined to comment.

            A mediator is expected on Thursday.
            """.ReplaceLineEndings("\n"),
            Courier.Text);
    }

    [Theory]
    [InlineData("cookie", "We use cookies")]
    [InlineData("navigation", "Weather")]
    [InlineData("title", "Walkout empties Port Varran")]
    [InlineData("byline", "Tomas Ilves")]
    [InlineData("share", "Send by mail")]
    [InlineData("caption", "P. Sand/Courier")]
    [InlineData("links", "READ MORE")]
    [InlineData("advertisement", "Advertisement")]
    [InlineData("hidden", "in colour")]
    [InlineData("sidebar", "Ferries wait for pilots")]
    [InlineData("tags", "strike")]
    [InlineData("comments", "First!")]
    [InlineData("sidebar", "swan")]
    [InlineData("footer", "old customs house")]
    public void What_was_removed_is_told_with_its_rule(string rule, string words)
    {
        Assert.Contains(Courier.Removed, part => rule.Equals(part.Rule, StringComparison.Ordinal) && part.Text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Removed_parts_stand_in_the_order_of_the_page()
    {
        var rules = Courier.Removed.Select(part => part.Rule).ToList();
        Assert.True(rules.IndexOf("cookie") < rules.IndexOf("navigation") && rules.IndexOf("navigation") < rules.IndexOf("title") && rules.IndexOf("title") < rules.IndexOf("comments"));
        Assert.Equal("footer", rules[^1]);
    }

    [Fact]
    public void Metadata_come_from_structured_data_with_the_day_as_written()
    {
        var metadata = Courier.Metadata;
        Assert.Equal("Walkout empties Port Varran", metadata.Title);
        Assert.Equal("Varran Courier", metadata.Publisher);
        Assert.Equal("Adela Moreno, Tomas Ilves", metadata.Byline);
        Assert.Equal(new DateOnly(2031, 3, 3), metadata.PublishedOn);
        Assert.Equal(new DateTimeOffset(2031, 3, 3, 21, 40, 0, TimeSpan.Zero), metadata.PublishedUtc);
        Assert.Equal(DateSource.JsonLd, metadata.PublishedFrom);
        Assert.Equal("en", metadata.Language);
        Assert.Equal("https://courier.varran.example/2031/03/03/walkout-empties-port", metadata.Url);
    }

    [Fact]
    public void A_page_laid_out_by_tables_and_line_breaks_is_read_as_paragraphs()
    {
        var read = ReadFixture("plain-notebook.html");
        var paragraphs = read.Text.Split("\n\n");
        Assert.StartsWith("The salt works at Lissa open", paragraphs[0], StringComparison.Ordinal);
        Assert.EndsWith("told me.\nBy noon the first carts are full.", paragraphs[1], StringComparison.Ordinal);
        Assert.Equal("On the last day it rained, and the work of the week was gone in an hour.", paragraphs[^1]);
        Assert.DoesNotContain("Archive", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_would_take_the_whole_article_is_not_believed()
    {
        var read = Read("<div class='page comments'><h1>The tide tables are wrong again</h1><div class='widget'><p>" + Sentence(1) + "</p></div><div class='widget'><p>" + Sentence(2) + "</p></div></div>");
        Assert.Contains(Sentence(1), read.Text, StringComparison.Ordinal);
        Assert.Contains(Sentence(2), read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_keeps_its_lines()
    {
        Assert.Contains("if (tide > 2)\n    close();", Read("<article><p>" + Sentence(1) + "</p><pre>if (tide &gt; 2)\n    close();</pre></article>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_cut_into_several_containers_is_read_whole()
    {
        var read = Read("<main><h1>Harbour notes of the week</h1><div class='article-body'><p>" + Sentence(1) + "</p></div><div class='x'>Buy a boat</div><div class='article-body'><p>" + Sentence(2) + "</p></div></main>");
        Assert.Equal(Sentence(1) + "\n\n" + Sentence(2), read.Text);
    }

    [Theory]
    [InlineData("<nav><a href=/>Home</a> <a href=/news>News</a></nav><footer>Imprint</footer>")]
    [InlineData("<frameset cols='20%,80%'><frame src=menu.html></frameset>")]
    [InlineData("<script>var a = 'Some text, in a script, is no text.';</script>")]
    [InlineData(" ")]
    public void A_page_without_an_article_is_refused_with_a_sentence(string page)
    {
        Assert.Contains("page.html holds no article text", Assert.Throws<UnreadableException>(() => Read(page)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("story.HTM", "<p>x", true)]
    [InlineData("download", "  <!DOCTYPE html><p>", true)]
    [InlineData("download", "<!-- saved --><html>", true)]
    [InlineData("notes.txt", "a < b and <html> later", false)]
    public void Pages_are_known_by_name_or_by_their_start(string origin, string content, bool readable)
    {
        Assert.Equal(readable, new HtmlReader().CanRead(new SourceBytes(origin, Encoding.UTF8.GetBytes(content), default)));
    }

    private static string Sentence(int number) => $"On day {number} the harbour master wrote that the water stood two fathoms higher than the tables say, and that nobody had told the pilots about it.";

    [Fact]
    public void A_page_reads_the_same_whatever_page_was_read_before_it()
    {
        const string Ferry = "<html><head><title>Ferry strike ends</title></head><body><h1>Ferry strike ends</h1><div class=comments><a href=/x>Say something about it</a></div><p>The crews of all ferries went back to work on Monday, the port of Lissa said.</p></body></html>";
        const string Table = "<html><body><table><tr><th>Quay</th><th>Boats</th></tr><tr><td>North</td><td>4</td></tr></table><ul class=\"nav related\"><li hidden role=menu itemprop=author>One<li>Two</ul><p>There were four boats at the north quay, and none at the other one.</p></body></html>";
        var many = "<html><body>" + string.Concat(Enumerable.Range(0, 3000).Select(number => $"<p class=story>Boat number {number} lies at the quay, and its crew is ashore.</p>")) + "</body></html>";
        var (ferry, table, fleet) = (Read(Ferry), Read(Table), Read(many));

        foreach (var (page, first) in new[] { (many, fleet), (Ferry, ferry), (Table, table), (Ferry, ferry), (many, fleet), (Table, table) })
        {
            var again = Read(page);

            Assert.Equal(first.Text, again.Text);
            Assert.Equal(first.Metadata, again.Metadata);
            Assert.Equal(first.Removed, again.Removed);
        }
    }

    [Fact]
    public void The_memory_a_page_was_read_from_is_given_back_once_and_no_text_lies_in_it()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Range(0, 300).Select(number => $"<p>{Sentence(number)}</p>")) + "</body></html>";
        var text = Read(page).Text;

        // Given back twice, it would be lent to both.
        var (one, other) = (ArrayPool<char>.Shared.Rent(page.Length), ArrayPool<char>.Shared.Rent(page.Length));
        one.AsSpan().Fill('#');
        other.AsSpan().Fill('#');

        Assert.NotSame(one, other);
        Assert.Equal(Read(page).Text, text);
        ArrayPool<char>.Shared.Return(one);
        ArrayPool<char>.Shared.Return(other);
    }

    private static ReadText Read(string page) => new HtmlReader().Read(new SourceBytes("page.html", Encoding.UTF8.GetBytes(page), default));

    private static ReadText ReadFixture(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Ingestion", "Fixtures", "Html", name);
        return new HtmlReader().Read(new SourceBytes(name, File.ReadAllBytes(path), default));
    }
}
