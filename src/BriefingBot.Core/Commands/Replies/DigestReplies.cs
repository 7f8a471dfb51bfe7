using System.Globalization;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>Digests and their schedules in words.</summary>
internal static class DigestReplies
{
    public static ChatReply Write(CommandOutcome.OfDigest outcome, DateOnly today) => outcome switch
    {
        CommandOutcome.DigestShown shown => DigestParts.Whole(shown.Digest, shown.Preview, today),
        CommandOutcome.DigestQueued queued => Private($"The digest {queued.Digest.DigestId} is made and comes to its channel within a minute: {Phrases.Count(queued.Digest.Stories.Count, "story", "stories")}."),
        CommandOutcome.Schedules schedules => List(schedules),
        CommandOutcome.ScheduleRuns runs => Said($"Digest {runs.Schedule.Id}: {When(runs.Schedule)}. Next: {Local(runs.Schedule.NextDueUtc, runs.Schedule)}. /digest preview shows it before."),
        CommandOutcome.SchedulePaused paused => Said($"Paused: the digest {paused.Schedule.Id}, {When(paused.Schedule)}. /digest resume lets it come again."),
        CommandOutcome.ScheduleRemoved removed => Said($"Removed the schedule {removed.ScheduleId}. Digests that were made stay, and their sources open."),
        CommandOutcome.FateTold told => Fate(told),
        CommandOutcome.MoreStories more => More(more),
        CommandOutcome.NoSuchSchedule => Problem("There is no such schedule here. /digest list shows what there is; /digest set makes one."),
        CommandOutcome.WhichSchedule which => Problem($"This channel has {which.Count} schedules. Name one by its id; /digest list shows them."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>"07:30, Europe/Berlin, Mon Tue Fri".</summary>
    public static string When(DigestSchedule schedule) => string.Join(
        ", ",
        new[]
        {
            schedule.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
            schedule.Zone,
            schedule.Days.Count == 7 ? "every day" : string.Join(' ', schedule.Days.Select(day => day.ToString()[..3])),
        });

    /// <summary>One line of a schedule for a list or a status.</summary>
    public static string Line(DigestSchedule schedule, ChannelKey here) => Phrases.Dotted(
        schedule.Id,
        When(schedule),
        ChannelKey.Of(schedule.Place) == here ? null : $"in the channel {schedule.Place.Channel}",
        schedule.Topic is { } topic ? $"about {ReplyWords.Line(topic, 100)}" : null,
        schedule.Publishers.Count > 0 ? $"only {ReplyWords.Line(string.Join(", ", schedule.Publishers), 100)}" : null,
        schedule.Languages.Count > 0 ? $"only {string.Join(", ", schedule.Languages)}" : null,
        schedule.PausedReason is { } why ? $"paused: {ReplyWords.Line(why, 200)}" : $"next {Local(schedule.NextDueUtc, schedule)}");

    private static ChatReply List(CommandOutcome.Schedules schedules)
    {
        var gone = schedules.Gone.Select(lost => Phrases.Dotted(lost.ScheduleId, lost.At, $"paused: {lost.PausedReason}"));
        List<string> lines = [.. schedules.All.Select(schedule => Line(schedule, schedules.Here)), .. gone];
        return lines.Count == 0
            ? Said("No digest is set. An editor sets one: /digest set at: 07:30 zone: Europe/Berlin")
            : new ChatReply { Blocks = [new HeadingBlock("Digests"), new FactsBlock(lines)] };
    }

    private static ChatReply Fate(CommandOutcome.FateTold told)
    {
        var fate = told.Fate;
        var where = fate.DigestId is { } id ? $"in the digest {id} of {ReplyWords.Minute(fate.DueUtc!.Value)}" : "in the next digest, as it would be now";
        List<string> lines = [fate.LeftOut is { } reason ? $"Left out {where}: {reason}." : $"Told {where}, under “{ReplyWords.Line(fate.Headline ?? "", 200)}”."];
        if (fate.CopyOf is { } original) lines.Add($"It carries the text of {original}.");
        if (fate.MergedWith.Count > 0) lines.Add($"The same story: {string.Join(", ", fate.MergedWith.Take(10))}{(fate.MergedWith.Count > 10 ? $" and {fate.MergedWith.Count - 10} more" : "")}.");
        return new ChatReply { Blocks = [new HeadingBlock(ReplyWords.Line(told.Title.Length > 0 ? told.Title : fate.DocumentId, 200)), new FactsBlock(lines)], Private = true };
    }

    private static ChatReply More(CommandOutcome.MoreStories more)
    {
        if (more.DigestId is null) return Private("There was no digest in this channel yet. /digest preview shows the next one.");
        if (more.Stories.Count == 0) return Private($"The digest {more.DigestId} told every story it had.");
        var lines = more.Stories.Select(story => Phrases.Dotted(ReplyWords.Line(story.Title.Length > 0 ? story.Title : "(untitled)", 200), story.Publisher, story.DocumentId)).ToList();
        return new ChatReply { Blocks = [new HeadingBlock($"Only counted in the digest {more.DigestId}"), new FactsBlock(lines)], Private = true };
    }

    private static string Local(DateTimeOffset instant, DigestSchedule schedule) => schedule.Local(instant).ToString("dddd d MMMM HH:mm", CultureInfo.InvariantCulture);

    private static ChatReply Said(string text) => new() { Blocks = [new TextBlock(text)] };

    private static ChatReply Private(string text) => Said(text) with { Private = true };

    private static ChatReply Problem(string text) => new() { Blocks = [new TextBlock(text, TextTone.Problem)], Private = true };
}
