using System.Diagnostics;
using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class HtmlReaderHostileTests
{
    private const string Text = "<p>Some words stand here, and they are all that this page has to say to anybody.</p>";
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div class='article-body'>", "<div class=comments>", "</div>", "<b>", "<i id=1>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>", "<a href=x>", "</a>", "<article>", "</article>", "<h1>", "</h1>", "<pre>",
        "<br>", "<br><br>", "<svg>", "<math>", "<select>", "<template>", "<!--", "-->", "<", ">", "\"", "&amp;", "&#0;", "&#x1F600;", "word ", "Words, and more words. ", "\u00AD", "\uD83D\uDE00", "\n", " ", "<script>", "</script>", "<figure>", "<aside>",
        "<p style='display:none'>", "<time datetime=2031-03-03>", "<frameset>", "<body>", "<html lang=en>", "<title>", "</title>", "<meta name=author content=x>", "<script type='application/ld+json'>{\"@type\":\"Article\"", "]]>", "<form>", "</form>",
    ];

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<div>a word, ", 100_000)]
    [InlineData("<span><b>", 50_000)]
    [InlineData("<table><tr><td>", 30_000)]
    [InlineData("<ul><li>", 50_000)]
    [InlineData("<a href=x>", 100_000)]
    [InlineData("<blockquote><p>words, here", 30_000)]
    [InlineData("<dl><dd>", 50_000)]
    [InlineData("</x>", 300_000)]
    [InlineData("<!--", 300_000)]
    [InlineData("<", 2_000_000)]
    public void A_hundred_thousand_open_tags_are_read_or_refused_in_seconds(string tag, int count)
    {
        var clock = Stopwatch.StartNew();
        Attempt(string.Concat(Enumerable.Repeat(tag, count)) + Text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Text_under_deep_nesting_is_kept() =>
        Assert.Equal("Some words stand here, and they are all that this page has to say to anybody.", Attempt(string.Concat(Enumerable.Repeat("<div>", 100_000)) + Text)!.Text);

    [Fact]
    public void Formatting_that_is_never_closed_does_not_multiply()
    {
        var page = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<p><b id={number}>a few words, here</p>"));
        Assert.Equal(20_000, Attempt(page)!.Text.Split("\n\n").Length);
    }

    [Fact]
    public void More_tags_than_any_page_has_are_refused_with_a_sentence()
    {
        var fault = Assert.Throws<UnreadableException>(() => new HtmlReader().Read(Page(string.Concat(Enumerable.Repeat("<p>", 500_000)))));
        Assert.Contains("page.html holds more than 400000 tags", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_classes_and_attributes_are_read()
    {
        Assert.NotNull(Attempt("<div class='" + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"a{number} ")) + "'>" + Text + "</div>"));
        Assert.NotNull(Attempt("<div " + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"a{number}=1 ")) + ">" + Text + "</div>"));
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"A line\nbreak\",}")]
    [InlineData("{\"@type\":\"NewsArticle\"")]
    [InlineData("[[[[[[")]
    [InlineData("{\"@type\":[1,null,{}],\"@graph\":[null,1,\"x\",{\"@type\":null}],\"author\":5,\"publisher\":[[]]}")]
    [InlineData("{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"},\"@id\":\"#a\"}")]
    public void Broken_structured_data_never_stop_a_page(string json) => Assert.NotNull(Attempt($"<script type='application/ld+json'>{json}</script>" + Text));

    [Fact]
    public void Any_markup_is_read_or_refused_and_the_text_is_settled()
    {
        var pages = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
        Prop.ForAll(pages, page =>
        {
            var text = Attempt(page)?.Text ?? "x";
            return text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.Contains("\n\n\n", StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal) && !text.Contains('\0', StringComparison.Ordinal) && text.IsNormalized();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(120));
    }

    [Fact]
    public void No_word_of_a_paragraph_in_an_article_is_lost()
    {
        var parts = Gen.Elements("p", "h2", "div class=share", "div class=related", "ul", "section", "aside").ListOf().ToArbitrary();
        Prop.ForAll(parts, tags =>
        {
            var number = 0;
            var body = string.Concat(tags.Select(tag => $"<{tag}><p>Word{number++} stands in a sentence, and the sentence has an end.</p></{tag.Split(' ')[0]}>"));
            var read = Attempt($"<article><p>First comes this sentence, which is long enough to be one of the article's own.</p>{body}</article>")!;
            var all = read.Text + "\n" + string.Join('\n', read.Removed.Select(part => part.Text));
            return Enumerable.Range(0, number).All(word => all.Contains($"Word{word} ", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    private static ReadText? Attempt(string page)
    {
        try
        {
            return new HtmlReader().Read(Page(page));
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private static SourceBytes Page(string page) => new("page.html", Encoding.UTF8.GetBytes(page), default);
}
