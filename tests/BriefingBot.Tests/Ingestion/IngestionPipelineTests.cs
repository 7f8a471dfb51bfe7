using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion;

public sealed class IngestionPipelineTests : IDisposable
{
    private readonly IngestionBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Receipts_come_in_the_order_of_the_items_and_failed_ones_stop_nothing()
    {
        var receipts = await Run(Enumerable.Range(0, 400).Select(i => i % 7 == 3 ? bench.Item($"{i}.txt", "") : Article(i)));

        Assert.Equal(Enumerable.Range(0, 400).Select(i => $"{i}.txt"), receipts.Select(r => r.Origin), StringComparer.Ordinal);
        Assert.All(receipts.Where((_, i) => i % 7 == 3), r => Assert.Equal(ReceiptOutcome.Failed, r.Outcome));
        Assert.Equal(receipts.Count(r => r.Outcome == ReceiptOutcome.Added), bench.Count);
    }

    [Fact]
    public async Task The_same_folder_again_is_unchanged()
    {
        await Run(Enumerable.Range(0, 150).Select(Article));
        var revision = bench.LibraryRevision;

        var again = await Run(Enumerable.Range(0, 150).Select(Article));

        Assert.All(again, r => Assert.Equal(ReceiptOutcome.Unchanged, r.Outcome));
        Assert.Equal(revision, bench.LibraryRevision);
    }

    [Fact]
    public async Task Duplicates_are_found_inside_one_batch()
    {
        var receipts = await Run([Article(1), bench.Item("copy.txt", Text(1)), bench.Item("1.txt", Text(1) + " More."), bench.Item("1.txt", Text(1) + " More.")]);

        Assert.Equal([ReceiptOutcome.Added, ReceiptOutcome.Duplicate, ReceiptOutcome.Updated, ReceiptOutcome.Unchanged], receipts.Select(r => r.Outcome));
    }

    [Fact]
    public async Task An_id_that_is_taken_fails_that_item_alone()
    {
        var receipts = await Run([Article(1) with { DocumentId = "d1" }, Article(2) with { DocumentId = "d2" }]);
        bench.Library.Write(s => new DocumentStore(s).Remove("d1"));

        var again = await Run([Article(3) with { DocumentId = "d1" }, Article(4) with { DocumentId = "d4" }]);

        Assert.All(receipts, r => Assert.Equal(ReceiptOutcome.Added, r.Outcome));
        Assert.Equal([ReceiptOutcome.Failed, ReceiptOutcome.Added], again.Select(r => r.Outcome));
        Assert.Contains("d1", again[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_a_receipt_is_stored_whole_when_the_run_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var receipts = new List<Receipt>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var receipt in bench.Ingestor.IngestAsync(bench.Library, Endless(), stop.Token))
            {
                receipts.Add(receipt);
                if (receipts.Count == 200) await stop.CancelAsync();
            }
        });

        var stored = bench.Library.Read(s => new DocumentStore(s).List());
        Assert.True(stored.Count >= 200);
        Assert.All(receipts, r => Assert.Contains(stored, d => string.Equals(d.Id, r.DocumentId, StringComparison.Ordinal)));
        Assert.All(stored, d => Assert.NotEmpty(bench.Library.Read(s => new PassageStore(s).ForRevision(new DocumentStore(s).Find(d.Id)!.Current.Id))));
    }

    [Fact]
    public async Task Leaving_early_ends_the_reading()
    {
        var taken = 0;
        await foreach (var receipt in bench.Ingestor.IngestAsync(bench.Library, Counted(() => taken++), TestContext.Current.CancellationToken))
        {
            Assert.Equal(ReceiptOutcome.Added, receipt.Outcome);
            break;
        }

        // What is in flight at most, and no more: the source has no end.
        Assert.InRange(taken, 1, 2000);
    }

    [Fact]
    public async Task An_item_is_written_while_its_source_has_nothing_else_yet()
    {
        var written = new TaskCompletionSource();
        var outcomes = new List<ReceiptOutcome>();

        await foreach (var receipt in bench.Ingestor.IngestAsync(bench.Library, TwoOneAfterTheOther(written.Task), TestContext.Current.CancellationToken))
        {
            outcomes.Add(receipt.Outcome);
            written.TrySetResult();
        }

        Assert.Equal([ReceiptOutcome.Added, ReceiptOutcome.Added], outcomes);
    }

    [Fact]
    public async Task A_fault_of_the_source_reaches_the_caller_after_what_came_before()
    {
        var receipts = new List<Receipt>();

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var receipt in bench.Ingestor.IngestAsync(bench.Library, Broken(), TestContext.Current.CancellationToken)) receipts.Add(receipt);
        });

        Assert.Equal(3, receipts.Count);
        Assert.Equal(3, bench.Count);
    }

    [Fact]
    public async Task An_item_over_the_byte_budget_waits_until_it_is_alone()
    {
        var budget = new ByteBudget(10);
        await budget.TakeAsync(6, TestContext.Current.CancellationToken);
        var large = budget.TakeAsync(50, TestContext.Current.CancellationToken);

        Assert.False(large.IsCompleted);
        budget.Return(6);
        await large;
        var next = budget.TakeAsync(1, TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        budget.Return(50);
        await next;
    }

    private static string Text(int i) => $"Ship number {i} came in over the bar at high water. It carried {i + 40} crates of salt, the pilots said.";

    private IngestItem Article(int i) => bench.Item($"{i}.txt", Text(i));

    private async Task<List<Receipt>> Run(IEnumerable<IngestItem> items)
    {
        var receipts = new List<Receipt>();
        await foreach (var receipt in bench.Ingestor.IngestAsync(bench.Library, items.ToAsyncEnumerable(), TestContext.Current.CancellationToken)) receipts.Add(receipt);
        return receipts;
    }

    private IAsyncEnumerable<IngestItem> Endless() => Counted(() => { });

    private async IAsyncEnumerable<IngestItem> Counted(Action taken)
    {
        for (var i = 0; ; i++)
        {
            taken();
            yield return Article(i);
            await Task.CompletedTask;
        }
    }

    private async IAsyncEnumerable<IngestItem> TwoOneAfterTheOther(Task written)
    {
        yield return Article(0);
        await written.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        yield return Article(1);
    }

    private async IAsyncEnumerable<IngestItem> Broken()
    {
        for (var i = 0; i < 3; i++)
        {
            yield return Article(i);
            await Task.CompletedTask;
        }

        throw new InvalidDataException("the corpus ends in the middle of a line");
    }
}
