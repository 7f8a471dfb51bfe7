using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using Dapper;
using NodaTime;

namespace BriefingBot.Tests.Digests;

/// <summary>A year of digests in eight zones, with the bot stopping at random and the platform failing before and after it took a message.</summary>
public sealed class SimulatedYearTests : IDisposable
{
    private static readonly (string Zone, string Time)[] Zones =
    [
        ("Europe/Berlin", "02:30"), ("America/New_York", "01:30"), ("America/St_Johns", "07:15"), ("Asia/Kolkata", "07:30"),
        ("Australia/Adelaide", "02:30"), ("America/Santiago", "00:00"), ("Africa/Casablanca", "02:30"), ("Pacific/Auckland", "18:45"),
    ];

    private readonly DigestDesk desk = new();
    private readonly Random random = new(11);

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Every_due_is_posted_once_at_its_local_minute_or_skipped_aloud()
    {
        var begin = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        desk.Now = begin;
        var schedules = Zones.Select((z, i) => desk.Schedule(z.Zone, z.Time, empty: i % 2 == 0)).ToList();
        var (documents, end) = (0, begin.AddDays(365));
        while (desk.Now < end)
        {
            Advance(schedules);
            while (documents < (desk.Now - begin).TotalDays / 4)
                desk.Add($"d{documents}", $"The harbour of Port Varran counted {documents + 100} ships at its quays this week, clerk number {documents} of the registry said. Rain fell.", day: $"{desk.Now:yyyy-MM-dd}", title: $"Count {documents++}");
            desk.Platform.Before = () => random.Next(12) == 0 ? new ChatException("the platform is down") { Transient = true } : null;
            desk.Platform.After = () => random.Next(12) == 0 ? new ChatException("the connection was lost") { Transient = true } : null;
            await RunAsync();
        }

        await SettleAsync();
        AssertEveryDueOnce(schedules, begin);
        AssertEveryDigestIsPostedOrTakenBack();
    }

    private void AssertEveryDigestIsPostedOrTakenBack()
    {
        Assert.Equal(desk.Platform.Posted.Count, desk.Platform.Posted.Select(p => p.Key.Value).Distinct(StringComparer.Ordinal).Count());
        var parts = desk.Library.Read(session => session.Connection.Query<(string Key, string Outcome, string Digest)>(
            "select o.post_key, o.status, d.status from digest_outbox o join digests d on d.id = o.digest_id", null, session.Transaction).ToList());
        Assert.Equal(
            desk.Platform.Posted.Select(p => p.Key.Value).Order(StringComparer.Ordinal),
            parts.Where(p => p.Outcome == "sent").Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.All(parts, part => Assert.Equal(part.Outcome == "sent" ? "composed" : "skipped", part.Digest));
        Assert.True(parts.Count(p => p.Outcome != "sent") < parts.Count / 20, $"{parts.Count(p => p.Outcome != "sent")} of {parts.Count} were taken back");
    }

    /// <summary>To the next due, or a while nearer to it; now and then the bot is down for up to half a day.</summary>
    private void Advance(List<DigestSchedule> schedules)
    {
        var next = desk.Library.Read(session => new ScheduleStore(session).List()).Min(s => s.NextDueUtc);
        Assert.Equal(schedules.Count, desk.Library.Read(session => new ScheduleStore(session).List()).Count);
        // What is still to be posted is looked at again soon, as it is while the bot runs.
        var soon = desk.Library.Read(session => schedules.Any(s => new OutboxStore(session).IsOpen(s.Id))) || next <= desk.Now ? desk.Now.AddMinutes(20) : next;
        desk.Now = random.Next(60) == 0 ? desk.Now.AddHours(random.Next(1, 13)) : next > desk.Now && next < soon ? next : soon;
    }

    /// <summary>One look of a process that may be killed at any point.</summary>
    private async Task RunAsync()
    {
        try
        {
            await desk.TickAsync(_ =>
            {
                if (random.Next(40) == 0) throw new KilledException();
            });
        }
        catch (KilledException)
        {
            desk.Now = desk.Now.AddMinutes(3);
        }
    }

    private async Task SettleAsync()
    {
        (desk.Platform.Before, desk.Platform.After) = (() => null, () => null);
        desk.Now = desk.Now.AddHours(1);
        await desk.TickAsync();
    }

    private void AssertEveryDueOnce(List<DigestSchedule> schedules, DateTimeOffset begin)
    {
        foreach (var schedule in schedules)
        {
            var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
            var dues = desk.Library.Read(session => session.Connection.Query<string>(
                "select due_utc from digests where schedule_id = $Id order by due_utc", new { schedule.Id }, session.Transaction).Select(DateTimeOffset.Parse).ToList());
            Assert.InRange(dues.Count, 363, 367);
            var expected = Instant.FromDateTimeOffset(begin).InZone(zone).Date;
            var locals = dues.ConvertAll(due => Instant.FromDateTimeOffset(due).InZone(zone).LocalDateTime);
            Assert.Equal(Enumerable.Range(0, locals.Count).Select(i => locals[0].Date.PlusDays(i)), locals.Select(l => l.Date));
            Assert.InRange(Period.DaysBetween(expected, locals[0].Date), 0, 1);
            var wanted = new LocalTime(schedule.Time.Hour, schedule.Time.Minute);
            Assert.All(locals.Where(l => l.TimeOfDay != wanted), l => Assert.Equal(0, zone.MapLocal(l.Date + wanted).Count));
        }
    }

    private sealed class KilledException : Exception;
}
