using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class MarkdownReaderTests
{
    private const string Report =
        """
        ---
        title: "The salt works of Lissa"
        author: [Adela Moreno, Tomas Ilves]
        date: 2031-02-11
        publisher: Delta Post
        url: https://post.delta.example/salt
        lang: en-GB
        ---
        # The salt works of Lissa

        The works **open** once a year; see [the almanac](https://almanac.example "Almanac") for the day.
        ![The pans at dawn](pans.jpg)

        ## Tools

        - rakes of *oak*
        - carts
          1. small
          2. large

        | Year | Carts |
        |------|-------|
        | 2030 | 412   |

        ```
        open(gate)
        close(gate)
        ```

        <div class="note"><b>Note:</b> closed &amp; locked in winter.</div>

        > The salt takes the moisture from the mouth.
        """;

    [Fact]
    public void A_file_becomes_plain_text()
    {
        Assert.Equal(
            """
            The works open once a year; see the almanac for the day.

            Tools

            - rakes of oak
            - carts
            - small
            - large

            Year | Carts
            2030 | 412

            open(gate)
            close(gate)

            Note: closed & locked in winter.

            The salt takes the moisture from the mouth.
            """.ReplaceLineEndings("\n"),
            Read(Report).Text);
    }

    [Fact]
    public void Front_matter_is_metadata()
    {
        var metadata = Read(Report).Metadata;
        Assert.Equal("The salt works of Lissa", metadata.Title);
        Assert.Equal("Adela Moreno, Tomas Ilves", metadata.Byline);
        Assert.Equal("Delta Post", metadata.Publisher);
        Assert.Equal(new DateOnly(2031, 2, 11), metadata.PublishedOn);
        Assert.Null(metadata.PublishedUtc);
        Assert.Equal(DateSource.Metadata, metadata.PublishedFrom);
        Assert.Equal("https://post.delta.example/salt", metadata.Url);
        Assert.Equal("en", metadata.Language);
    }

    [Fact]
    public void Without_front_matter_the_first_heading_is_the_title_and_nothing_is_invented()
    {
        var read = Read("# Ferries wait\n\nThe pilots are late.\n\n# Later\n\nThey came at noon.");
        Assert.Equal("Ferries wait", read.Metadata.Title);
        Assert.Equal("The pilots are late.\n\nLater\n\nThey came at noon.", read.Text);
        Assert.Equal([new RemovedPart("title", "Ferries wait")], read.Removed);
        Assert.Null(read.Metadata.PublishedOn);
        Assert.Null(read.Metadata.PublishedFrom);
    }

    [Fact]
    public void A_rule_at_the_top_is_no_front_matter() => Assert.Equal("One line.\n\nAnother.", Read("---\n\nOne line.\n\n---\n\nAnother.").Text);

    [Fact]
    public void A_file_of_pictures_only_is_refused() => Assert.Contains("notes.md holds no text", Assert.Throws<UnreadableException>(() => Read("![](a.png)\n\n![](b.png)")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("![](")]
    [InlineData("`")]
    [InlineData("- ")]
    [InlineData("<div>")]
    public void Deep_and_endless_markup_is_read(string piece) => Assert.NotEmpty(Read(string.Concat(Enumerable.Repeat(piece, 20_000)) + "\n\nA sentence at the end.").Text);

    /// <summary>Pieces for which the parser looked to the end of the paragraph from each again: a minute and more for every one of these files. Now they take a second.</summary>
    [Theory]
    [InlineData("[a](")]
    [InlineData("[a](b (")]
    [InlineData("a<?")]
    [InlineData("a<!A ")]
    [InlineData("a<!--")]
    [InlineData("a<![CDATA[")]
    [InlineData("[a]: b\n")]
    [InlineData("[a]:\n")]
    [InlineData("> [a]: b\n")]
    public void Beginnings_without_an_end_take_no_longer_the_more_there_are(string piece)
    {
        var file = string.Concat(Enumerable.Repeat(piece, Math.Min(600_000 / piece.Length, 95_000))) + "\n\nA sentence at the end.";
        var before = Environment.CpuUsage.TotalTime;

        Assert.EndsWith("A sentence at the end.", Read(file).Text, StringComparison.Ordinal);
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 30);
    }

    [Theory]
    [InlineData("[the almanac](https://almanac.example/a_(b)_(c(d)) 'Almanac (old)')", "the almanac")]
    [InlineData("[the almanac](https://almanac.example/a (Almanac))", "the almanac")]
    [InlineData("[the almanac](<https://almanac.example/a b>)", "the almanac")]
    [InlineData("![a pan](data:image/png;base64,AAAA/BBBB+CCCC==) here", "here")]
    [InlineData("[the almanac](a (b (c", "[the almanac](a (b (c")]
    [InlineData("a <!-- comment --> word <?x y?> and <b>more</b>", "a word and more")]
    public void Links_and_tags_end_where_they_always_did(string markdown, string text) => Assert.Equal($"See {text}", string.Join(' ', Read("See " + markdown).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void A_long_list_of_references_is_still_all_of_them()
    {
        var file = string.Concat(Enumerable.Range(0, 1_000).Select(n => $"[a{n}]: https://almanac.example/{n}\n")) + "\nSee [a0] and [the last][a999].";

        Assert.Equal("See a0 and the last.", Read(file).Text);
    }

    [Fact]
    public void Tables_that_fill_up_their_rows_without_end_are_refused()
    {
        var table = new string('|', 300) + "\n" + string.Concat(Enumerable.Repeat("|-", 300)) + "\n" + string.Concat(Enumerable.Repeat("|1\n", 1_000)) + "\n";

        Assert.NotEmpty(Read(table).Text);
        var file = table + table;
        Assert.Contains("more than 400,000 cells", Assert.Throws<UnreadableException>(() => Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_end_of_columns_is_refused()
    {
        var file = "a|b\n" + string.Concat(Enumerable.Repeat("|:", 900_000));

        Assert.Contains("more than 500 columns", Assert.Throws<UnreadableException>(() => Read(file)).Message, StringComparison.Ordinal);
        Assert.Equal("1 | 2", Read("|a|b|\n|-:|:-:|\n|1|2|\n").Text.Split('\n')[^1]);
    }

    [Fact]
    public void Any_markdown_is_read_or_refused()
    {
        var files = Gen.Elements("# ", "- ", "1. ", "> ", "*", "**", "`", "```\n", "[", "](", ")", "![", "<b>", "<!--", "|", "|--|\n", "\n", "\n\n", "    ", "word ", "---\n", "key: value\n", "&amp;", "\\").ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
        Prop.ForAll(files, file =>
        {
            try
            {
                return Read("x" + file).Text.Length > 0;
            }
            catch (UnreadableException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();
    }

    private static ReadText Read(string file) => new MarkdownReader().Read(new SourceBytes("notes.md", Encoding.UTF8.GetBytes(file), default));
}
