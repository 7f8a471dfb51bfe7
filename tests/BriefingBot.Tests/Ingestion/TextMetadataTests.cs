using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion;

public sealed class TextMetadataTests
{
    private static readonly DateTimeOffset Fetched = new(2031, 3, 6, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("PORT VARRAN (Lissa Wire) - The board met on Monday.", "Lissa Wire")]
    [InlineData("PORT VARRAN, March 3 (Reuters) -- The board met on Monday.", "Reuters")]
    [InlineData("The board met, Mira Holt told AFP.", "AFP")]
    [InlineData("Talks broke off on Saturday, CNN reported, citing two officials.", "CNN")]
    [InlineData("On Saturday CNN reported that talks broke off.", "CNN")]
    [InlineData("They see ‘a threat to their own quays,’ Delta Post reported.", "Delta Post")]
    [InlineData("\"We wait,\" Mira Holt said in an interview with the Varran Courier.", "Varran Courier")]
    [InlineData("\"It floats,\" she told the Post.", null)]
    [InlineData("The union told NATO and the UN about it.", null)]
    [InlineData("Smith reported a rusted bolt. The Harbour Board reported none.", null)]
    [InlineData("The boat (built in 1988) leaks.", null)]
    public void Agencies_are_those_a_report_is_credited_to(string text, string? agency) => Assert.Equal(agency, AgencyMentions.Find(text, publisher: null));

    [Fact]
    public void The_publisher_is_not_its_own_agency() => Assert.Null(AgencyMentions.Find("The board met, Mira Holt told Delta Post.", "Delta Post"));

    [Theory]
    [InlineData("PORT VARRAN: The harbour board met on Monday. It rained.", "The harbour board met on Monday")]
    [InlineData("Varran: The harbour board met on Monday.", "The harbour board met on Monday")]
    [InlineData("LISSA, March 4 (Lissa Wire) - The ferry runs again on Thursday.", "The ferry runs again on Thursday")]
    [InlineData("The board met: nobody came to the pilot house on Monday.", "The board met: nobody came to the pilot house on Monday")]
    public void A_text_without_a_headline_gets_its_first_sentence_as_title(string text, string title) => Assert.Equal(title, TextMetadata.TitleFrom(text));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var title = TextMetadata.TitleFrom(string.Concat(Enumerable.Repeat("harbour ", 40)) + "end.");

        Assert.EndsWith("harbour…", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 80, 100);
    }

    [Fact]
    public void A_title_is_never_cut_inside_a_character() =>
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(TextMetadata.TitleFrom("x" + string.Concat(Enumerable.Repeat("🚢", 200))))));

    [Fact]
    public void A_dateline_with_its_year_is_the_published_day()
    {
        var metadata = TextMetadata.Complete("PORT VARRAN, March 3, 2031 (Lissa Wire) - The board met.", new DocumentMetadata(), Fetched);

        Assert.Equal((new DateOnly(2031, 3, 3), DateSource.Text), (metadata.PublishedOn, metadata.PublishedFrom));
    }

    [Theory]
    [InlineData("During a briefing on Monday, March 3, the board met.", "2031-03-03")]
    [InlineData("During a briefing on Tuesday, March 3, the board met.", null)]
    [InlineData("During a briefing on March 3, the board met.", null)]
    [InlineData("During a briefing on Monday, the board met.", null)]
    [InlineData("The flood of March 3, 2019 was worse, the board said.", null)]
    public void A_day_without_a_year_counts_only_where_weekday_and_fetch_leave_one(string text, string? day)
    {
        var metadata = TextMetadata.Complete(text, new DocumentMetadata(), Fetched);

        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), metadata.PublishedOn);
        Assert.Equal(day is null ? null : DateSource.TextInferred, metadata.PublishedFrom);
    }

    [Fact]
    public void What_is_known_is_kept_and_a_day_from_a_url_gives_way_to_the_dateline()
    {
        var known = new DocumentMetadata { Title = "Idle", Agency = "AFP", PublishedOn = new DateOnly(2031, 3, 1), PublishedFrom = DateSource.Url };

        var metadata = TextMetadata.Complete("PORT VARRAN, March 3, 2031 (Lissa Wire) - The board met.", known, Fetched);

        Assert.Equal(("Idle", "AFP", new DateOnly(2031, 3, 3)), (metadata.Title, metadata.Agency, metadata.PublishedOn));
    }

    [Fact]
    public void The_most_trusted_day_wins_and_other_fields_come_from_the_first_that_knows_them()
    {
        var merged = MetadataMerge.Merge(
            new DocumentMetadata { Byline = "Ana Moreno", PublishedOn = new DateOnly(2031, 3, 1), PublishedFrom = DateSource.TimeElement },
            null,
            new DocumentMetadata { Title = "Idle", Byline = "Desk", PublishedOn = new DateOnly(2031, 3, 2), PublishedFrom = DateSource.JsonLd });

        Assert.Equal(("Idle", "Ana Moreno", new DateOnly(2031, 3, 2), DateSource.JsonLd), (merged.Title, merged.Byline, merged.PublishedOn, merged.PublishedFrom));
    }

    [Theory]
    [InlineData("By Ana Moreno", "Ana Moreno", null)]
    [InlineData("by ANA MORENO and Tom Orr", "ANA MORENO and Tom Orr", null)]
    [InlineData("By Ana Moreno, Lissa Wire | March 3, 2031", "Ana Moreno", "Lissa Wire")]
    [InlineData("By AFP", null, "AFP")]
    [InlineData("(I.Orlo--DLZ)", "I.Orlo", null)]
    [InlineData("(Reporting by Ana Moreno; Editing by Tom Orr)", "Ana Moreno", null)]
    public void Bylines_are_read(string line, string? name, string? agency)
    {
        var byline = BylineReader.Read(line);

        Assert.Equal((name, agency), (byline!.Name, byline.Agency));
    }

    [Theory]
    [InlineData("By the end of the month")]
    [InlineData("By Monday 38 cranes stood idle")]
    [InlineData("(see page 4)")]
    [InlineData("(AP Photo/Tomas Vell)")]
    [InlineData("The board met")]
    public void Other_lines_are_no_bylines(string line) => Assert.Null(BylineReader.Read(line));
}
