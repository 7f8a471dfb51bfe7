using System.CommandLine;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Digests;

/// <summary><c>digest schedules set</c>: a new schedule, or with <c>--id</c> another form of one; setting starts a paused one again.</summary>
internal sealed class ScheduleSetVerb : Verb
{
    private readonly Option<string?> _id = new("--id") { HelpName = "ID", Description = "the schedule to change; without it a new one is made" };
    private readonly Option<string?> _at = new("--at") { HelpName = "HH:MM", Description = "local time of day" };
    private readonly Option<string?> _zone = new("--zone") { HelpName = "ZONE", Description = "IANA time zone, such as Europe/Berlin" };
    private readonly Option<string?> _days = new("--days") { HelpName = "DAYS", Description = "such as mon,tue,fri, or weekdays (default every day)" };
    private readonly Option<string?> _topic = new("--topic") { HelpName = "WORDS", Description = "only stories about this; \"\" takes it away" };
    private readonly Option<string[]> _publishers = new("--publisher") { HelpName = "NAME", Description = "only reports of this publisher; may be given several times, \"\" for any" };
    private readonly Option<string[]> _languages = new("--language") { HelpName = "TAG", Description = "only reports in this language, such as en; may be given several times, \"\" for any" };
    private readonly Option<string?> _stories = new("--stories") { HelpName = "N", Description = "stories told; the rest are counted (default 8)" };
    private readonly Option<string?> _empty = new("--empty") { HelpName = "post|silent", Description = "what an empty day brings (default silent)" };
    private readonly Option<string?> _unsure = new("--unsure") { HelpName = "skip|repeat", Description = "where a post may have been made and cannot be looked up (default skip)" };
    private readonly Option<string?> _channel = new("--channel") { HelpName = "PLACE", Description = "platform/workspace/channel, bound to this library (default its local channel)" };

    public ScheduleSetVerb() : base("set", "sets when and where a digest is posted", "briefingbot digest schedules set --at 07:30 --zone Europe/Berlin --days mon,tue,wed,thu,fri")
    {
        foreach (var option in (Option[])[_id, _at, _zone, _days, _topic, _publishers, _languages, _stories, _empty, _unsure, _channel]) Add(option);
    }

    public static string Next(DigestSchedule schedule) => $"{schedule.Id}: next digest {schedule.Local(schedule.NextDueUtc):dddd d MMMM yyyy HH:mm}, {schedule.Zone}.";

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var form = Form(run);
        var place = run.Value(_channel) is { } typed ? SchedulePlace.Read(typed) : null;
        // A new schedule is checked before anything is made for it.
        if (run.Value(_id) is null) Filled(form, Empty);
        var library = run.OpenOrCreateLibrary();
        var known = DigestVerbs.Schedule(library, run.Value(_id)) ?? Empty with { Id = ShortId.New(), Place = place ?? SchedulePlace.Local(run, library) };
        var schedule = Filled(form, known) with { Place = place ?? known.Place };
        SchedulePlace.Check(run, library, schedule.Place);
        var running = library.Write(session => new ScheduleStore(session).Start(schedule, run.Time.GetUtcNow()));
        ScheduleVerbs.Tell(run, library, Next(running));
        return Task.FromResult(ExitCode.Done);
    }

    private static DigestSchedule Empty => new() { Id = "", Place = new Core.Chat.ChatPlace("", null, ""), Time = default, Zone = "" };

    private static DigestSchedule Filled(ScheduleForm form, DigestSchedule schedule)
    {
        try
        {
            return form.Fill(schedule);
        }
        catch (ScheduleFormException fault)
        {
            throw new UsageException($"--{fault.Option} {fault.Fault}", fault);
        }
    }

    private ScheduleForm Form(VerbRun run) => new()
    {
        At = run.Value(_at),
        Zone = run.Value(_zone),
        Days = run.Value(_days),
        Topic = run.Value(_topic),
        Publishers = Joined(run.Value(_publishers)),
        Languages = Joined(run.Value(_languages)),
        Stories = run.Value(_stories),
        Empty = run.Value(_empty),
        Unsure = run.Value(_unsure),
    };

    private static string? Joined(string[]? values) => values is { Length: > 0 } ? string.Join(',', values) : null;
}
