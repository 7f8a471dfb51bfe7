using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion.Metadata;

public sealed class HtmlMetadataTests
{
    private const string Text = "<p>The pilots of Lissa came back to work on Tuesday, and the first ferry left at six.</p>";
    private const string Ld = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Pilots return\",\"datePublished\":\"2031-03-04\",\"author\":\"By Ines Vaal\",\"publisher\":{\"name\":\"Lissa Wire\"}}</script>";
    private const string Meta = "<meta property='article:published_time' content='2031-03-05T10:00:00Z'>";
    private const string Time = "<h1>Pilots return to work</h1><time datetime='2031-03-06'>6 March</time>";
    private const string Address = "https://wire.example/2031/03/07/pilots";

    [Fact]
    public void Dates_are_taken_in_the_order_of_trust()
    {
        Assert.Equal((new DateOnly(2031, 3, 4), DateSource.JsonLd), DateOf(Ld + Meta, Time, Address));
        Assert.Equal((new DateOnly(2031, 3, 5), DateSource.Metadata), DateOf(Meta, Time, Address));
        Assert.Equal((new DateOnly(2031, 3, 6), DateSource.TimeElement), DateOf("", Time, Address));
        Assert.Equal((new DateOnly(2031, 3, 7), DateSource.Url), DateOf("", "<h1>Pilots return to work</h1>", Address));
        Assert.Equal((null, null), DateOf("", "<h1>Pilots return to work</h1>", "https://wire.example/pilots"));
    }

    [Fact]
    public void A_change_is_no_publication()
    {
        Assert.Equal((null, null), DateOf("<meta property='article:modified_time' content='2031-03-05'><script type='application/ld+json'>{\"@type\":\"Article\",\"dateModified\":\"2031-03-05\"}</script>",
            "<h1>Pilots return to work</h1><p class=updated-on><time datetime='2031-03-06'>Updated</time></p><time itemprop=dateModified datetime='2031-03-06'></time>", null));
    }

    [Fact]
    public void The_time_of_a_comment_or_a_teaser_is_not_the_articles()
    {
        Assert.Equal((null, null), DateOf("", "<h1>Pilots return to work</h1><aside><time datetime='2031-01-01'></time></aside><div class=comments><time datetime='2031-01-02'></time></div>", null));
    }

    [Theory]
    [InlineData("//<![CDATA[\n{json}\n//]]>")]
    [InlineData("<!-- {json} -->")]
    [InlineData("[{json},]")]
    [InlineData("{\"@graph\":[{\"@type\":\"WebPage\"},{json}]}")]
    [InlineData("{\"@type\":\"WebPage\",\"mainEntity\":{json}};")]
    public void Structured_data_are_found_however_they_are_wrapped(string wrapper)
    {
        var json = "{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"Pilots\n return\",\"datePublished\":\"2031-03-04\"}";
        var metadata = Read($"<script type='application/ld+json'>{wrapper.Replace("{json}", json, StringComparison.Ordinal)}</script>", "");
        Assert.Equal("Pilots return", metadata.Title);
        Assert.Equal(DateSource.JsonLd, metadata.PublishedFrom);
    }

    [Theory]
    [InlineData("Pilots return to work | Lissa Wire", "Pilots return to work")]
    [InlineData("Lissa Wire - Pilots return to work", "Pilots return to work")]
    [InlineData("Pilots return to work - World - Lissa Wire", "Pilots return to work - World")]
    [InlineData("Pilots return - for good", "Pilots return - for good")]
    public void The_publishers_name_goes_from_a_title(string title, string expected)
    {
        Assert.Equal(expected, Read($"<meta property='og:title' content='{title}'><meta property='og:site_name' content='The Lissa Wire'>", "").Title);
    }

    [Fact]
    public void A_heading_shows_where_the_title_ends_and_the_site_begins()
    {
        var metadata = Read("<title>Pilots return to work — Lissa Notebook</title>", "<h1>Pilots return to work</h1>");
        Assert.Equal("Pilots return to work", metadata.Title);
        Assert.Equal("Lissa Notebook", metadata.Publisher);
    }

    [Theory]
    [InlineData("<meta name=author content='By Ines Vaal'>", "", "Ines Vaal")]
    [InlineData("<meta property='article:author' content='https://chirp.example/vaal'>", "<span itemprop=author><span itemprop=name>Ines Vaal</span></span>", "Ines Vaal")]
    [InlineData("<meta name=citation_author content='Vaal, Ines'><meta name=citation_author content='Ilves, Tomas'>", "", "Vaal, Ines, Ilves, Tomas")]
    [InlineData("<meta name=author content=admin>", "<p class='c-byline'>By Ines Vaal 4 March 2031</p>", "Ines Vaal")]
    [InlineData("", "<a rel=author href=/v>Ines Vaal</a>", "Ines Vaal")]
    [InlineData("", "<div class=comments><span class=author>harbourfan</span></div>", null)]
    public void Bylines_are_names(string head, string body, string? expected) => Assert.Equal(expected, Read(head, "<h1>Pilots return to work</h1>" + body).Byline);

    [Fact]
    public void A_byline_that_is_an_agency_names_the_agency()
    {
        Assert.Equal("Reuters", Read("<meta name=author content='Reuters Staff'><meta property='og:site_name' content='Lissa Wire'>", "").Agency);
        Assert.Null(Read("<meta name=author content='Ines Vaal'>", "").Agency);
    }

    [Theory]
    [InlineData("<link rel=canonical href='https://wire.example/a'>", "https://wire.example/a")]
    [InlineData("<link rel=canonical href='/a'>", "https://wire.example/a")]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>", "https://wire.example/page")]
    [InlineData("<link rel=canonical href='https://wire.example@evil.example/'>", "https://wire.example/page")]
    [InlineData("<meta property='og:url' content='ftp://wire.example/a'>", "https://wire.example/page")]
    public void Only_web_addresses_are_canonical(string head, string expected) => Assert.Equal(expected, Read(head, "", "https://wire.example/page").Url);

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("zh_Hans", "zh")]
    [InlineData("", null)]
    [InlineData("x-default", null)]
    public void The_language_is_a_primary_tag(string given, string? expected) => Assert.Equal(expected, Read("", "", lang: given).Language);

    private static (DateOnly?, DateSource?) DateOf(string head, string body, string? url)
    {
        var metadata = Read(head, body, url);
        return (metadata.PublishedOn, metadata.PublishedFrom);
    }

    private static DocumentMetadata Read(string head, string body, string? url = null, string lang = "en") =>
        new HtmlReader().Read(new SourceBytes("page.html", Encoding.UTF8.GetBytes($"<html lang='{lang}'><head>{head}</head><body>{body}{Text}</body></html>"), default, url)).Metadata;
}
