using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Ingestion;

/// <summary>
/// Two workers read, one writer writes. A channel of tasks keeps the order of the input: what is in flight is in the channel,
/// so memory is bounded by its length and by the byte budget.
/// </summary>
/// <param name="preparer">Reads one item.</param>
/// <param name="writerOn">Writes in a session.</param>
/// <param name="reclean">Items are documents of the library, to be read again.</param>
internal sealed class IngestionPipeline(DocumentPreparer preparer, Func<LibrarySession, DocumentWriter> writerOn, bool reclean = false)
{
    private const int Workers = 2;
    private const int InFlight = 768;

    /// <summary>Every transaction writes pages all over the file, and a batch of the index: few large ones cost far less than many.</summary>
    private const int BatchDocuments = 512;

    /// <summary>With so many on their way one worker is enough: on two cores a second one takes from the writer what it has waiting anyway.</summary>
    private const int Ahead = BatchDocuments / 2;

    private const int BatchBytes = 4_000_000;
    private const long BytesInFlight = 8_000_000;

    /// <summary>Batches after which the index and the bands of copies are looked at: about one of its segments.</summary>
    private const int BatchesBetweenMerges = 16;

    /// <summary>How long a batch that is not full waits for more, all in all: too short to be felt where items come one by one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public async IAsyncEnumerable<Receipt> RunAsync(LibraryFile library, IAsyncEnumerable<IngestItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<Task<PreparedItem>>(new BoundedChannelOptions(InFlight) { SingleWriter = true });
        var budget = new ByteBudget(BytesInFlight);
        var prepare = Preparing(library);
        var reading = FeedAsync(prepare, items, channel, budget, stop.Token);
        try
        {
            await using var bulk = library.WriteInBulk();
            for (var batches = 1; await channel.Reader.WaitToReadAsync(cancellationToken); batches++)
            {
                var batch = await NextBatchAsync(channel.Reader, cancellationToken);
                var receipts = WriteAll(library, batch, cancellationToken);
                budget.Return(batch.Sum(p => (long)p.Length));
                bulk.Committed();
                foreach (var receipt in receipts) yield return receipt;
                if (batches % BatchesBetweenMerges != 0) continue;
                IndexMaintenance.MergeSegments(library, cancellationToken);
                Copies.Settle(library);
            }

            await reading;
            IndexMaintenance.Run(library, cancellationToken);
            Copies.Settle(library);
        }
        finally
        {
            await stop.CancelAsync();
            await Ended(reading);
            // Nobody may close the library while a worker still asks it.
            while (channel.Reader.TryRead(out var left)) await Ended(left);
        }
    }

    private static Task Ended(Task task) => task.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <summary>Starts one task per item, two at a time, one where the writer has enough to do; a fault of the items themselves ends the channel with it.</summary>
    private static async Task FeedAsync(Func<IngestItem, PreparedItem> prepare, IAsyncEnumerable<IngestItem> items, Channel<Task<PreparedItem>> channel, ByteBudget budget, CancellationToken cancellationToken)
    {
        var free = new SemaphoreSlim(Workers);
        Exception? fault = null;
        var newest = Task.CompletedTask;
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                await budget.TakeAsync(item.Source.Bytes.Length, cancellationToken);
                await free.WaitAsync(cancellationToken);
                await channel.Writer.WaitToWriteAsync(cancellationToken);
                if (channel.Reader.Count >= Ahead) await Ended(newest);
                var prepared = PrepareAsync(prepare, item, free);
                channel.Writer.TryWrite(prepared);
                newest = prepared;
            }

        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
        finally
        {
            channel.Writer.Complete(fault);
        }
    }

    /// <summary>What the workers do with an item. Whether it seems unchanged is not asked of a library that held nothing when the run began: the writer finds what came twice.</summary>
    private Func<IngestItem, PreparedItem> Preparing(LibraryFile library)
    {
        if (reclean) return item => preparer.Prepare(item);
        return library.Read(session => new DocumentStore(session).IsEmpty())
            ? item => preparer.PrepareWhole(item)
            : item => preparer.PrepareWhole(item, (i, hash) => library.Read(session => DocumentWriter.Holds(session, i, hash)));
    }

    private static Task<PreparedItem> PrepareAsync(Func<IngestItem, PreparedItem> prepare, IngestItem item, SemaphoreSlim free) => Task.Run(() =>
    {
        try
        {
            return prepare(item);
        }
        finally
        {
            free.Release();
        }
    });

    /// <summary>What is ready, up to a batch, and what becomes ready soon.</summary>
    private static async Task<List<PreparedItem>> NextBatchAsync(ChannelReader<Task<PreparedItem>> channel, CancellationToken cancellationToken)
    {
        var batch = new List<PreparedItem>();
        var bytes = 0L;
        var patience = Task.Delay(Patience, cancellationToken);
        while (batch.Count < BatchDocuments && bytes < BatchBytes && (batch.Count == 0 || await HasNextAsync(channel, patience, cancellationToken)) && channel.TryRead(out var task))
        {
            var prepared = await task;
            cancellationToken.ThrowIfCancellationRequested();
            batch.Add(prepared);
            bytes += prepared.Length;
        }

        return batch;
    }

    /// <summary>Whether the next item is prepared before patience ends. False also where the items ended in a fault: what came before it is written first.</summary>
    private static async Task<bool> HasNextAsync(ChannelReader<Task<PreparedItem>> channel, Task patience, CancellationToken cancellationToken)
    {
        Task<PreparedItem>? next;
        while (!channel.TryPeek(out next))
        {
            var more = channel.WaitToReadAsync(cancellationToken).AsTask();
            if (await Task.WhenAny(more, patience) == patience || !more.IsCompletedSuccessfully || !await more) return false;
        }

        return next.IsCompleted || await Task.WhenAny(next, patience) == next;
    }

    /// <summary>
    /// One transaction for the batch. Only when a document of it is refused is the batch written again with a savepoint around each:
    /// A savepoint around each of many sound documents would cost more than it protects.
    /// </summary>
    private List<Receipt> WriteAll(LibraryFile library, List<PreparedItem> batch, CancellationToken cancellationToken)
    {
        try
        {
            return library.Write(session => WriteAll(session, batch, guarded: false, cancellationToken));
        }
        catch (Exception fault) when (DocumentWriter.IsOfOneDocument(fault))
        {
            return library.Write(session => WriteAll(session, batch, guarded: true, cancellationToken));
        }
    }

    private List<Receipt> WriteAll(LibrarySession session, List<PreparedItem> batch, bool guarded, CancellationToken cancellationToken)
    {
        var writer = writerOn(session);
        Func<PreparedItem, Receipt> write = reclean ? writer.Reclean : writer.Write;
        var receipts = new List<Receipt>(batch.Count);
        foreach (var prepared in batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            receipts.Add(guarded ? writer.Guarded(prepared, write) : write(prepared));
        }

        return receipts;
    }
}
