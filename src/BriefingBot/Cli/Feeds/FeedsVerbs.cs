using System.CommandLine;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

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
        new PauseVerb("pause", "stops reading a feed until it is resumed", pause: true),
        new PauseVerb("resume", "goes on reading a paused feed", pause: false),
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

    /// <exception cref="LibraryException">There is no such feed.</exception>
    private static Feed Find(LibrarySession session, string which)
    {
        var store = new FeedStore(session);
        return (long.TryParse(which, out var id) ? store.Find(id) : store.FindByLink(Canonical(which)))
            ?? throw new LibraryException($"The library \"{session.File.Name}\" follows no feed {which}. \"feeds list\" shows them.");
    }

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
            feed.SucceededUtc is { } at ? $"{at:yyyy-MM-dd HH:mm}" : "never", feed.Failures == 0 ? "0" : $"{feed.Failures}{(feed.IsDead(now) ? ", dead" : "")}: {feed.Fault}", feed.PausedUtc is null ? $"{feed.NextUtc:yyyy-MM-dd HH:mm}" : "paused",
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
                var found = Find(session, which);
                new FeedStore(session).Remove(found.Id);
                return found;
            });
            Tell(run, library, $"{feed.Title ?? feed.Link} is followed no longer; its documents stay.");
            return Task.FromResult(ExitCode.Done);
        }
    }

    private sealed class PauseVerb : Verb
    {
        private readonly Argument<string> _which = new("feed") { HelpName = "ID-OR-LINK", Description = "as feeds list shows it" };
        private readonly bool _pause;

        public PauseVerb(string name, string description, bool pause) : base(name, description, $"briefingbot feeds {name} 3")
        {
            _pause = pause;
            Add(_which);
        }

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var library = run.OpenLibrary();
            var feed = library.Write(session =>
            {
                var found = Find(session, run.Value(_which));
                new FeedStore(session).Pause(found.Id, _pause);
                return found;
            });
            Tell(run, library, $"{TerminalText.CleanLine(feed.Title ?? feed.Link)} is {(_pause ? "paused; go on with: briefingbot feeds resume " + feed.Id : "read again")}.");
            return Task.FromResult(ExitCode.Done);
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
            Tell(run, library, $"Following {Phrases.Count(added, "new feed")}; {known:N0} followed already, {refused:N0} without a usable link.");
            return Task.FromResult(refused > 0 ? ExitCode.SomeFailed : ExitCode.Done);
        }
    }
}
