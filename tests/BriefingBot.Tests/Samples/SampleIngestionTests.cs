using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Web;

namespace BriefingBot.Tests.Samples;

public sealed class SampleIngestionTests(SampleLibrary samples) : IClassFixture<SampleLibrary>
{
    public static TheoryData<string> Files => [.. SampleDocuments.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_sample_is_taken_in_and_says_that_it_is_one(string file)
    {
        var receipt = samples.Receipts.Single(r => string.Equals(r.Origin, "sample:" + file, StringComparison.Ordinal));

        Assert.Equal(ReceiptOutcome.Added, receipt.Outcome);
        Assert.NotEmpty(receipt.Title!);
        Assert.InRange(receipt.Passages, 1, 40);
        using var reader = new StreamReader(typeof(SampleDocuments).Assembly.GetManifestResourceStream("samples/" + file)!);
        Assert.Contains("Sample document written for BriefingBot; the place and the people are invented.", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("courier-walkout.html", "Walkout empties Port Varran", "Varran Courier", "2026-03-03", DateSource.JsonLd, "en")]
    [InlineData("courier-ferries.html", "North bank commuters take to the bridge", "Varran Courier", "2026-03-04", DateSource.TimeElement, "en")]
    [InlineData("courier-settlement.html", "Dockers to return on Saturday after eleven days", "Varran Courier", "2026-03-13", DateSource.JsonLd, "en")]
    [InlineData("delta-post-soldiers.html", "Ministry plans to send soldiers to Port Varran, letter shows", "Delta Post", "2026-03-05", DateSource.JsonLd, "en")]
    [InlineData("delta-post-wire-copy.html", "Varran strike: union claims record turnout", "Delta Post", "2026-03-04", DateSource.JsonLd, "en")]
    [InlineData("lissa-wire-strike.html", "Union claims record turnout in Port Varran strike", "Lissa Wire", "2026-03-03", DateSource.Metadata, "en")]
    [InlineData("ministry-denial.html", "Statement on reports about Port Varran", "Ministry of Transport and Ports", "2026-03-06", DateSource.TimeElement, "en")]
    [InlineData("harbour-news-correction.html", "Sixteen ships wait off Port Varran (corrected)", "Harbour News", "2026-03-06", DateSource.Metadata, "en")]
    [InlineData("harbour-news-wire-copy.txt", "Record turnout in port strike, says union", "Harbour News", "2026-03-04", DateSource.Text, "en")]
    [InlineData("lissa-wire-mediator.txt", "Retired judge named mediator in port strike", null, "2026-03-09", DateSource.Text, "en")]
    [InlineData("institute-report.html", "Eleven days in March: what the Port Varran strike cost", "Institute for Coastal Economy", "2026-03-27", DateSource.Metadata, "en")]
    [InlineData("desk-memo.md", "Desk memo: names and numbers in the port strike", null, "2026-03-16", DateSource.Metadata, "en")]
    [InlineData("faro-del-delta.html", "La huelga deja sin fruta a los mercados del delta", "El Faro del Delta", "2026-03-07", DateSource.JsonLd, "es")]
    [InlineData("varran-morning-zh.html", "瓦兰港罢工第三天：十六艘船在外海等候", "瓦兰晨报", "2026-03-05", DateSource.Metadata, "zh")]
    public void What_is_known_about_a_sample_is_found_with_its_provenance(string file, string title, string? publisher, string day, DateSource from, string language)
    {
        var metadata = samples.Current(file).Metadata;

        Assert.Equal(title, metadata.Title);
        if (publisher is not null) Assert.Equal(publisher, metadata.Publisher);
        Assert.Equal(DateOnly.Parse(day), metadata.PublishedOn);
        Assert.Equal(from, metadata.PublishedFrom);
        Assert.Equal(language, metadata.Language);
    }

    [Fact]
    public void No_furniture_is_left_in_any_sample()
    {
        string[] furniture =
        [
            "cookie", "Accept all", "Subscribe for", "Share on", "Copy link", "Also read", "More from", "Leave a", "Your email address", "Post comment", "salt_gate_sam",
            "Most read", "CRN/KES", "SORN ", "Previous post", "Next post", "Gulls and other neighbours", "morning briefing every weekday", "Eel season", "Auction of the old ice house",
            "Comments are closed", "Privacy", "Usamos", "También te puede", "concurso de sopas", "首页", "相关推荐", "Copy reference",
        ];
        foreach (var file in SampleDocuments.Files)
        {
            var text = samples.Current(file).Text;
            Assert.All(furniture, words => Assert.DoesNotContain(words, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("courier-walkout.html", "The cranes of Port Varran stood still", "if the port was not open by Thursday.")]
    [InlineData("courier-settlement.html", "The dockers of Port Varran will go back to work", "run again from Saturday noon.")]
    [InlineData("ministry-denial.html", "The Ministry of Transport and Ports denied on Friday", "for each day of the strike.")]
    [InlineData("harbour-news-correction.html", "An earlier version of this article said that 60 ships", "if they were not landed by Monday.")]
    [InlineData("harbour-news-wire-copy.txt", "entered its second day on Tuesday", "Talks broke off late on Sunday after nine hours.")]
    [InlineData("lissa-wire-mediator.txt", "a retired judge of the maritime court, was named on Monday", "which is more than I can say for some,” he said.")]
    [InlineData("institute-report.html", "The dockers' strike at Port Varran ran from", "saw this paper before it was printed.")]
    [InlineData("desk-memo.md", "is the chief executive of the Varran Port Authority", "Nobody in this port has had a tool to down since 1988.")]
    [InlineData("faro-del-delta.html", "La huelga de los estibadores", "según la lonja del delta.")]
    [InlineData("varran-morning-zh.html", "瓦兰港码头工人的罢工星期三进入第三天", "北岸居民每天上班要多花一个小时。")]
    public void Nothing_of_an_article_is_lost(string file, string first, string last)
    {
        var text = samples.Current(file).Text;

        var start = text.IndexOf(first, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{file} lost its beginning: {text[..Math.Min(200, text.Length)]}");
        Assert.True(text.IndexOf(last, start, StringComparison.Ordinal) > start, $"{file} lost its end: {text[^Math.Min(200, text.Length)..]}");
    }
}
