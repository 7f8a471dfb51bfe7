using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using NodaTime;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest set</c>: when this channel gets a digest and of what; with a schedule's id, changes that one.</summary>
internal sealed class DigestSetCommand(TimeProvider time) : ICommand
{
    private const int MostSchedules = 10;

    public CommandDefinition Definition { get; } = new("digest set", "Sets when this channel gets a digest of what is new, and of what", DeskRole.Editor)
    {
        Options =
        [
            new("at", "Local time of day, such as 07:30") { Most = 10 },
            new("zone", "Time zone, such as Europe/Berlin") { Suggests = true, Most = 60 },
            new("days", "Such as mon,tue,fri; every day where nothing is said") { Most = 80, Suggests = true },
            new("topic", "Only stories about these words") { Most = 200 },
            new("publishers", "Only reports of these publishers, parted by commas") { Most = 400 },
            new("languages", "Only reports in these languages, such as en,de") { Most = 60 },
            new("stories", "Stories told; the rest are counted", CommandOptionType.Number) { Most = ScheduleForm.MostStories },
            new("empty", "A day without news") { Choices = [new("silent", "silent: nothing is posted"), new("post", "post: it says that nothing is new")] },
            new("unsure", "Where a post may stand there already and cannot be looked up") { Choices = [new("skip", "skip: rather none than two"), new("repeat", "repeat: rather two than none")] },
            ChannelSchedules.Definition(required: false) with { Description = "The id of a schedule to change; without it a new one is made" },
        ],
    };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Set(call));

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => option switch
    {
        "zone" => [.. DateTimeZoneProviders.Tzdb.Ids.Where(zone => zone.Contains('/') && zone.Contains(typed.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)).Take(25).Select(zone => new ReplyChoice(zone, zone))],
        "days" => [new("weekdays", "weekdays: Monday to Friday"), new("daily", "daily: every day")],
        ChannelSchedules.Option => ChannelSchedules.Suggest(call, typed),
        _ => [],
    };

    private CommandOutcome Set(CommandCall call)
    {
        DigestSchedule? known = null;
        if (call.Option(ChannelSchedules.Option) is { } typed && (known = ChannelSchedules.Find(call, typed)) is null) return new CommandOutcome.NoSuchSchedule();
        if (known is null && ChannelSchedules.Of(call).Count >= MostSchedules)
            return new CommandOutcome.Invalid($"This workspace has {MostSchedules} schedules over this library, and that is the most. Change or remove one: /digest list");
        try
        {
            // A schedule belongs to the channel it is set in, and that channel's library.
            var schedule = Form(call).Fill((known ?? new DigestSchedule { Id = ShortId.New(), Place = call.Request.Place, Time = default, Zone = "" }) with { Place = call.Request.Place });
            return new CommandOutcome.ScheduleRuns(call.Library.Write(session => new ScheduleStore(session).Start(schedule, time.GetUtcNow())));
        }
        catch (ScheduleFormException fault)
        {
            return new CommandOutcome.Invalid($"“{fault.Option}” {fault.Fault}.");
        }
    }

    private static ScheduleForm Form(CommandCall call) => new()
    {
        At = call.Option("at"),
        Zone = call.Option("zone"),
        Days = call.Option("days"),
        Topic = Cleared(call.Option("topic")),
        Publishers = Cleared(call.Option("publishers")),
        Languages = Cleared(call.Option("languages")),
        Stories = call.Option("stories"),
        Empty = call.Option("empty"),
        Unsure = call.Option("unsure"),
    };

    // An option of a command cannot be sent empty; "any" takes a wish away.
    private static string? Cleared(string? text) => string.Equals(text, "any", StringComparison.OrdinalIgnoreCase) ? "" : text;
}
