namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>An item of a feed that is done with for now.</summary>
/// <param name="Feed">Whose.</param>
/// <param name="Receipt">What became of it.</param>
/// <param name="Done">Items done so far, of all feeds that are read together.</param>
/// <param name="Known">Items known so far; feeds not read yet may bring more.</param>
public sealed record FeedStep(Feed Feed, Receipt Receipt, int Done, int Known);

/// <summary>Counts the items of feeds that are read together, and tells.</summary>
internal sealed class FeedCount(IProgress<FeedStep> progress)
{
    private int known;
    private int done;

    public void Found(int items) => Interlocked.Add(ref known, items);

    public void Done(Feed feed, Receipt receipt) => progress.Report(new FeedStep(feed, receipt, Interlocked.Increment(ref done), Volatile.Read(ref known)));
}
