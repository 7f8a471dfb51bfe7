using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Corrections;

/// <summary>
/// Finds what a text says of its own corrections and of its being withdrawn. A report about somebody else's correction is none: a verb counts
/// only behind a name the text has for itself, a label only at the beginning of its line.
/// </summary>
internal static class NoticeFinder
{
    /// <summary>Notices of one text, at most.</summary>
    private const int Most = 8;

    /// <summary>UTF-16 code units around a hit that are looked at, where a line goes on and on.</summary>
    private const int Around = 1_500;

    /// <summary>A labelled notice ends with the sentence that passes this length.</summary>
    private const int LongestLabelled = 500;

    /// <summary>In the order of the text; what only the title says comes first, what stands beside the text on its page last.</summary>
    /// <param name="title">Of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="removed">
    /// What was taken out of the page: newsrooms put notices into boxes. Labels tell nothing there, for they may be another article's.
    /// </param>
    public static IReadOnlyList<Notice> Find(string title, string text, IReadOnlyList<RemovedPart>? removed = null)
    {
        var notices = new List<Notice>();
        if (NoticeLines.Title(title) is { } kind) notices.Add(new Notice(kind, null));
        if (NoticeHints.AreIn(text)) Inside(text, notices);
        for (var part = 0; part < removed?.Count && notices.Count < Most; part++)
        {
            if (NoticeHints.AreIn(removed[part].Text)) Beside(removed[part].Text, part, notices);
        }

        return notices;
    }

    private static void Inside(string text, List<Notice> notices)
    {
        for (var at = 0; at < text.Length && notices.Count < Most;)
        {
            var hit = NoticeHints.IndexIn(text, at);
            if (hit < 0) return;
            at = Math.Max(Read(text, Line(text, at, hit), notices), hit + 1);
        }
    }

    private static void Beside(string text, int part, List<Notice> notices)
    {
        for (var at = 0; at < text.Length && notices.Count < Most;)
        {
            var hit = NoticeHints.IndexIn(text, at);
            if (hit < 0) return;
            var line = Line(text, at, hit);
            foreach (var sentence in SentenceSplitter.Split(line.Of(text)))
            {
                if (notices.Count < Most && NoticeLines.Sentence(sentence.Of(line.Of(text))) is { } kind)
                    notices.Add(new Notice(kind, new TextRange(line.Start + sentence.Start, line.Start + sentence.End), part));
            }

            at = Math.Max(line.End, hit + 1);
        }
    }

    private static TextRange Line(string text, int from, int hit)
    {
        var start = text.LastIndexOf('\n', hit, hit - from + 1) + 1;
        start = start == 0 ? from : start;
        var end = text.IndexOf('\n', hit);
        return new TextRange(Math.Max(start, hit - Around), Math.Min(end < 0 ? text.Length : end, hit + Around));
    }

    /// <returns>Where to read on.</returns>
    private static int Read(string text, TextRange line, List<Notice> notices)
    {
        var isWhole = line.Start == 0 || text[line.Start - 1] == '\n';
        if (isWhole && NoticeLines.Label(line.Of(text)) is { } label)
        {
            var range = label.IsAlone ? Following(text, line) : Trimmed(text, line);
            if (range is { } found && NoticeLines.Labelled(label, found.Of(text)) is { } kind)
            {
                notices.Add(new Notice(kind, Shortened(text, found)));
                return found.End;
            }
        }

        foreach (var sentence in SentenceSplitter.Split(line.Of(text)))
        {
            if (notices.Count < Most && NoticeLines.Sentence(sentence.Of(line.Of(text))) is { } kind)
                notices.Add(new Notice(kind, new TextRange(line.Start + sentence.Start, line.Start + sentence.End)));
        }

        return line.End;
    }

    /// <summary>A label on a line of its own goes with the paragraph below it.</summary>
    private static TextRange? Following(string text, TextRange line)
    {
        var start = line.End;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        if (start == text.Length) return null;
        var end = text.IndexOf('\n', start);
        return Trimmed(text, new TextRange(line.Start, Math.Min(end < 0 ? text.Length : end, start + Around)));
    }

    private static TextRange Trimmed(string text, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextRange(start, end);
    }

    private static TextRange Shortened(string text, TextRange range)
    {
        if (range.Length <= LongestLabelled) return range;
        var ends = SentenceSplitter.Split(range.Of(text)).Select(s => s.End).ToList();
        var end = ends.Find(e => e >= LongestLabelled);
        return new TextRange(range.Start, range.Start + (end == 0 ? range.Length : end));
    }
}
