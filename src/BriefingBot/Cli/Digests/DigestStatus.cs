using BriefingBot.Cli.Json;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Digests;

/// <summary>Every schedule of every library for <c>status</c>: when the next digest comes, and what is paused and why.</summary>
internal static class DigestStatus
{
    public static IReadOnlyList<DigestStateDocument> Of(VerbRun run)
    {
        var listed = new List<DigestStateDocument>();
        var known = run.Get<ScheduledDigestStore>().List().ToDictionary(schedule => schedule.ScheduleId, StringComparer.Ordinal);
        foreach (var name in run.Catalog.List())
        {
            foreach (var schedule in Schedules(run, name))
            {
                known.Remove(schedule.Id);
                listed.Add(new DigestStateDocument(
                    schedule.Id, name, Where(schedule.Place), $"{schedule.Time:HH\\:mm}, {schedule.Zone}", schedule.PausedUtc is null ? schedule.NextDueUtc : null, schedule.PausedReason));
            }
        }

        // What the libraries do not tell any more: theirs is gone, or cannot be read.
        return [.. listed, .. known.Values.Select(lost => new DigestStateDocument(
            lost.ScheduleId, lost.Library, Where(lost.Place), lost.At, null, run.Catalog.Exists(lost.Library) ? lost.PausedReason ?? "its library cannot be read" : "its library was removed"))];
    }

    private static IReadOnlyList<DigestSchedule> Schedules(VerbRun run, string name)
    {
        try
        {
            using var library = run.Catalog.Open(name);
            return library.Read(session => new ScheduleStore(session).List());
        }
        catch (LibraryException)
        {
            // "doctor" says what is wrong with it; status still tells of the others.
            return [];
        }
    }

    private static string Where(Core.Chat.ChatPlace place) => string.Join('/', place.Platform, place.Workspace ?? "direct", place.Channel);
}
