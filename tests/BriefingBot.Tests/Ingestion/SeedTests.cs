using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Ingestion;

/// <summary>The five seed articles as they were scraped, against expectations made by hand: counts, first and last words and hashes, none of their sentences.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData("000_1983a1f23eec81fe", 8, "WASHINGTON: The US government", "threat,” they added.", "e841badc0aca15eaea50cb370c1139173d43195a2f8638fe09a4b80db58260e4")]
    [InlineData("001_970fd16bf2966bb5", 18, "WASHINGTON: The Afghan Taliban", "during the invasion.”", "48f14f2c8782fb294d8f14c62b54c1e4376a4406037a800e14b508c46080b00d")]
    [InlineData("002_d1853a0dcd3f26d0", 11, "Washington: More than two", "through concrete actions.", "28501ba6e1e5ff29b8c2f46b14756327c9ff47fb479619a83c1b1ab951ae77cb")]
    [InlineData("003_f88d6a0e2285c58d", 11, "WASHINGTON, UNITED STATES –", "out of the country.", "3195331af5753020f026d154a029b63ce9ac19c18e2245967223ebaaf86118ef")]
    [InlineData("004_90cba7002661b776", 32, "Afghanistan's Islamic State group", "the Taliban regime.\"", "cffd8edb63df1d8e18560a1c7fece67991f3aeff2943e766e7b3c13777f62ae5")]
    public void The_article_is_left_whole_and_alone(string id, int paragraphs, string first, string last, string sha256)
    {
        var text = Read(id).Text;

        Assert.Equal(paragraphs, text.Split("\n\n").Length);
        Assert.StartsWith(first, text, StringComparison.Ordinal);
        Assert.EndsWith(last, text, StringComparison.Ordinal);
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("000_1983a1f23eec81fe", 11)]
    [InlineData("001_970fd16bf2966bb5", 20)]
    [InlineData("002_d1853a0dcd3f26d0", 15)]
    [InlineData("003_f88d6a0e2285c58d", 12)]
    [InlineData("004_90cba7002661b776", 35)]
    public void It_has_as_many_sentences_as_counted_by_hand(string id, int sentences) =>
        Assert.Equal(sentences, SentenceSplitter.Split(Read(id).Text).Count);

    [Theory]
    [InlineData("000_1983a1f23eec81fe", "Dawn", null, null, "2022-02-11")]
    [InlineData("001_970fd16bf2966bb5", "Dawn", "Washington Post", null, "2023-04-25")]
    [InlineData("002_d1853a0dcd3f26d0", "Zee News", "CNN", null, null)]
    [InlineData("003_f88d6a0e2285c58d", null, null, null, null)]
    [InlineData("004_90cba7002661b776", "Berliner Boersenzeitung", "AFP", "S.G.Stein", null)]
    public void What_its_lines_say_is_metadata(string id, string? publisher, string? agency, string? byline, string? day)
    {
        var metadata = Read(id).Metadata;

        Assert.Equal((publisher, agency, byline, "en"), (metadata.Publisher, metadata.Agency, metadata.Byline, metadata.Language));
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), metadata.PublishedOn);
        Assert.NotEmpty(metadata.Title);
    }

    [Fact]
    public void No_rate_ticker_or_teaser_of_the_pages_is_in_any_passage()
    {
        string[] furniture = ["AED ", "RYCEF", "-0.52%", "martial law", "borrowing costs", "Leave a Reply", "email address", "Next post", "Also read", "Photo:", "Text size", "Published in Dawn", "Source link", "S.G.Stein"];
        foreach (var id in Rows().Keys)
        {
            var text = Read(id).Text;
            var passages = PassageCutter.Cut(text, SentenceSplitter.Split(text)).Select(p => p.Of(text));
            Assert.All(passages, p => Assert.DoesNotContain(furniture, f => p.Contains(f, StringComparison.Ordinal)));
        }
    }

    private static ReadText Read(string id) =>
        PlainTextReader.ReadGiven(new SourceBytes(id, Encoding.UTF8.GetBytes(Rows()[id]), new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero)), new DocumentMetadata { Title = "" });

    private static Dictionary<string, string> Rows()
    {
        var data = Environment.GetEnvironmentVariable("BRIEFINGBOT_DATA");
        Assert.SkipUnless(data is not null, "BRIEFINGBOT_DATA is not set: it names the folder that holds answers-seeds/corpus.jsonl");
        return File.ReadLines(Path.Combine(data, "answers-seeds", "corpus.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(row => row.GetProperty("_id").GetString()!, row => row.GetProperty("text").GetString()!, StringComparer.Ordinal);
    }
}
