using System.Globalization;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Digests;

/// <summary>What a digest says around its stories, and the whole of it as plain text. It names no library: what a file is called may be another workspace's business.</summary>
internal static class DigestWords
{
    /// <summary>Stands over what documents said of their own correction.</summary>
    public const string CorrectedHeading = "Corrected or withdrawn since the digest before";

    /// <summary>Skipped dues told one by one; more are told together.</summary>
    private const int SkippedOneByOne = 3;

    public static IReadOnlyList<string> Opening(Digest digest, News news, DigestSchedule? schedule, IReadOnlyList<(DateTimeOffset DueUtc, string Reason)> skipped)
    {
        var day = Local(digest.DueUtc, schedule).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
        var topic = schedule?.Topic is { } words ? $" · {words}" : "";
        return [$"Digest of {day}{topic}", Counts(digest, news, schedule), .. Skipped(skipped, schedule)];
    }

    public static IReadOnlyList<string> Closing(Digest digest, DigestSchedule? schedule)
    {
        var lines = new List<string>();
        if (digest.More > 0) lines.Add($"{digest.More} more {(digest.More == 1 ? "story is" : "stories are")} only counted here.");
        if (schedule is not null)
        {
            var next = schedule.NextAfter(digest.ToUtc > digest.DueUtc ? digest.ToUtc : digest.DueUtc);
            lines.Add($"Next: {Time(next, schedule)}, {schedule.Zone}.");
        }

        return lines;
    }

    /// <summary>"1 Update: Walkout enters second day · 5 publishers"; that there is one publisher goes without saying.</summary>
    public static string Heading(DigestStory story, int number) => $"{number} {Title(story)}{(story.Publishers > 1 ? $" · {Phrases.Count(story.Publishers, "publisher")}" : "")}";

    /// <summary>The headline, marked where the story goes on.</summary>
    public static string Title(DigestStory story) => story.UpdateOf is null ? story.Headline : $"Update: {story.Headline}";

    /// <summary>Opening, stories with their numbers, closing; stories are parted by blank lines.</summary>
    public static string Text(Digest digest)
    {
        var lines = digest.Opening.ToList();
        for (var i = 0; i < digest.Stories.Count; i++)
        {
            var story = digest.Stories[i];
            lines.Add("");
            lines.Add(Heading(story, i + 1) + (story.UpdateOf is { } earlier ? $" · told before in {earlier}" : ""));
            lines.AddRange(story.Sentences.Select(s => s.Text));
            lines.AddRange(Carriers(digest, story));
        }

        if (digest.Corrected.Count > 0) lines.AddRange(["", CorrectedHeading, .. digest.Corrected.Select(s => s.Text)]);
        if (digest.Closing.Count > 0) lines.Add("");
        return string.Join('\n', [.. lines, .. digest.Closing]);
    }

    private static string Counts(Digest digest, News news, DigestSchedule? schedule)
    {
        var since = digest.FromUtc is { } from ? $" since {Time(from, schedule)}" : "";
        if (news.Documents == 0) return $"Nothing new{since}.";
        var copies = news.Copies == 0 ? "" : news.Copies == news.Documents ? (news.Copies == 1 ? ", a copy" : ", all copies") : $", {news.Copies:N0} of them {(news.Copies == 1 ? "a copy" : "copies")}";
        var stories = news.Stories.Count == 0 ? "no new story" : news.Stories.Count == 1 ? "1 story" : $"{news.Stories.Count:N0} stories";
        return $"{Phrases.Count(news.Documents, "new document")}{since}{copies} · {stories}";
    }

    private static IEnumerable<string> Skipped(IReadOnlyList<(DateTimeOffset DueUtc, string Reason)> skipped, DigestSchedule? schedule) => skipped.Count <= SkippedOneByOne
        ? skipped.Select(s => $"The digest of {Time(s.DueUtc, schedule)} was skipped: {s.Reason}.")
        : [$"{skipped.Count} digests, from {Time(skipped[0].DueUtc, schedule)} to {Time(skipped[^1].DueUtc, schedule)}, were skipped: {skipped[^1].Reason}."];

    private static IEnumerable<string> Carriers(Digest digest, DigestStory story)
    {
        var numbers = story.Sentences.SelectMany(s => s.Citations).ToHashSet();
        foreach (var citation in digest.Citations.Where(c => numbers.Contains(c.N) && c.AlsoCarriedBy.Count > 0))
            yield return $"[{citation.N}] also carried by {string.Join(", ", citation.AlsoCarriedBy)}";
    }

    private static string Time(DateTimeOffset instant, DigestSchedule? schedule) =>
        Local(instant, schedule).ToString(schedule is null ? "dddd d MMMM HH:mm 'UTC'" : "dddd d MMMM HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset instant, DigestSchedule? schedule) => schedule?.Local(instant) ?? instant.ToUniversalTime();
}
