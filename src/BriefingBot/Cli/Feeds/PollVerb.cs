using System.CommandLine;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Feeds;

/// <summary><c>feeds poll</c>: reads the feeds now. Interrupted, it says what was taken in; the next one goes on with what waits.</summary>
internal sealed class PollVerb : Verb
{
    private readonly Option<bool> _due = Flag("--due", "only those that are due, as the running bot does");

    public PollVerb() : base("poll", "reads the feeds now and takes their new items in", "briefingbot feeds poll") => Add(_due);

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var library = run.OpenLibrary();
        var poller = run.Get<FeedPoller>();
        IReadOnlyList<FeedPoll> polls;
        using (var line = new ProgressLine(run.Terminal, run.Time, "items"))
        {
            var steps = new Steps(line);
            try
            {
                polls = await poller.PollAsync(library, all: !run.Has(_due), steps, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                line.Clear();
                if (!run.Json) ReceiptPage.WriteSum(run.Page(), steps.Counts);
                throw;
            }
        }

        if (run.Json) run.WriteJson(new PollsDocument([.. polls.Select(p => new PollRow(p.Feed.Id, p.Feed.Link, p.New, p.Fault, p.Receipts))]), FeedsVerbJson.Default.PollsDocument);
        else Print(run.Page(), polls);
        // Only now was it told.
        foreach (var dead in polls.Where(p => p.DiedNow)) poller.Told(library, dead.Feed);
        return polls.Any(p => p.Fault is not null || p.Receipts.Any(r => r.Outcome == ReceiptOutcome.Failed)) ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private static void Print(Page page, IReadOnlyList<FeedPoll> polls)
    {
        foreach (var poll in polls)
        {
            page.Line(new Span(TerminalText.CleanLine(poll.Feed.Title ?? poll.Feed.Link), Look.Strong), $" · {(poll.Fault is { } fault ? fault : Phrases.Count(poll.New, "new item"))}{(poll.DiedNow ? " It has given nothing for a week." : "")}");
            foreach (var receipt in poll.Receipts) ReceiptPage.Write(page, receipt);
        }

        ReceiptPage.WriteSum(page, polls.SelectMany(p => p.Receipts).GroupBy(r => r.Outcome).ToDictionary(g => g.Key, g => g.Count()));
    }

    /// <summary>Items as they are done, from several threads.</summary>
    private sealed class Steps(ProgressLine line) : IProgress<FeedStep>
    {
        private readonly Lock _lock = new();

        public Dictionary<ReceiptOutcome, int> Counts { get; } = [];

        public void Report(FeedStep value)
        {
            lock (_lock) Counts[value.Receipt.Outcome] = Counts.GetValueOrDefault(value.Receipt.Outcome) + 1;
            line.Report(value.Done, value.Known);
        }
    }
}
