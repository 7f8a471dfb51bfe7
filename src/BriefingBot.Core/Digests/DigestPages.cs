using System.Globalization;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Digests;

/// <summary>A digest in words: as plain text, and in parts for a channel.</summary>
internal static class DigestPages
{
    /// <summary>Stories in one part; a platform shows a part as one message.</summary>
    private const int StoriesPerPart = 4;

    /// <param name="digest">The digest.</param>
    /// <param name="news">What it was made of.</param>
    /// <param name="schedule">Null where it is made by hand.</param>
    /// <param name="skipped">Dues passed over since the last one.</param>
    public static string Text(Digest digest, News news, DigestSchedule? schedule, IReadOnlyList<(DateTimeOffset DueUtc, string Reason)> skipped)
    {
        var lines = new List<string> { Opening(digest, news, schedule) };
        lines.AddRange(skipped.Select(s => $"The digest of {Time(s.DueUtc, schedule)} was skipped: {s.Reason}."));
        if (digest.Stories.Count == 0) lines.Add("Nothing new.");
        for (var i = 0; i < digest.Stories.Count; i++)
        {
            lines.Add("");
            lines.Add(Heading(digest.Stories[i], i + 1));
            // A blank line would end the story.
            lines.AddRange(digest.Stories[i].Sentences.Select(s => s.Text.Replace("\n\n", "\n", StringComparison.Ordinal)));
            lines.AddRange(Carriers(digest, digest.Stories[i]));
        }

        lines.Add("");
        if (digest.Corrected.Count > 0) lines.Add("Corrected or withdrawn since the digest before:");
        lines.AddRange(digest.Corrected.Select(s => s.Text.Replace("\n\n", "\n", StringComparison.Ordinal)));
        if (digest.More > 0) lines.Add($"{digest.More} more {(digest.More == 1 ? "story" : "stories")}, counted only.");
        if (schedule is not null) lines.Add($"Next: {Time(schedule.NextAfter(digest.ToUtc > digest.DueUtc ? digest.ToUtc : digest.DueUtc), schedule)} {schedule.Zone}");
        return string.Join('\n', lines).TrimEnd();
    }

    /// <summary>How many parts a digest of so many stories has.</summary>
    public static int Parts(int stories) => Math.Max(1, (stories + StoriesPerPart - 1) / StoriesPerPart);

    /// <summary>The key under which a part is posted and found again.</summary>
    public static PostKey Key(string digestId, int part) => new($"D-{digestId}-{part}");

    /// <summary>One part, from 1; its last line carries the digest's id and the part.</summary>
    /// <param name="digestId">The id.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="citations">Of the whole digest.</param>
    /// <param name="part">From 1.</param>
    /// <param name="parts">How many there are.</param>
    public static ChatReply Part(string digestId, string text, IReadOnlyList<Citation> citations, int part, int parts)
    {
        // Stories are divided by blank lines; the opening and the closing are no stories.
        var sections = text.Split("\n\n");
        var told = sections.Length > 1 && !IsStory(sections[^1]) ? sections.Length - 2 : sections.Length - 1;
        var blocks = new List<ReplyBlock>();
        if (part == 1) blocks.Add(new TextBlock(sections[0]));
        blocks.AddRange(sections.Skip(1 + ((part - 1) * StoriesPerPart)).Take(Math.Min(StoriesPerPart, Math.Max(0, told - ((part - 1) * StoriesPerPart)))).Select(s => new TextBlock(s)));
        if (part == parts && told < sections.Length - 1) blocks.Add(new TextBlock(sections[^1]));
        blocks.AddRange(citations.Where(c => blocks.OfType<TextBlock>().Any(b => b.Text.Contains($"[{c.N}]", StringComparison.Ordinal))).Select(Source).ToList());
        blocks.Add(new TextBlock($"{Key(digestId, part)} {part}/{parts}", TextTone.Footer));
        return new ChatReply { Blocks = blocks, AnswerId = digestId };
    }

    private static bool IsStory(string section) => section.Length > 0 && char.IsAsciiDigit(section[0]) && section.Contains('[', StringComparison.Ordinal);

    private static string Opening(Digest digest, News news, DigestSchedule? schedule)
    {
        var since = digest.FromUtc is { } from ? $" · since {Time(from, schedule)}" : "";
        var day = Local(digest.DueUtc, schedule).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
        return $"{digest.Library}, {day} · {Count(news.Documents, "new document")}, {news.Stories.Count} {(news.Stories.Count == 1 ? "story" : "stories")}, {news.Copies} of them copies{since}";
    }

    private static string Heading(DigestStory story, int number) =>
        $"{number} {(story.UpdateOf is null ? "" : "Update: ")}{story.Headline} · {Count(story.Publishers, "publisher")}{(story.UpdateOf is { } earlier ? $" · told before in {earlier}" : "")}";

    private static IEnumerable<string> Carriers(Digest digest, DigestStory story)
    {
        var numbers = story.Sentences.SelectMany(s => s.Citations).ToHashSet();
        foreach (var citation in digest.Citations.Where(c => numbers.Contains(c.N) && c.AlsoCarriedBy.Count > 0))
            yield return $"[{citation.N}] also carried by {string.Join(", ", citation.AlsoCarriedBy)}";
    }

    private static SourceBlock Source(Citation citation) => new()
    {
        Number = citation.N,
        Title = citation.Title,
        Publisher = citation.Publisher,
        Date = citation.PublishedOn?.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        AlsoCarriedBy = citation.AlsoCarriedBy,
        Url = citation.Url,
        Quote = citation.Quote,
    };

    private static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    private static string Time(DateTimeOffset instant, DigestSchedule? schedule) =>
        Local(instant, schedule).ToString(schedule is null ? "dddd d MMMM HH:mm 'UTC'" : "dddd d MMMM HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset instant, DigestSchedule? schedule) => schedule?.Local(instant) ?? instant.ToUniversalTime();
}
