using System.CommandLine;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Feeds;

/// <summary><c>feeds list|add|remove|poll|import</c>: what the library follows.</summary>
internal static class FeedsVerbs
{
    public static Command Build() => new VerbGroup(
        "feeds",
        "feeds the library follows: RSS, Atom and JSON",
        "briefingbot feeds add https://example.org/news.xml",
        new ListVerb(),
        new AddVerb(),
        new RemoveVerb(),
        new PollVerb(),
        new ImportVerb());

    private static void Tell(VerbRun run, LibraryFile library, string sentence)
    {
        if (run.Json) WriteList(run, library);
        else run.Page().Line(sentence);
    }

    private static void WriteList(VerbRun run, LibraryFile library) => run.WriteJson(new FeedsDocument([.. All(library).Select(f => FeedRow.Of(f, run.Time.GetUtcNow()))]), FeedsVerbJson.Default.FeedsDocument);

    private static IReadOnlyList<Feed> All(LibraryFile library) => library.Read(session => new FeedStore(session).List());

    /// <exception cref="UsageException">No link.</exception>
    private static string Canonical(string link) => LinkAddress.TryRead(link, out var address, out var reason) ? LinkAddress.Canonical(address) : throw new UsageException(reason.TrimEnd('.'));

    private sealed class ListVerb() : Verb("list", "lists the feeds: last success, failures, next poll", "briefingbot feeds list")
    {
        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var library = run.OpenLibrary();
            var feeds = All(library);
            if (run.Json) WriteList(run, library);
            else if (feeds.Count == 0) run.Page().Line("No feeds yet: briefingbot feeds add LINK");
            else run.Page().Table(["id", "feed", "items", "last success", "failures", "next"], [.. feeds.Select(f => Row(f, run.Time.GetUtcNow()))]);
            return Task.FromResult(ExitCode.Done);
        }

        private static IReadOnlyList<string> Row(Feed feed, DateTimeOffset now) =>
        [
            $"{feed.Id}", TerminalText.CleanLine(feed.Title ?? feed.Link), feed.Waiting > 0 ? $"{feed.Items:N0} ({feed.Waiting:N0} waiting)" : $"{feed.Items:N0}",
            feed.SucceededUtc is { } at ? $"{at:yyyy-MM-dd HH:mm}" : "never", feed.Failures == 0 ? "0" : $"{feed.Failures}{(feed.IsDead(now) ? ", dead" : "")}: {feed.Fault}", $"{feed.NextUtc:yyyy-MM-dd HH:mm}",
        ];
    }

    private sealed class AddVerb : Verb
    {
        private readonly Argument<string> _link = new("link") { HelpName = "LINK", Description = "the feed's own link" };

        public AddVerb() : base("add", "follows a feed", "briefingbot feeds add https://example.org/news.xml") => Add(_link);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var link = Canonical(run.Value(_link));
            var library = run.OpenOrCreateLibrary();
            var added = library.Write(session =>
            {
                var store = new FeedStore(session);
                return store.FindByLink(link) is null && store.Add(link, title: null) is not null;
            });
            Tell(run, library, added ? $"Following {link}. It is read when the bot runs, or now with: briefingbot feeds poll" : $"{link} is followed already.");
            return Task.FromResult(ExitCode.Done);
        }
    }

    private sealed class RemoveVerb : Verb
    {
        private readonly Argument<string> _which = new("feed") { HelpName = "ID-OR-LINK", Description = "as feeds list shows it" };

        public RemoveVerb() : base("remove", "follows a feed no longer; its documents stay", "briefingbot feeds remove 3") => Add(_which);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var which = run.Value(_which);
            var library = run.OpenLibrary();
            var feed = library.Write(session =>
            {
                var store = new FeedStore(session);
                var found = long.TryParse(which, out var id) ? store.Find(id) : store.FindByLink(Canonical(which));
                if (found is not null) store.Remove(found.Id);
                return found;
            });
            if (feed is null) throw new LibraryException($"The library \"{library.Name}\" follows no feed {which}. \"feeds list\" shows them.");
            Tell(run, library, $"{feed.Title ?? feed.Link} is followed no longer; its documents stay.");
            return Task.FromResult(ExitCode.Done);
        }
    }

    private sealed class PollVerb : Verb
    {
        private readonly Option<bool> _due = Flag("--due", "only those that are due, as the running bot does");

        public PollVerb() : base("poll", "reads the feeds now and takes their new items in", "briefingbot feeds poll") => Add(_due);

        public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var library = run.OpenLibrary();
            var polls = await run.Get<FeedPoller>().PollAsync(library, all: !run.Has(_due), cancellationToken);
            if (run.Json) run.WriteJson(new PollsDocument([.. polls.Select(p => new PollRow(p.Feed.Id, p.Feed.Link, p.New, p.Fault, p.Receipts))]), FeedsVerbJson.Default.PollsDocument);
            else Print(run.Page(), polls);
            return polls.Any(p => p.Fault is not null || p.Receipts.Any(r => r.Outcome == ReceiptOutcome.Failed)) ? ExitCode.SomeFailed : ExitCode.Done;
        }

        private static void Print(Page page, IReadOnlyList<FeedPoll> polls)
        {
            foreach (var poll in polls)
            {
                page.Line(new Span(TerminalText.CleanLine(poll.Feed.Title ?? poll.Feed.Link), Look.Strong), $" · {(poll.Fault is { } fault ? fault : Words.Count(poll.New, "new item"))}{(poll.DiedNow ? " It has given nothing for a week." : "")}");
                foreach (var receipt in poll.Receipts) ReceiptPage.Write(page, receipt);
            }

            ReceiptPage.WriteSum(page, polls.SelectMany(p => p.Receipts).GroupBy(r => r.Outcome).ToDictionary(g => g.Key, g => g.Count()));
        }
    }

    private sealed class ImportVerb : Verb
    {
        private readonly Argument<string> _file = new("file") { HelpName = "FILE", Description = "a list of feeds as feed readers export it (OPML)" };

        public ImportVerb() : base("import", "follows every feed of a list (OPML)", "briefingbot feeds import feeds.opml") => Add(_file);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var file = run.Value(_file);
            if (!File.Exists(file)) throw new UsageException($"there is no file {file}");
            var listed = FeedList.Read(file, File.ReadAllBytes(file), run.Time.GetUtcNow());
            var library = run.OpenOrCreateLibrary();
            var (added, known, refused) = FeedList.Follow(library, listed);
            Tell(run, library, $"Following {Words.Count(added, "new feed")}; {known:N0} followed already, {refused:N0} without a usable link.");
            return Task.FromResult(refused > 0 ? ExitCode.SomeFailed : ExitCode.Done);
        }
    }
}
