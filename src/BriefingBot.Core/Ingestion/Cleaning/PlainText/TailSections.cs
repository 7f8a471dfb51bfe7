namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>
/// Takes what stands after the end of the article: marked sections ("Related stories", "Leave a Reply"), and lists of
/// teasers without a mark. Where running text goes on after a mark, only the list under the mark goes.
/// </summary>
internal static class TailSections
{
    public const string Rule = "after the article";
    private const string ListRule = "list of other articles";

    /// <summary>Lines of running text in a row that show that the article goes on: after the mark of a list, and after what normally ends an article.</summary>
    private const int RunAfterSection = 2;
    private const int RunAfterEnd = 3;

    /// <summary>Prose an article must have before any of this applies to the lines after it.</summary>
    private const int FewestProse = 2;

    /// <param name="page">The page.</param>
    /// <param name="endsArticle">A line known to end the article (the line that says where it was published).</param>
    public static void Apply(TextPage page, TextLine? endsArticle)
    {
        if (endsArticle is not null) CutAfter(page, endsArticle);
        List<TextLine> lines = [.. page.Lines];
        var prose = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            // The lines of a comment form are gone by their phrases; that they stood there still counts.
            var ends = lines[i].Rule is null or "comment form" && SectionMarkers.EndsArticle(lines[i]);
            if (lines[i].Rule is not null && !ends) continue;
            if (ends && prose >= 1) CutFrom(lines, i, RunAfterEnd);
            else if (prose >= FewestProse && SectionMarkers.IsSection(lines[i])) CutFrom(lines, i, RunAfterSection);
            if (lines[i].Rule is null && lines[i].IsProse) prose++;
        }

        TeaserLists.Apply(page);
    }

    private static void CutAfter(TextPage page, TextLine end)
    {
        var after = page.Lines.SkipWhile(l => !ReferenceEquals(l, end)).Skip(1).Where(l => l.Rule is null).ToList();
        if (after.Count > 0 && RunStart(after, 0, RunAfterEnd) < 0)
            after.ForEach(l => l.Rule = Rule);
    }

    private static void CutFrom(List<TextLine> lines, int mark, int run)
    {
        var goesOn = RunStart(lines, mark + 1, run);
        var rest = lines.Skip(mark + 1).Where(l => l.Rule is null).ToList();
        if (goesOn < 0 && (run == RunAfterEnd || IsAllList(rest)))
        {
            for (var i = mark; i < lines.Count; i++) lines[i].Rule ??= Rule;
            return;
        }

        var end = goesOn < 0 ? mark + 1 : goesOn;
        while (goesOn < 0 && end < lines.Count && !lines[end].IsProse) end++;
        if (!lines.Skip(mark + 1).Take(end - mark - 1).Any(l => l.IsHeadline)) return;
        for (var i = mark; i < end; i++) lines[i].Rule ??= ListRule;
    }

    /// <summary>Nothing but headlines, days and teasers: a single paragraph under a single heading may be the article's last.</summary>
    private static bool IsAllList(List<TextLine> rest)
    {
        var prose = rest.Count(l => l.IsProse && !l.IsCutOff);
        return prose == 0 || rest.Count(l => !l.IsProse) >= Math.Max(2, prose);
    }

    /// <summary>Where at least <paramref name="run"/> lines of running text follow each other; -1 when nowhere.</summary>
    private static int RunStart(List<TextLine> lines, int from, int run)
    {
        var count = 0;
        for (var i = from; i < lines.Count; i++)
        {
            if (lines[i].Rule is not null) continue;
            count = lines[i].IsProse && !lines[i].IsCutOff && lines[i].Words >= 12 ? count + 1 : 0;
            if (count < run) continue;
            var start = i;
            for (var left = run - 1; left > 0;)
            {
                if (lines[--start].Rule is null) left--;
            }

            return start;
        }

        return -1;
    }
}
