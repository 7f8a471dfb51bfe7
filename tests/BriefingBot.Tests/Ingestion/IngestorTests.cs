using System.Text;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion;

public sealed class IngestorTests : IDisposable
{
    private const string Cranes = "The cranes of Port Varran stood still on Monday. Nobody said why.";
    private readonly IngestionBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void New_bytes_from_a_new_origin_are_added()
    {
        var receipt = bench.Ingest("a.txt", Cranes);

        Assert.Equal((ReceiptOutcome.Added, "en", 1, Cranes.Length, 0), (receipt.Outcome, receipt.Language, receipt.Passages, receipt.Characters, receipt.RemovedCharacters));
        Assert.Equal(1, bench.Count);
        Assert.Equal(Cranes, bench.Find(receipt.DocumentId).Current.Text);
    }

    [Fact]
    public void The_same_bytes_from_the_same_origin_are_unchanged()
    {
        var first = bench.Ingest("a.txt", Cranes);
        var revision = bench.LibraryRevision;

        var again = bench.Ingest("a.txt", Cranes);

        Assert.Equal((ReceiptOutcome.Unchanged, first.DocumentId, first.Passages), (again.Outcome, again.DocumentId, again.Passages));
        Assert.Equal(revision, bench.LibraryRevision);
    }

