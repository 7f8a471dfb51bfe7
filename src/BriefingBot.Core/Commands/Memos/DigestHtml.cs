using System.Text;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Memos;

/// <summary>What stands around a digest's page.</summary>
/// <param name="Style">The element that brings the style.</param>
/// <param name="Links">Words and addresses of ours shown on the screen and not on paper.</param>
/// <param name="Earlier">The address of an earlier digest's page, by its id; null where there are no pages.</param>
public sealed record DigestHtmlFrame(string Style, IReadOnlyList<(string Words, string Address)> Links, Func<string, string>? Earlier);

/// <summary>A digest as one page of HTML without script, that prints well; every stored text is text.</summary>
public static class DigestHtml
{
    /// <summary>The style as a sheet: quotes in a serif, our own words in a sans; on paper no story is torn where it can be helped.</summary>
    public const string Style =
        """
        :root { color-scheme: light dark; --ink: #1a1a1a; --grey: #5c5c5c; --line: #d8d4cb; --paper: #fdfcf9; --accent: #0b5394; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --grey: #a5a29b; --line: #3a3a38; --paper: #1b1b1a; --accent: #7fb3e6; } }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 44em; margin: 2.5em auto; padding: 0 1.2em; overflow-wrap: anywhere; }
        h1 { font-size: 1.5em; margin: 0 0 .2em; line-height: 1.25; }
        .counts, .skipped, .closing p, footer, .origin, .told, nav { color: var(--grey); font-size: .875em; }
        .counts { border-bottom: 2px solid var(--ink); padding-bottom: .8em; margin: 0 0 1.4em; }
        .story { margin: 0 0 1.5em; }
        .story h2 { font-size: 1.1em; margin: 0 0 .35em; line-height: 1.3; }
        .story h2 .number { color: var(--grey); font-weight: 400; margin-right: .4em; }
        .story h2 .mark { color: var(--accent); font-weight: 600; }
        .story p { margin: 0 0 .45em; }
        .told { margin: 0 0 .4em; }
        .quote { font-family: Georgia, "Noto Serif", "DejaVu Serif", serif; }
        .differ { border-left: 3px solid #c58a1c; padding-left: .7em; }
        sup { line-height: 0; } a { color: var(--accent); } sup a { text-decoration: none; padding: 0 .1em; }
        .sources { border-top: 1px solid var(--line); padding-top: 1em; }
        .sources h2 { font-size: .95em; margin: 0 0 .5em; }
        .sources ol { padding-left: 2em; margin: 0; font-size: .9em; } .sources li { margin: 0 0 .7em; } .sources li:target { background: color-mix(in srgb, var(--accent) 14%, transparent); }
        .sources q { quotes: "“" "”" "‘" "’"; }
        .closing { border-top: 1px solid var(--line); padding-top: .8em; } .closing p { margin: 0 0 .2em; }
        footer { margin-top: 1.2em; } nav { margin: 0 0 1.6em; } nav a { margin-right: 1.2em; }
        @page { margin: 18mm 16mm; }
        @media print {
          :root { color-scheme: light; --ink: #000; --grey: #444; --line: #999; --paper: #fff; --accent: #000; }
          body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; } nav { display: none; }
          .story, .sources li { break-inside: avoid; } h1, h2 { break-after: avoid; } p { orphans: 3; widows: 3; } .sources a { text-decoration: none; }
        }
        """;

    internal static string InlineStyle => "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<style>\n" + Style.ReplaceLineEndings("\n") + "\n</style>";

    /// <summary>The whole page.</summary>
    public static string Write(Digest digest, DigestHtmlFrame frame)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(frame);
        var title = Text(digest.Opening.Count > 0 ? digest.Opening[0] : "Digest");
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(frame.Style).Append("\n<title>").Append(title).Append("</title>\n</head>\n<body>\n");
        if (frame.Links.Count > 0) page.Append("<nav>").AppendJoin(' ', frame.Links.Select(link => $"<a href=\"{Text(link.Address)}\">{Text(link.Words)}</a>")).Append("</nav>\n");
        page.Append("<main>\n<h1 dir=\"auto\">").Append(title).Append("</h1>\n");
        foreach (var (i, line) in digest.Opening.Skip(1).Index()) page.Append(i == 0 ? "<p class=\"counts\">" : "<p class=\"skipped\">").Append(Text(line)).Append("</p>\n");
        foreach (var (i, story) in digest.Stories.Index()) Story(page, story, i + 1, frame);
        Corrected(page, digest.Corrected);
        if (digest.Closing.Count > 0) page.Append("<section class=\"closing\">\n").AppendJoin("", digest.Closing.Select(line => $"<p>{Text(line)}</p>\n")).Append("</section>\n");
        if (digest.Citations.Count > 0)
        {
            page.Append("<section class=\"sources\">\n<h2>Sources</h2>\n<ol>\n");
            foreach (var citation in digest.Citations) MemoHtml.Footnote(page, citation);
            page.Append("</ol>\n</section>\n");
        }

        return page.Append("</main>\n<footer>").Append(Text(DigestMemo.Footer(digest))).Append("</footer>\n</body>\n</html>\n").ToString();
    }

    private static void Story(StringBuilder page, DigestStory story, int number, DigestHtmlFrame frame)
    {
        page.Append("<section class=\"story\">\n<h2 dir=\"auto\"><span class=\"number\">").Append(number).Append("</span>");
        if (story.UpdateOf is not null) page.Append("<span class=\"mark\">Update:</span> ");
        page.Append(Text(story.Headline)).Append("</h2>\n");
        var told = new List<string>();
        if (story.Publishers > 1) told.Add(Phrases.Count(story.Publishers, "publisher"));
        if (story.UpdateOf is { } earlier) told.Add("told before in " + (frame.Earlier is { } address ? $"<a href=\"{Text(address(earlier))}\">the digest {earlier}</a>" : $"the digest {earlier}"));
        if (told.Count > 0) page.Append("<p class=\"told\">").AppendJoin(" · ", told).Append("</p>\n");
        Sentences(page, story.Sentences);
        page.Append("</section>\n");
    }

    private static void Corrected(StringBuilder page, IReadOnlyList<Libraries.AnswerSentence> sentences)
    {
        if (sentences.Count == 0) return;
        page.Append("<section class=\"story\">\n<h2>").Append(DigestWords.CorrectedHeading).Append("</h2>\n");
        Sentences(page, sentences);
        page.Append("</section>\n");
    }

    private static void Sentences(StringBuilder page, IReadOnlyList<Libraries.AnswerSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            page.Append(sentence.Kind == Libraries.SentenceKind.Disagreement ? "<p class=\"differ\" dir=\"auto\">" : "<p dir=\"auto\">");
            foreach (var (text, n) in Memo.Parts(sentence)) page.Append(Quoted(text)).Append(n is { } marker ? MemoHtml.Number(marker) : "");
            page.Append("</p>\n");
        }
    }

    // Our own words end where the quotation marks begin.
    private static string Quoted(string text)
    {
        var at = text.IndexOfAny(['“', '‘']);
        return at < 0 ? Text(text) : $"{Text(text[..at])}<span class=\"quote\">{Text(text[at..])}</span>";
    }

    private static string Text(string text) => MemoHtml.Text(text);
}
