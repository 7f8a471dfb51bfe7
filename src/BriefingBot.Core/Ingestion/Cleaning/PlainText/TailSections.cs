namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>
/// Takes what stands after the end of the article: marked sections ("Related stories", "Leave a Reply"), and lists of
/// teasers without a mark. Where running text goes on after a mark, only the list under the mark goes.
/// </summary>
internal static class TailSections
{
    public const string Rule = "after the article";

    /// <summary>Lines of running text in a row that show that the article goes on: after the mark of a list, and after what normally ends an article.</summary>
    private const int RunAfterSection = 2;
    private const int RunAfterEnd = 3;

    /// <summary>Words a line of that later run has at least: readers' comments are short.</summary>
    private const int FewestWords = 12;

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
            if (ends && prose >= 1) CutFrom(lines, i);
            else if (prose >= FewestProse && SectionMarkers.IsSection(lines[i])) CutSection(lines, i);
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

    private static void CutFrom(List<TextLine> lines, int mark)
    {
        var rest = lines.Skip(mark + 1).Where(l => l.Rule is null).ToList();
        // Readers' comments have names and days between them; two paragraphs and nothing else are the article's.
        if (RunStart(rest, 0, RunAfterEnd) >= 0 || (rest.Count >= RunAfterSection && rest.TrueForAll(l => l.IsProse && !l.IsCutOff))) return;
        for (var i = mark; i < lines.Count; i++) lines[i].Rule ??= Rule;
    }

    /// <summary>Takes the heading of a section with the list below it, up to the next section or to where the article goes on.</summary>
    private static void CutSection(List<TextLine> lines, int mark)
    {
        var end = mark + 1;
        while (end < lines.Count && !SectionMarkers.IsSection(lines[end]) && !SectionMarkers.EndsArticle(lines[end])) end++;
        var section = lines.GetRange(mark + 1, end - mark - 1).FindAll(l => l.Rule is null);
        var goesOn = ArticleStart(section);
        if (goesOn >= 0) section.RemoveRange(goesOn, section.Count - goesOn);
        // A section of an article may well be called "Photos" or "Opinion".
        if (goesOn >= 0 && !section.Exists(l => l.IsHeadline)) return;
        lines[mark].Rule = Rule;
        section.ForEach(l => l.Rule = Rule);
    }

    /// <summary>
    /// Where the article goes on after the list: two lines of running text in a row, or a single one that nothing cuts off.
    /// In a list of teasers every text stands below a headline of its own.
    /// </summary>
    private static int ArticleStart(List<TextLine> section)
    {
        var run = RunStart(section, 0, RunAfterSection);
        if (run >= 0) return run;
        return section.Count(l => l.IsProse) == 1 ? section.FindIndex(l => l.IsProse && !l.IsCutOff) : -1;
    }

    /// <summary>Where at least <paramref name="run"/> lines of running text follow each other; -1 when nowhere.</summary>
    private static int RunStart(List<TextLine> lines, int from, int run)
    {
        var count = 0;
        for (var i = from; i < lines.Count; i++)
        {
            if (lines[i].Rule is not null) continue;
            count = lines[i].IsProse && !lines[i].IsCutOff && (run < RunAfterEnd || lines[i].Words >= FewestWords) ? count + 1 : 0;
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
