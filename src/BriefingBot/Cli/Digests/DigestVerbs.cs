using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Digests;

/// <summary><c>digest preview|post|why|schedules</c>: what is new, as stories, every line cited.</summary>
internal static class DigestVerbs
{
    public static Command Build() => new VerbGroup(
        "digest",
        "what is new in the library, as stories, every line cited",
        "briefingbot digest preview",
        new PreviewVerb(),
        new PostVerb(),
        new WhyVerb(),
        ScheduleVerbs.Build());

    internal static Option<string?> ScheduleOption() => new("--schedule") { HelpName = "ID", Description = "the schedule to do it for; without it the digest is of the whole library" };

    internal static DigestSchedule? Schedule(LibraryFile library, string? id)
    {
        if (id is null) return null;
        var wanted = ShortId.Normalize(id) ?? id;
        return library.Read(session => new ScheduleStore(session).Find(wanted))
            ?? throw new UsageException($"there is no schedule {id}; \"digest schedules list\" names them");
    }

    private static int Show(VerbRun run, Digest digest)
    {
        if (run.Json) run.WriteJson(digest, ContractJson.Readable.Digest);
        else
        {
            var page = run.Page();
            foreach (var line in digest.Text.Split('\n')) page.Line(line);
            foreach (var citation in digest.Citations)
                page.Line($"[{citation.N}] {citation.Title} · {citation.Publisher ?? citation.Origin}{(citation.PublishedOn is { } day ? $" · {day:d MMM yyyy}" : "")}");
            if (digest.DigestId.Length > 0) page.Line($"{digest.DigestId} · source {digest.DigestId} N opens a quote");
        }

        return ExitCode.Done;
    }

    private sealed class PreviewVerb : Verb
    {
        private readonly Option<string?> _schedule = ScheduleOption();

        public PreviewVerb() : base("preview", "shows the whole digest before its time; nothing is posted", "briefingbot digest preview --json") => Add(_schedule);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var library = run.OpenLibrary();
            return Task.FromResult(Show(run, run.Get<DigestMaker>().Preview(library, Schedule(library, run.Value(_schedule)), null, cancellationToken)));
        }
    }

    private sealed class PostVerb : Verb
    {
        private readonly Option<string?> _schedule = ScheduleOption();

        public PostVerb() : base("post", "makes the digest now and queues it for the schedule's channel", "briefingbot digest post") => Add(_schedule);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var library = run.OpenLibrary();
            return Task.FromResult(Show(run, run.Get<DigestMaker>().Post(library, Schedule(library, run.Value(_schedule)), null, cancellationToken)));
        }
    }

    private sealed class WhyVerb : Verb
    {
        private readonly Argument<string> _document = new("document") { HelpName = "DOCUMENT", Description = "the id of a document" };

        public WhyVerb() : base("why", "says in which story a document is, or why it was left out", "briefingbot digest why 4K7QX3M9TR") => Add(_document);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var fate = DigestFates.Of(run.OpenLibrary(), run.Value(_document), run.Get<DigestMaker>(), null, cancellationToken);
            if (run.Json) run.WriteJson(fate, ContractJson.Readable.DigestFate);
            else Tell(run, fate);
            return Task.FromResult(ExitCode.Done);
        }

        private static void Tell(VerbRun run, DigestFate fate)
        {
            var page = run.Page();
            var where = fate.DigestId is { } id ? $"in the digest {id} of {fate.DueUtc:d MMM yyyy HH:mm} UTC" : "in the next digest, as it would be now";
            page.Line(fate.LeftOut is { } reason ? $"Left out {where}: {reason}." : $"Told {where}, under \"{fate.Headline}\".");
            if (fate.CopyOf is { } original) page.Line($"It carries the text of {original}.");
            if (fate.MergedWith.Count > 0) page.Line($"The same story: {string.Join(", ", fate.MergedWith.Take(20))}{(fate.MergedWith.Count > 20 ? $" and {fate.MergedWith.Count - 20} more" : "")}.");
        }
    }
}
