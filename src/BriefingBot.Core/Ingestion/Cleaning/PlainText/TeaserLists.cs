namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>
/// Takes a list of other articles at the end of the page that no heading announces: headlines with their day, or
/// written twice, or with a text that is cut off; and bare headlines, four or more in a row.
/// </summary>
internal static class TeaserLists
{
    private const string Rule = "list of other articles";
    private const int FewestSigns = 3;
    private const int FewestHeadlines = 4;
    private const int FewestProse = 3;

    public static void Apply(TextPage page)
    {
        var lines = page.Kept;
        var end = EndOfRunningText(lines);
        if (end < 0 || end + FewestHeadlines > lines.Count || lines.Take(end).Count(l => l.IsProse) < FewestProse) return;
        var tail = lines.GetRange(end, lines.Count - end);
        var first = tail.FindIndex(l => l.IsHeadline || DayLine.IsDay(l));
        if (first < 0) return;
        if (end + first > 0 && lines[end + first - 1].Text[^1] is ':' or '：') return;
        tail = tail.GetRange(first, tail.Count - first);
        if (Signs(tail) >= FewestSigns || IsListOfHeadlines(tail)) tail.ForEach(l => l.Rule ??= Rule);
    }

    /// <summary>One past the last place where two lines of running text follow each other, none cut off.</summary>
    private static int EndOfRunningText(List<TextLine> lines)
    {
        for (var i = lines.Count - 1; i > 0; i--)
        {
            if (IsRunning(lines[i]) && IsRunning(lines[i - 1])) return i + 1;
        }

        return -1;
    }

    private static bool IsRunning(TextLine line) => line.IsProse && !line.IsCutOff;

    private static int Signs(List<TextLine> tail)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return tail.Count(l => l.IsCutOff || DayLine.IsDay(l) || (l.IsHeadline && !seen.Add(l.Key)));
    }

    private static bool IsListOfHeadlines(List<TextLine> tail) =>
        tail.Count >= FewestHeadlines && tail.TrueForAll(l => l.IsHeadline && l.Words is >= 5 and <= 25 && !l.EndsSentence && !l.Text.AsSpan().ContainsAny(";:(") && !l.Text.Contains(". ", StringComparison.Ordinal) && l.Text[^1] != ',' && !char.IsLower(l.Text[0]));
}
