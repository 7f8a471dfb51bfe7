using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Digests;

/// <summary>The schedules a channel may know of: those of its workspace that are made from its library. No other workspace's, whoever opens the same library.</summary>
internal static class ChannelSchedules
{
    public const string Option = "schedule";

    public static CommandOption Definition(bool required) => new(Option, required ? "The schedule's id; /digest list shows them" : "The schedule's id; needed where this channel has several")
    {
        Required = required,
        Suggests = true,
        Most = 40,
    };

    public static IReadOnlyList<DigestSchedule> Of(CommandCall call) =>
        [.. call.Library.Read(session => new ScheduleStore(session).List()).Where(schedule => WorkspaceKey.Of(schedule.Place) == call.Workspace)];

    /// <summary>The one with a typed id; null where this workspace has none of it.</summary>
    public static DigestSchedule? Find(CommandCall call, string? typed) =>
        ShortId.Normalize(typed) is { } id ? Of(call).FirstOrDefault(schedule => schedule.Id == id) : null;

    /// <summary>The schedule that is meant: the named one, else the channel's only one, else none (a digest made by hand); or why that cannot be told.</summary>
    public static (DigestSchedule? Schedule, CommandOutcome? Refusal) Meant(CommandCall call)
    {
        if (call.Option(Option) is { } typed) return Find(call, typed) is { } named ? (named, null) : (null, new CommandOutcome.NoSuchSchedule());
        var here = Of(call).Where(schedule => ChannelKey.Of(schedule.Place) == call.Channel).ToList();
        return here.Count > 1 ? (null, new CommandOutcome.WhichSchedule(here.Count)) : (here.FirstOrDefault(), null);
    }

    public static IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string typed) => [.. Of(call)
        .Where(schedule => schedule.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        .Take(25).Select(schedule => new ReplyChoice(schedule.Id, ReplyWords.Line($"{schedule.Id} · {DigestReplies.When(schedule)}{(schedule.Topic is { } topic ? " · " + topic : "")}", 100)))];
}
