using System.Buffers;
using BriefingBot.Core.Ingestion.Cleaning.PlainText;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>What the running text itself says about a document: its dateline, who it is credited to, its language, and a title where nobody gave one.</summary>
internal static class TextMetadata
{
    private const int LongestTitle = 100;
    private const int DatelineLength = 100;
    private const int Opening = 1500;
    private static readonly SearchValues<char> PlaceEnds = SearchValues.Create(",(:-–—)");
    private static readonly string[] DatelineEnds = [" - ", " – ", " — ", " -- ", ": ", ") ", "):"];

    /// <param name="text">The clean text.</param>
    /// <param name="known">What is known already; a field it sets is not looked for, but a day read from a URL gives way to the text's own.</param>
    /// <param name="fetchedUtc">When the bytes were read: a day without a year lies before it.</param>
    public static DocumentMetadata Complete(string text, DocumentMetadata known, DateTimeOffset fetchedUtc)
    {
        var (day, source) = known.PublishedFrom is null or DateSource.Url ? Published(text, fetchedUtc) : (null, null);
        var found = new DocumentMetadata
        {
            Title = known.Title.Length > 0 ? "" : TitleFrom(text),
            Agency = known.Agency is null ? AgencyMentions.Find(text, known.Publisher) : null,
            Language = known.Language is null ? LanguageDetector.Detect(text) : null,
            PublishedOn = day,
            PublishedFrom = source,
        };
        return MetadataMerge.Merge(known, found);
    }

    /// <summary>The first sentence without its dateline, cut at a word where it is longer than a title.</summary>
    public static string TitleFrom(string text)
    {
        var start = text[..Math.Min(text.Length, Opening)];
        var sentences = SentenceSplitter.Split(start);
        if (sentences.Count == 0) return "";
        var sentence = sentences[0].Of(start).Replace('\n', ' ');
        var dateline = DatelineEnd(sentence);
        if (dateline > 0 && sentence.Length - dateline > 20) sentence = sentence[dateline..];
        if (sentence.Length <= LongestTitle) return sentence.TrimEnd('.', ',', ':', ' ');
        var cut = sentence.LastIndexOf(' ', LongestTitle - 1);
        if (cut < LongestTitle / 2) cut = char.IsLowSurrogate(sentence[LongestTitle - 1]) ? LongestTitle - 2 : LongestTitle - 1;
        return sentence[..cut].TrimEnd(',', ';', ':', '–', '—', '-', ' ') + "…";
    }

    /// <summary>Where the text goes on after "PORT VARRAN: " or "PORT VARRAN, March 3 (Lissa Wire) - "; 0 where it does not open so.</summary>
    private static int DatelineEnd(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, DatelineLength));
        var end = -1;
        foreach (var mark in DatelineEnds)
        {
            var at = start.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && (end < 0 || at + mark.Length < end)) end = at + mark.Length;
        }

        if (end < 0) return 0;
        while (end < text.Length && text[end] is '-' or '–' or '—' or ' ' or ':') end++;
        // A place is written in capitals, or as one or two words before a colon.
        var place = start[..start.IndexOfAny(PlaceEnds)].Trim();
        var words = place.Count(' ') + 1;
        return place.Length > 1 && char.IsUpper(place[0]) && (IsShouted(place) || (words <= 2 && start[place.Length] == ':' && char.IsUpper(place[place.LastIndexOf(' ') + 1]))) ? end : 0;
    }

    private static bool IsShouted(ReadOnlySpan<char> place)
    {
        foreach (var c in place)
        {
            if (char.IsLower(c)) return false;
        }

        return place.Length > 2;
    }

    private static (DateOnly? Day, DateSource? Source) Published(string text, DateTimeOffset fetchedUtc)
    {
        var start = text[..Math.Min(text.Length, Opening)];
        var mentions = DateMentions.Find(start);
        var dateline = DatelineEnd(start);
        if (mentions.FirstOrDefault(m => m.Range.End <= dateline && m.Date is not null) is { } written)
            return (written.Date, DateSource.Text);
        var sentences = SentenceSplitter.Split(start);
        var end = sentences.Count == 0 ? 0 : sentences[Math.Min(2, sentences.Count - 1)].End;
        var open = mentions.FirstOrDefault(m => m is { Year: null, Month: not null, Day: not null, Weekday: not null } && m.Range.End <= end);
        return open is not null && OnlyCandidate(open, fetchedUtc) is { } day ? (day, DateSource.TextInferred) : (null, null);
    }

    /// <summary>The one day within the year before the fetch that has this weekday, month and day; null when there is none, or more than one.</summary>
    internal static DateOnly? OnlyCandidate(DateMention mention, DateTimeOffset fetchedUtc)
    {
        var fetched = DateOnly.FromDateTime(fetchedUtc.UtcDateTime);
        DateOnly? only = null;
        foreach (var year in new[] { fetched.Year - 1, fetched.Year })
        {
            if (mention is not { Month: { } month, Day: { } date } || date > DateTime.DaysInMonth(year, month)) continue;
            var day = new DateOnly(year, month, date);
            if (day > fetched || day <= fetched.AddYears(-1) || day.DayOfWeek != mention.Weekday) continue;
            if (only is not null) return null;
            only = day;
        }

        return only;
    }
}
