namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>What the top of a page says about its title, and whose page it is.</summary>
internal sealed record PageTitle(string Title, string? Publisher);

/// <summary>Finds the headline above the article and takes it, and every repetition of it, out of the text: the title is metadata.</summary>
internal static class TitleLines
{
    private const string Rule = "title";
    private const string RepeatedRule = "repeated title";
    private const int MostHeadLines = 15;
    private const int MostPublisherWords = 5;
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", ": "];

    /// <param name="page">The page; lines that only repeat the title are taken.</param>
    /// <param name="given">A title known from outside; "" when none is.</param>
    public static PageTitle Take(TextPage page, string given)
    {
        var kept = page.Kept;
        var head = Head(kept);
        var found = given.Length > 0 ? new PageTitle(given, PublisherBeside(head, TextLine.KeyOf(given))) : Find(head);
        if (found.Title.Length == 0) return found;
        var key = TextLine.KeyOf(found.Title);
        var seen = false;
        foreach (var line in kept.Where(l => Says(l, key, found.Publisher)))
        {
            line.Rule = seen ? RepeatedRule : Rule;
            seen = true;
        }

        return found;
    }

    /// <summary>The lines above the running text. A page without running text has no head: it may be a list.</summary>
    private static List<TextLine> Head(List<TextLine> kept)
    {
        var first = ArticleSpan.Of(kept).First;
        return first <= 0 ? [] : kept.GetRange(0, Math.Min(first, MostHeadLines));
    }

    private static PageTitle Find(List<TextLine> head)
    {
        var candidates = head.FindAll(IsCandidate);
        foreach (var candidate in candidates)
        {
            if (PublisherBeside(candidates, candidate.Key) is { } publisher) return new PageTitle(Display(candidate), publisher);
        }

        var title = candidates.Find(c => candidates.Count(o => string.Equals(o.Key, c.Key, StringComparison.Ordinal)) > 1)
            ?? candidates.Find(c => c.Words >= 4)
            ?? candidates.FirstOrDefault();
        return title is null ? new PageTitle("", null) : WithoutPublisher(title);
    }

    private static bool IsCandidate(TextLine line) =>
        line.Words is >= 2 and <= 30 && (line.IsHeadline || (line.Words == 2 && !line.EndsSentence && !line.IsItem))
        && !SectionMarkers.IsSection(line) && !DayLine.IsDay(line) && line.Text[^1] is not (':' or ',' or ';') && !line.Key.StartsWith("by ", StringComparison.Ordinal);

    /// <summary>The rest of a line that is the title with a name before or after it: "Varran Courier - Cranes idle"; null when there is none.</summary>
    private static string? PublisherBeside(List<TextLine> head, string title)
    {
        foreach (var line in head.Where(l => l.Key.Length > title.Length && title.Length > 0))
        {
            foreach (var (before, after) in Splits(line.Text))
            {
                if (IsName(before) && string.Equals(TextLine.KeyOf(after), title, StringComparison.Ordinal)) return before;
                if (IsName(after) && string.Equals(TextLine.KeyOf(before), title, StringComparison.Ordinal)) return after;
            }
        }

        return null;
    }

    /// <summary>A title line of its own: "Cranes idle | Varran Courier" and, where the name is plainly a medium's, "Cranes idle - Varran Courier".</summary>
    private static PageTitle WithoutPublisher(TextLine title)
    {
        foreach (var (before, after) in Splits(title.Text))
        {
            var bar = title.Text.Contains(before + " | " + after, StringComparison.Ordinal);
            if (IsName(after) && before.Count(c => c == ' ') >= 2 && (bar || Metadata.MediaNames.IsMedium(after))) return new PageTitle(before, after);
        }

        return new PageTitle(Display(title), null);
    }

    private static bool Says(TextLine line, string title, string? publisher) =>
        !line.HasMoreLettersThan(title.Length + (publisher is null ? 0 : publisher.Length + 4)) && SaysInKey(line, title, publisher);

    private static bool SaysInKey(TextLine line, string title, string? publisher) =>
        string.Equals(line.Key, title, StringComparison.Ordinal)
        || (publisher is not null && line.Key.Length > title.Length && line.Key.Length <= title.Length + publisher.Length + 4
            && line.Key.Contains(title, StringComparison.Ordinal) && line.Key.Contains(TextLine.KeyOf(publisher), StringComparison.Ordinal));

    private static IEnumerable<(string Before, string After)> Splits(string text)
    {
        foreach (var separator in Separators)
        {
            var first = text.IndexOf(separator, StringComparison.Ordinal);
            if (first <= 0) continue;
            yield return (text[..first].Trim(), text[(first + separator.Length)..].Trim());
            var last = text.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > first) yield return (text[..last].Trim(), text[(last + separator.Length)..].Trim());
        }
    }

    private static bool IsName(string text) => text.Length is > 1 and <= 60 && char.IsUpper(text[0]) && text.Count(c => c == ' ') < MostPublisherWords && !text.EndsWith('.');

    private static string Display(TextLine line) => line.Text.Replace('\n', ' ').Trim('#', '*', ' ');
}
