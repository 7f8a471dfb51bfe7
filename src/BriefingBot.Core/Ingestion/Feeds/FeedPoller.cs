using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>
/// Asks feeds that are due and takes their new items in. What is new is written down in the same transaction as the feed's
/// success, and crossed off when its document is stored: a restart in between neither loses nor repeats an item.
/// </summary>
public sealed class FeedPoller(LinkFetcher fetcher, LinkSource links, Ingestor ingestor, TimeProvider time)
{
    private const int AtOnce = 4;
    private const int MostTries = 4;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(15);
    private readonly FeedItems items = new(links, time);

    /// <summary>Every feed that is due and not paused, several at once, those that failed last time behind the others. The links' hosts are asked as politely as ever.</summary>
    /// <param name="library">Whose feeds.</param>
    /// <param name="all">Also those not due yet.</param>
    /// <param name="progress">Told each item as it is done, from several threads; null: nobody.</param>
    /// <param name="cancellationToken">Ends it; what is not done is waiting.</param>
    public async Task<IReadOnlyList<FeedPoll>> PollAsync(LibraryFile library, bool all, IProgress<FeedStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        var due = library.Read(session => all ? [.. new FeedStore(session).List().Where(f => f.PausedUtc is null)] : new FeedStore(session).Due(time.GetUtcNow())).OrderBy(f => f.Failures > 0).ToList();
        var polls = new FeedPoll?[due.Count];
        var counted = progress is null ? null : new FeedCount(progress);
        await Parallel.ForAsync(
            0, due.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) => polls[i] = await PollAsync(library, due[i], counted, token));
        return [.. polls.OfType<FeedPoll>()];
    }

    /// <summary>One feed, due or not; null where somebody else is polling it.</summary>
    /// <inheritdoc cref="PollAsync(LibraryFile, bool, IProgress{FeedStep}, CancellationToken)"/>
    public Task<FeedPoll?> PollAsync(LibraryFile library, Feed feed, IProgress<FeedStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(feed);
        return PollAsync(library, feed, progress is null ? null : new FeedCount(progress), cancellationToken);
    }

    /// <summary>To be called once people were told that a feed is dead: told again is better than never told, so this comes second.</summary>
    public void Told(LibraryFile library, Feed feed)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(feed);
        library.Write(session => new FeedStore(session).ToldDead(feed.Id, time.GetUtcNow()));
    }

    private async Task<FeedPoll?> PollAsync(LibraryFile library, Feed feed, FeedCount? count, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!library.Write(session => new FeedStore(session).Lease(feed, now, now + LeaseTime))) return null;
        try
        {
            var validators = library.Read(session => new FeedStore(session).Validators(feed.Id));
            var outcome = await fetcher.FetchAsync(feed.Link, validators.Any ? validators : null, cancellationToken);
            var noted = library.Write(session => Note(new FeedStore(session), feed, outcome));
            var receipts = await TakeInAsync(library, feed.Id, count, cancellationToken);
            return library.Read(session => new FeedStore(session).Find(feed.Id)) is { } after
                ? new FeedPoll(after, noted.New, receipts, noted.Fault, after.IsDead(time.GetUtcNow()) && !IsToldDead(library, feed.Id)) { NotAFeed = noted.NotAFeed }
                : null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever starts next need not wait for the lease to run out.
            library.Write(session => new FeedStore(session).Release(feed, now + LeaseTime));
            throw;
        }
    }

    private static bool IsToldDead(LibraryFile library, long feedId) => library.Read(session => new FeedStore(session).IsToldDead(feedId));

    private (int New, string? Fault, bool NotAFeed) Note(FeedStore store, Feed feed, FetchOutcome outcome)
    {
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case PageNotModified:
                store.Succeeded(feed.Id, now, now + Interval, validators: null, title: null);
                return (0, null, false);
            case FetchedPage page:
                try
                {
                    var document = FeedParser.Read(new SourceBytes(feed.Link, page.Bytes, page.FetchedUtc, page.Address.AbsoluteUri, page.Charset));
                    var count = FeedItems.Note(store, feed.Id, document, now);
                    // A feed that broke off is asked for again in full.
                    store.Succeeded(feed.Id, now, now + Interval, document.IsWhole ? page.Validators : new PageValidators(null, null), document.Title);
                    if (page.MovedTo is { } moved) store.Moved(feed.Id, LinkAddress.Canonical(moved));
                    return (count, null, false);
                }
                catch (UnreadableException unreadable)
                {
                    return Failed(store, feed, unreadable.Message, retryAt: null, notAFeed: true);
                }

            case FetchFailed failed:
                return Failed(store, feed, failed.Reason, failed.RetryAtUtc);
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome of a fetch.");
        }
    }

    private (int New, string? Fault, bool NotAFeed) Failed(FeedStore store, Feed feed, string reason, DateTimeOffset? retryAt, bool notAFeed = false)
    {
        var now = time.GetUtcNow();
        var next = now + Backoff(Interval, feed.Failures);
        store.Failed(feed.Id, retryAt > next ? retryAt.Value : next, reason);
        return (0, reason, notAFeed);
    }

    private async Task<List<Receipt>> TakeInAsync(LibraryFile library, long feedId, FeedCount? count, CancellationToken cancellationToken)
    {
        var receipts = new List<Receipt>();
        var (feed, waiting) = library.Read(session => (new FeedStore(session).Find(feedId), new FeedStore(session).Waiting(feedId, time.GetUtcNow())));
        if (feed is null) return receipts;
        count?.Found(waiting.Count);
        foreach (var (key, item, tries) in waiting)
        {
            var receipt = ingestor.Ingest(library, await items.ToIngestAsync(library, feed, key, item, cancellationToken));
            receipts.Add(receipt);
            library.Write(session =>
            {
                var store = new FeedStore(session);
                var later = receipt.Outcome == ReceiptOutcome.Failed && tries + 1 < MostTries;
                if (later) store.ItemLater(feedId, key, time.GetUtcNow() + Backoff(TimeSpan.FromHours(1), tries * 2), receipt.Reason!);
                else store.ItemDone(feedId, key, receipt.DocumentId, receipt.Reason);
            });
            count?.Done(feed, receipt);
        }

        return receipts;
    }

    private static TimeSpan Backoff(TimeSpan first, int failures)
    {
        var pause = first * Math.Pow(2, Math.Min(failures + 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
