using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Scraped pages about places that do not exist, in the shapes real ones have: each "x.txt" with what should be left of it in "x.clean.txt".</summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Ingestion", "Fixtures");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.clean.txt").Select(f => Path.GetFileName(f)[..^".clean.txt".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_article_is_left_and_nothing_else(string page) =>
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, page + ".clean.txt")).TrimEnd(), Read(page).Text, ignoreLineEndingDifferences: true);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Cleaning_what_is_clean_takes_nothing_more(string page)
    {
        var clean = Read(page);

        var again = PlainTextReader.ReadGiven(Source(page, clean.Text), clean.Metadata);

        Assert.Equal(clean.Text, again.Text);
        Assert.Empty(again.Removed);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_is_left_and_what_was_taken_is_the_page(string page)
    {
        var read = Read(page);
        var words = Words(File.ReadAllText(Path.Combine(Folder, page + ".txt")));

        Assert.Equal(words, Words(read.Text + "\n" + string.Join("\n", read.Removed.Select(r => r.Text))));
    }

    [Fact]
    public void A_page_that_is_only_furniture_is_refused_with_a_sentence()
    {
        var refused = Assert.Throws<UnreadableException>(() => Read("furniture-only"));

        Assert.Contains("holds only page furniture", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rates-and-tickers", "Dockers' third walkout leaves harbour board out of answers", "Delta Zeitung", "Lissa Wire", "I.Orlo", null)]
    [InlineData("sidebar", "The harbour board has held “two long evenings” of talks with the Dockers’ Union on plans to reopen…", "Varran Courier", null, null, "2031-03-03")]
    [InlineData("blog", "Board members meet union months after crane collapse", "Harbour News", "Delta Post", null, null)]
    [InlineData("wire-page", "Lissa ferry to run again on Thursday", "Harbour News", "Lissa Wire", "Ana Moreno", "2031-03-04")]
    [InlineData("report", "Crane movements in the first quarter", null, null, null, null)]
    [InlineData("spanish", "Los estibadores vuelven a parar en Puerto Varran", null, "Lissa Wire", "Ana Moreno", "2031-03-03")]
    [InlineData("chinese", "瓦兰港码头工人再次停工", null, null, null, "2031-03-03")]
    public void The_lines_of_the_page_become_metadata(string page, string title, string? publisher, string? agency, string? byline, string? day)
    {
        var metadata = Read(page).Metadata;

        Assert.Equal((title, publisher, agency, byline), (metadata.Title, metadata.Publisher, metadata.Agency, metadata.Byline));
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), metadata.PublishedOn);
        Assert.Equal(day is null ? null : DateSource.Text, metadata.PublishedFrom);
    }

    private static List<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static ReadText Read(string page) => PlainTextReader.ReadGiven(Source(page, File.ReadAllText(Path.Combine(Folder, page + ".txt"))), given: null);

    private static SourceBytes Source(string page, string text) => new(page + ".txt", Encoding.UTF8.GetBytes(text), new DateTimeOffset(2031, 3, 6, 9, 0, 0, TimeSpan.Zero));
}
