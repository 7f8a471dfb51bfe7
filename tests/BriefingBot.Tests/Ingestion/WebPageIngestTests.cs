using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Ingestion;

public sealed class WebPageIngestTests : IDisposable
{
    private const string Page = """
        <!DOCTYPE html><html><head><title>Cranes idle again</title></head><body><nav><a href="/">Home</a></nav><article><h1>Cranes idle again</h1>
        <p>The harbour board of Port Varran met on Monday to hear what the pilots had to say about the boat.</p>
        <p>Nobody had asked them before, the eldest of the pilots told Lissa Wire when the meeting was over.</p>
        <p>Published in Varran Courier, March 3rd, 2031</p></article></body></html>
        """;

    private readonly IngestionBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_page_is_known_by_its_content_and_its_publication_line_is_metadata()
    {
        var receipt = bench.Ingest("stdin:0123456789abcdef", Page);

        Assert.Equal(("Cranes idle again", "Varran Courier", "Lissa Wire"), (receipt.Title, receipt.Publisher, receipt.Agency));
        Assert.Equal((new DateOnly(2031, 3, 3), DateSource.Text), (receipt.PublishedOn, receipt.PublishedFrom));
        Assert.DoesNotContain("Published in", bench.Find(receipt.DocumentId).Current.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_is_read_as_such()
    {
        var receipt = bench.Ingest("note.md", "# Cranes idle again\n\nThe **harbour board** met on [Monday](https://varran.example/).\n");

        Assert.Equal("Cranes idle again", receipt.Title);
        Assert.Equal("The harbour board met on Monday.", bench.Find(receipt.DocumentId).Current.Text);
    }

    [Fact]
    public void Every_passage_equals_its_range_of_the_stored_text()
    {
        var receipt = bench.Ingest("page.html", Page);

        var text = bench.Find(receipt.DocumentId).Current.Text;
        var passages = bench.Library.Read(s => new PassageStore(s).ForRevision(new DocumentStore(s).Find(receipt.DocumentId!)!.Current.Id));
        Assert.Equal(receipt.Passages, passages.Count);
        Assert.All(passages, p => Assert.True(p.Range.Start >= 0 && p.Range.End <= text.Length && p.Range.Length > 0));
        Assert.Equal(0, passages[0].Range.Start);
        Assert.Equal(text.Length, passages[^1].Range.End);
    }

    [Fact]
    public void The_container_gives_an_ingestor_and_a_walker_and_names_a_bad_option()
    {
        using var good = Container("5000");
        using var bad = Container("0");

        Assert.NotNull(good.GetRequiredService<Ingestor>());
        Assert.NotNull(good.GetRequiredService<SourceWalker>());
        Assert.Equal(5000, good.GetRequiredService<IOptions<IngestionOptions>>().Value.MaxItemBytes);
        var refused = Assert.Throws<OptionsValidationException>(() => bad.GetRequiredService<Ingestor>());
        Assert.Contains("MaxItemBytes", refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Container(string maxItemBytes) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Ingestion:MaxItemBytes", maxItemBytes)]).Build())
        .AddIngestion()
        .BuildServiceProvider();
}
