using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Digests;

/// <summary><c>digest schedules list|set|pause|resume|remove</c>.</summary>
internal static class ScheduleVerbs
{
    public static Command Build() => new VerbGroup("schedules", "when and where digests are posted", "briefingbot digest schedules list", new ListVerb(), new ScheduleSetVerb(), new PauseVerb(), new ResumeVerb(), new RemoveVerb());

    public static void Tell(VerbRun run, LibraryFile library, string? sentence)
    {
        var schedules = library.Read(session => new ScheduleStore(session).List());
        if (run.Json)
        {
            run.WriteJson(new SchedulesDocument([.. schedules.Select(ListedSchedule.Of)]), ContractJson.Readable.SchedulesDocument);
            return;
        }

        if (sentence is not null) run.Page().Line(sentence);
        else if (schedules.Count == 0) run.Page().Line("No schedules yet: briefingbot digest schedules set --at 07:30 --zone Europe/Berlin");
        else
        {
            run.Page().Table(
                ["id", "where", "at", "days", "next", "topic"],
                [.. schedules.Select(ListedSchedule.Of).Select(s => (IReadOnlyList<string>)
                [
                    s.ScheduleId, $"{s.Platform} {s.Channel}", $"{s.At} {s.Zone}", string.Join(' ', s.Days), s.PausedReason is { } why ? $"paused: {why}" : $"{s.NextDueUtc:d MMM HH:mm} UTC", s.Topic ?? "",
                ])]);
        }
    }

    private static Argument<string> Id() => new("id") { HelpName = "ID", Description = "the schedule" };

    private sealed class ListVerb() : Verb("list", "lists the schedules", "briefingbot digest schedules list --json")
    {
        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            Tell(run, run.OpenLibrary(), null);
            return Task.FromResult(ExitCode.Done);
        }
    }

    private sealed class PauseVerb : Verb
    {
        private readonly Argument<string> _id = Id();

        public PauseVerb() : base("pause", "stops a schedule until it is resumed", "briefingbot digest schedules pause 4K7QX3M9TR") => Add(_id);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var library = run.OpenLibrary();
            var schedule = DigestVerbs.Schedule(library, run.Value(_id))!;
            library.Write(session => new ScheduleStore(session).Pause(schedule.Id, run.Time.GetUtcNow(), "paused by the desk"));
            Tell(run, library, $"Paused {schedule.Id}.");
            return Task.FromResult(ExitCode.Done);
        }
    }

    private sealed class ResumeVerb : Verb
    {
        private readonly Argument<string> _id = Id();

        public ResumeVerb() : base("resume", "lets a paused schedule run again", "briefingbot digest schedules resume 4K7QX3M9TR") => Add(_id);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var library = run.OpenLibrary();
            var schedule = DigestVerbs.Schedule(library, run.Value(_id))!;
            SchedulePlace.Check(run, library, schedule.Place);
            var running = library.Write(session => new ScheduleStore(session).Start(schedule, run.Time.GetUtcNow()));
            Tell(run, library, ScheduleSetVerb.Next(running));
            return Task.FromResult(ExitCode.Done);
        }
    }

    private sealed class RemoveVerb : Verb
    {
        private readonly Argument<string> _id = Id();

        public RemoveVerb() : base("remove", "removes a schedule; digests that were made stay", "briefingbot digest schedules remove 4K7QX3M9TR") => Add(_id);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var library = run.OpenLibrary();
            var schedule = DigestVerbs.Schedule(library, run.Value(_id))!;
            library.Write(session => new ScheduleStore(session).Remove(schedule.Id, run.Time.GetUtcNow()));
            Tell(run, library, $"Removed {schedule.Id}.");
            return Task.FromResult(ExitCode.Done);
        }
    }
}
