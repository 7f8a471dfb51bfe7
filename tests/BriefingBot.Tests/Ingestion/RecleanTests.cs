using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Ingestion;

public sealed class RecleanTests : IDisposable
{
    private const string Page = "Cranes idle again in Port Varran\n\nThe cranes of Port Varran stood still on Monday. Nobody said why.\n\nLeave a Reply";
    private static readonly DateTimeOffset Fetched = new(2031, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly IngestionBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Old_bytes_read_by_a_newer_cleaner_are_a_revision_that_is_no_correction()
    {
        var old = Store(Page, Encoding.UTF8.GetBytes(Page));

        var receipt = Assert.Single(await Reclean());

        Assert.Equal((ReceiptOutcome.Recleaned, old.Id, "Cranes idle again in Port Varran"), (receipt.Outcome, receipt.DocumentId, receipt.Title));
        var current = bench.Find(old.Id).Current;
        Assert.Equal((2, RevisionCause.Recleaned, Ingestor.CleanerVersion, Fetched), (current.Number, current.Cause, current.CleanerVersion, current.FetchedUtc));
        Assert.Equal("The cranes of Port Varran stood still on Monday. Nobody said why.", current.Text);
        Assert.Equal(Encoding.UTF8.GetBytes(Page), bench.Original(old.Id));
    }

    [Fact]
    public async Task What_the_present_cleaner_made_is_not_read_again()
    {
        bench.Ingest("a.txt", Page);

        Assert.Empty(await Reclean());
    }

    [Fact]
    public async Task A_text_that_comes_out_the_same_gets_no_revision()
    {
        var fresh = bench.Ingest("a.txt", Page);
        var current = bench.Find(fresh.DocumentId).Current;
        var old = Store(current.Text, Encoding.UTF8.GetBytes(Page), current.Metadata, "b.txt");

        var receipt = Assert.Single(await Reclean());

        Assert.Equal((ReceiptOutcome.Unchanged, old.Id), (receipt.Outcome, receipt.DocumentId));
        Assert.Equal(1, bench.Find(old.Id).Current.Number);
    }

    [Fact]
    public async Task Bytes_that_were_not_kept_are_a_failed_receipt_that_names_the_option()
    {
        var old = Store(Page, original: null);

        var receipt = Assert.Single(await Reclean());

        Assert.Equal((ReceiptOutcome.Failed, old.Id), (receipt.Outcome, receipt.DocumentId));
        Assert.Contains("Ingestion:KeepOriginals", receipt.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_came_out_the_same_is_not_read_again_by_the_same_cleaner()
    {
        var current = bench.Find(bench.Ingest("a.txt", Page).DocumentId).Current;
        Store(current.Text, Encoding.UTF8.GetBytes(Page), current.Metadata, "b.txt");
        Assert.Single(await Reclean());

        Assert.Empty(await Reclean());
    }

    [Fact]
    public async Task The_charset_that_only_the_host_named_is_used_again()
    {
        const string russian = "Краны порта Варран стояли в понедельник. Никто не сказал почему.";
        var bytes = Charsets.Find("windows-1251")!.GetBytes(russian);
        var receipt = bench.Ingest(new IngestItem(new SourceBytes("https://courier.example/a.txt", bytes, Fetched, "https://courier.example/a.txt", "windows-1251")));
        bench.Library.Write(s =>
        {
            var current = new DocumentStore(s).Find(receipt.DocumentId!)!.Current;
            new DocumentStore(s).AddRevision(receipt.DocumentId!, new NewRevision("Made by an older cleaner.", current.Metadata, Fetched, RevisionCause.Recleaned, 0, current.ContentHash, [], null));
        });

        Assert.Equal(ReceiptOutcome.Recleaned, Assert.Single(await Reclean()).Outcome);

        Assert.Equal(russian, bench.Find(receipt.DocumentId).Current.Text);
    }

    [Fact]
    public async Task A_day_that_a_feed_gave_survives()
    {
        var old = Store(Page, Encoding.UTF8.GetBytes(Page), new DocumentMetadata { PublishedOn = new DateOnly(2031, 1, 1), PublishedFrom = DateSource.Feed });

        await Reclean();

        Assert.Equal((new DateOnly(2031, 1, 1), DateSource.Feed), (bench.Find(old.Id).Current.Metadata.PublishedOn, bench.Find(old.Id).Current.Metadata.PublishedFrom));
    }

    [Fact]
    public async Task What_was_given_from_outside_survives_and_what_was_read_may_change()
    {
        var given = new DocumentMetadata { Title = "Cranes stop", Publisher = "Varran Courier", PublishedOn = new DateOnly(2031, 1, 1), PublishedFrom = DateSource.Feed, Given = GivenFields.Title | GivenFields.Publisher | GivenFields.PublishedOn, Byline = "Somebody" };
        var old = Store(Page, Encoding.UTF8.GetBytes(Page), given);

        await Reclean();

        var (before, after) = (given with { Byline = null, Language = "en" }, bench.Find(old.Id).Current.Metadata);
        Assert.Equal(before, after);
    }

    [Fact]
    public void What_an_item_brings_along_is_marked_as_given()
    {
        var receipt = bench.Ingest(bench.Item("a.txt", Page) with { Given = new DocumentMetadata { Title = "Cranes stop", Byline = "Ana Moreno" } });

        Assert.Equal(GivenFields.Title | GivenFields.Byline, bench.Find(receipt.DocumentId).Current.Metadata.Given);
    }

    private Document Store(string text, byte[]? original, DocumentMetadata? metadata = null, string origin = "old.txt")
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Page)));
        return bench.Library.Write(s =>
        {
            var document = new DocumentStore(s).Add(null, origin, new NewRevision(text, metadata ?? new DocumentMetadata(), Fetched, RevisionCause.Received, 0, hash, [], original is null ? null : PackedBytes.Of(original)));
            var passages = new PassageStore(s).Add(document.Current, PassageCutter.Cut(text, SentenceSplitter.Split(text)));
            new LexicalIndex(s).Add(document.Current, passages);
            return document;
        });
    }

    private async Task<List<Receipt>> Reclean()
    {
        var receipts = new List<Receipt>();
        await foreach (var receipt in bench.Ingestor.RecleanAsync(bench.Library, TestContext.Current.CancellationToken)) receipts.Add(receipt);
        return receipts;
    }
}
