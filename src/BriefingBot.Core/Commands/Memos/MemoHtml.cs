using System.Text;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;

namespace BriefingBot.Core.Commands.Memos;

/// <summary>One page of HTML without script, that prints well; every stored text is text.</summary>
internal static class MemoHtml
{
    private const string Head =
        """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>
        body { font: 16px/1.5 Georgia, serif; max-width: 42em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere; }
        h1 { font-size: 1.4em; } footer, .origin { font: 13px/1.5 system-ui, sans-serif; color: #555; }
        sup a { text-decoration: none; } @media print { a { color: inherit; } }
        </style>
        """;

    public static string Write(Answer answer)
    {
        var memo = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n").Append(Head.ReplaceLineEndings("\n"));
        memo.Append("\n<title>").Append(Text(answer.Question)).Append("</title>\n</head>\n<body>\n<h1 dir=\"auto\">").Append(Text(answer.Question)).Append("</h1>\n");
        if (answer.RewrittenQuestion is { } rewritten) Paragraph(memo, $"Understood as: {rewritten}");
        if (Memo.Doubt(answer) is { Length: > 0 } doubt) Paragraph(memo, doubt);
        foreach (var caution in answer.Cautions) memo.Append("<p dir=\"auto\"><strong>").Append(Text(caution)).Append("</strong></p>\n");
        foreach (var sentence in answer.Sentences)
        {
            memo.Append("<p dir=\"auto\">");
            foreach (var (text, number) in Memo.Parts(sentence)) memo.Append(Text(text)).Append(number is { } n ? Number(n) : "");
            memo.Append("</p>\n");
        }

        if (answer.Sentences.Count == 0) Paragraph(memo, answer.Text);
        if (answer.Citations.Count == 0 && answer.Related.Count > 0)
            memo.Append("<p>Related, but no answer: ").AppendJoin(", ", answer.Related.Select(c => Text(c.Title) + Number(c.N))).Append("</p>\n");
        memo.Append("<ol>\n");
        foreach (var citation in Memo.Sources(answer)) Footnote(memo, citation);
        memo.Append("</ol>\n<footer>\n");
        foreach (var note in answer.Notes) Paragraph(memo, note);
        Paragraph(memo, Memo.Footer(answer));
        return memo.Append("</footer>\n</body>\n</html>\n").ToString();
    }

    internal static void Footnote(StringBuilder memo, Citation citation)
    {
        memo.Append($"<li id=\"n{citation.N}\" value=\"{citation.N}\"><q dir=\"auto\">");
        memo.Append(citation.Quote.Length > 0 ? Text(citation.Quote) : "The quote was removed together with its document.").Append("</q><br>\n<span class=\"origin\" dir=\"auto\">");
        memo.Append(Memo.Link(citation) is { } link ? $"<a rel=\"noreferrer\" href=\"{Text(link)}\">{Text(citation.Title)}</a>" : Text(citation.Title));
        memo.Append(" · ").Append(Text(Memo.Origin(citation)));
        if (CorrectionWords.OfPlace(citation.Now, citation.Quote) is { } now) memo.Append("<br>\n").Append(Text(now));
        memo.Append("</span></li>\n");
    }

    private static void Paragraph(StringBuilder memo, string text) => memo.Append("<p dir=\"auto\">").Append(Text(text)).Append("</p>\n");

    internal static string Number(int n) => $"<sup><a href=\"#n{n}\">[{n}]</a></sup>";

    // The five marks of HTML; everything else stands as it is, in UTF-8.
    internal static string Text(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").Replace("\0", "").ToString();
}