    [Fact]
    public void New_bytes_from_a_known_origin_are_a_new_revision()
    {
        var first = bench.Ingest("a.txt", Cranes);

        var second = bench.Ingest("a.txt", Cranes + " It was the wind.");

        Assert.Equal((ReceiptOutcome.Updated, first.DocumentId), (second.Outcome, second.DocumentId));
        var current = bench.Find(first.DocumentId).Current;
        Assert.Equal((2, RevisionCause.Received), (current.Number, current.Cause));
        Assert.EndsWith("wind.", current.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_from_elsewhere_are_a_duplicate_that_names_the_first()
    {
        var first = bench.Ingest("a.txt", Cranes);

        var second = bench.Ingest("b.txt", Cranes);

        Assert.Equal((ReceiptOutcome.Duplicate, first.DocumentId), (second.Outcome, second.DocumentId));
        Assert.Contains("a.txt", second.Reason, StringComparison.Ordinal);
        Assert.Equal(1, bench.Count);
    }

    [Fact]
    public void Items_with_ids_of_their_own_are_never_duplicates()
    {
        bench.Ingest(bench.Item("set:1", Cranes) with { DocumentId = "d1" });
        var second = bench.Ingest(bench.Item("set:2", Cranes) with { DocumentId = "d2" });

        Assert.Equal((ReceiptOutcome.Added, "d2", 2), (second.Outcome, second.DocumentId, bench.Count));
    }

    [Fact]
    public void A_removed_document_can_be_added_again()
    {
        var first = bench.Ingest("a.txt", Cranes);
        bench.Library.Write(s =>
        {
            new DocumentStore(s).Remove(first.DocumentId!);
            new LexicalIndex(s).Remove(first.DocumentId!);
        });

        Assert.Equal(ReceiptOutcome.Added, bench.Ingest("a.txt", Cranes).Outcome);
    }

    [Fact]
    public void Given_metadata_wins_over_the_text()
    {
        var given = new DocumentMetadata { Title = "Idle cranes", Publisher = "Delta Post", PublishedOn = new DateOnly(2031, 3, 4) };

        var receipt = bench.Ingest(bench.Item("a.txt", Cranes + "\n\nPublished in Varran Courier, March 3rd, 2031") with { Given = given });

        Assert.Equal(("Idle cranes", "Delta Post", new DateOnly(2031, 3, 4)), (receipt.Title, receipt.Publisher, receipt.PublishedOn));
    }

    [Fact]
    public void A_row_that_is_only_a_title_is_indexed_by_it()
    {
        var receipt = bench.Ingest(bench.Item("set:1", "") with { DocumentId = "d1", Given = new DocumentMetadata { Title = "On the stability of cranes" } });

        Assert.Equal((ReceiptOutcome.Added, 1), (receipt.Outcome, receipt.Passages));
    }

    [Fact]
    public void Names_a_document_explains_become_aliases()
    {
        var receipt = bench.Ingest("a.txt", "The Port Varran Dockers Union (PVDU) met on Monday.");

        var alias = Assert.Single(bench.Library.Read(s => new AliasStore(s).List()));
        Assert.Equal(("PVDU", Alias.FromDocument, receipt.DocumentId), (alias.Name, alias.Source, alias.DocumentId));
    }

    [Fact]
    public void What_was_removed_is_counted_and_kept()
    {
        var receipt = bench.Ingest("a.txt", Cranes + "\n\nThe ministry was silent, as it had been for days.\n\nLeave a Reply\n\nYour email address will not be published.");

        Assert.True(receipt.RemovedCharacters > 40);
        var removed = bench.Find(receipt.DocumentId).Current.Removed;
        Assert.Equal(receipt.RemovedCharacters, removed.Sum(r => r.Text.Length));
        Assert.All(removed, r => Assert.Equal("comment form", r.Rule));
    }

    [Fact]
    public void Originals_are_kept_only_where_the_option_says_so()
    {
        var kept = bench.Ingest("a.txt", Cranes);
        bench.Options.KeepOriginals = false;
        var dropped = bench.Ingest("b.txt", Cranes + " Gulls were seen.");

        Assert.Equal(Encoding.UTF8.GetBytes(Cranes), bench.Original(kept.DocumentId));
        Assert.Null(bench.Original(dropped.DocumentId));
    }

    [Theory]
    [InlineData("", "is empty (0 bytes)")]
    [InlineData(" \r\n\t ", "holds no text")]
    [InlineData("GIF89a\0\0\u0001\u0002\0\0\0\u0003", "binary")]
    [InlineData("Leave a Reply\nYour email address will not be published.\nShare", "holds only page furniture")]
    public void What_is_no_article_is_a_failed_receipt_with_a_sentence(string text, string sentence)
    {
        var receipt = bench.Ingest("odd.txt", text);

        Assert.Equal((ReceiptOutcome.Failed, 0), (receipt.Outcome, bench.Count));
        Assert.Contains("odd.txt", receipt.Reason, StringComparison.Ordinal);
        Assert.Contains(sentence, receipt.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_over_the_limit_fails_with_its_size_and_the_option()
    {
        bench.Options.MaxItemBytes = 50;

        var receipt = bench.Ingest("long.txt", Cranes);

        Assert.Equal(ReceiptOutcome.Failed, receipt.Outcome);
        Assert.Contains("long.txt has 65 bytes, more than Ingestion:MaxItemBytes allows (50 bytes)", receipt.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_utf8_is_read_as_windows_1252()
    {
        var bytes = Encoding.Latin1.GetBytes("The café on the mole was closed on Monday.");

        var receipt = bench.Ingest(new IngestItem(new SourceBytes("cafe.txt", bytes, bench.Time.Now)));

        Assert.Contains("café", bench.Find(receipt.DocumentId).Current.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_a_reader_fails_its_item_with_a_sentence()
    {
        var ingestor = new Ingestor(bench.Options, bench.Time, [new FaultyReader()]);

        var receipt = ingestor.Ingest(bench.Library, bench.Item("a.txt", Cranes));

        Assert.Equal(ReceiptOutcome.Failed, receipt.Outcome);
        Assert.Contains("a fault in the program (KeyNotFoundException", receipt.Reason, StringComparison.Ordinal);
    }

    private sealed class FaultyReader : IDocumentReader
    {
        public bool CanRead(SourceBytes source) => true;

        public ReadText Read(SourceBytes source) => throw new KeyNotFoundException("beyond the mole");
    }
}
