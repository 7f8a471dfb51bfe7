using System.Globalization;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Digests;

/// <summary>
/// Pauses the schedule of a channel that no longer opens the library, or whose library is gone, and says so there, once. What a channel was told lies in
/// bot.db, for the library's own file may be gone.
/// </summary>
internal sealed class DigestPauses(LibraryCatalog catalog, BindingStore bindings, ScheduledDigestStore known, IDigestWriter writer, TimeProvider time)
{
    public const string Unbound = "the channel no longer opens this library";
    public const string Removed = "its library was removed";

    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    /// <summary>How long a schedule whose library is gone is still listed.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Whether a channel opens a library, by its file.</summary>
    public bool Opens(ChatPlace place, string library) => ChannelKey.Of(place) is { } channel && bindings.Find(channel)?.Library == library;

    /// <summary>Looks at the schedules of one library; whether any runs.</summary>
    public bool Watch(LibraryFile library)
    {
        var schedules = library.Read(session => new ScheduleStore(session).List());
        foreach (var lost in schedules.Where(s => s.PausedUtc is null && !Opens(s.Place, library.Name)))
            library.Write(session => new ScheduleStore(session).Pause(lost.Id, time.GetUtcNow(), Unbound));
        if (schedules.Any(s => s.PausedUtc is null)) schedules = library.Read(session => new ScheduleStore(session).List());
        var before = known.List().Where(k => k.Library == library.Name).ToDictionary(k => k.ScheduleId, StringComparer.Ordinal);
        foreach (var schedule in schedules)
        {
            var now = new ScheduledDigest(schedule.Id, library.Name, schedule.Place, At(schedule), schedule.PausedUtc, schedule.PausedReason);
            if (before.Remove(schedule.Id, out var was) && was == now) continue;
            if (schedule.PausedReason == Unbound && was?.PausedUtc != schedule.PausedUtc)
                known.SetWithNotice(now, $"The digest of {now.At}, is paused: this channel no longer opens the library it is made from. Bind the library again and /digest resume starts it.", time.GetUtcNow());
            else
                known.Set(now);
        }

        foreach (var gone in before.Keys) known.Remove(gone);
        return schedules.Any(schedule => schedule.PausedUtc is null);
    }

    /// <summary>Looks for schedules whose library is gone, and says in their channels what is still to be said.</summary>
    public async Task TellAsync(Func<string, IChatPlatform?> platforms, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var lost in known.List().Where(k => !catalog.Exists(k.Library)))
        {
            if (lost.PausedReason != Removed)
                known.SetWithNotice(lost with { PausedUtc = now, PausedReason = Removed }, $"The digest of {lost.At}, is paused: the library it was made from was removed.", now);
            else if (now - lost.PausedUtc > Remembered)
                known.Remove(lost.ScheduleId);
        }

        while (known.Claim(time.GetUtcNow(), Hold) is { } notice) await SayAsync(notice, platforms(notice.Schedule.Place.Platform), cancellationToken);
    }

    private async Task SayAsync(PauseNotice notice, IChatPlatform? platform, CancellationToken cancellationToken)
    {
        var (place, id) = (notice.Schedule.Place, notice.Schedule.ScheduleId);
        if (platform is null) return;
        try
        {
            var said = notice.Attempts > 1 && (!(await platform.AbilitiesAsync(place, cancellationToken)).HasFlag(ChatAbilities.ReadHistory)
                || await platform.FindAsync(place, notice.Key, notice.Schedule.PausedUtc ?? time.GetUtcNow(), cancellationToken) is not null);
            if (!said) await platform.PostAsync(place, notice.Key, writer.Paused(notice.Words), cancellationToken);
            known.Said(id);
        }
        catch (ChatException refused)
        {
            // Of a channel that is gone nobody is left to be told; "status" names the schedule.
            if (!refused.Transient) known.Said(id);
        }
    }

    private static string At(DigestSchedule schedule) => $"{schedule.Time.ToString("HH:mm", CultureInfo.InvariantCulture)}, {schedule.Zone}";
}
