using BriefingBot.Core.Ingestion.Cleaning.Html;

namespace BriefingBot.Tests.Ingestion.Cleaning.Html;

public sealed class MarkupFlattenerTests
{
    [Theory]
    [InlineData("<p>One<p>Two<li>Three<br>")]
    [InlineData("<script>if (a < b) { '<div>' }</script><p title='a > b'>x")]
    [InlineData("<!-- <div> --><b>x</b>")]
    public void A_page_of_ordinary_shape_is_not_touched(string page) => Assert.Same(page, MarkupFlattener.Flatten(page));

    [Fact]
    public void Unclosed_paragraphs_are_no_depth()
    {
        var page = string.Concat(Enumerable.Repeat("<p>a<li>b<td>c", 5_000));
        Assert.Same(page, MarkupFlattener.Flatten(page));
    }

    [Fact]
    public void Tags_beyond_the_limit_go_and_text_stays()
    {
        var flat = MarkupFlattener.Flatten(string.Concat(Enumerable.Range(0, 1_000).Select(number => $"<div>w{number} ")))!;
        Assert.Equal(MarkupFlattener.MaxDepth, flat.Split("<div>").Length - 1);
        Assert.All(Enumerable.Range(0, 1_000), number => Assert.Contains($"w{number} ", flat, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_are_not_torn_where_formatting_goes()
    {
        var page = string.Concat(Enumerable.Range(0, 500).Select(number => $"<p><b id={number}>har</i>bour"));
        Assert.DoesNotContain("<b", MarkupFlattener.Flatten(page), StringComparison.Ordinal);
        Assert.Contains("harbour", MarkupFlattener.Flatten(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_tags_are_told() => Assert.Null(MarkupFlattener.Flatten(string.Concat(Enumerable.Repeat("<i>", MarkupFlattener.MaxTags + 1))));
}
