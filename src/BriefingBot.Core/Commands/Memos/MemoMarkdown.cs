using System.Text;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Memos;

/// <summary>Markdown with footnotes (<c>[^1]</c>), as GitHub, Pandoc and Obsidian read them.</summary>
internal static class MemoMarkdown
{
    public static string Write(Answer answer)
    {
        var memo = new StringBuilder();
        memo.Append("# ").Append(Line(answer.Question)).Append("\n\n");
        if (answer.RewrittenQuestion is { } rewritten) memo.Append("Understood as: ").Append(Line(rewritten)).Append("\n\n");
        if (Memo.Doubt(answer) is { Length: > 0 } doubt) memo.Append(doubt).Append("\n\n");
        foreach (var caution in answer.Cautions) memo.Append("**").Append(Line(caution)).Append("**\n\n");
        foreach (var sentence in answer.Sentences)
        {
            foreach (var (text, number) in Memo.Parts(sentence)) memo.Append(Line(text)).Append(number is { } n ? $"[^{n}]" : "");
            memo.Append("\n\n");
        }

        if (answer.Sentences.Count == 0) memo.Append(Line(answer.Text)).Append("\n\n");
        if (answer.Citations.Count == 0 && answer.Related.Count > 0)
            memo.Append("Related, but no answer: ").AppendJoin(", ", answer.Related.Select(c => $"{Line(c.Title)}[^{c.N}]")).Append("\n\n");
        foreach (var citation in Memo.Sources(answer)) Footnote(memo, citation);
        foreach (var note in answer.Notes) memo.Append('\n').Append(Line(note)).Append('\n');
        return memo.Append("\n---\n").Append(Line(Memo.Footer(answer))).Append('\n').ToString();
    }

    internal static void Footnote(StringBuilder memo, Citation citation)
    {
        memo.Append($"[^{citation.N}]: ");
        memo.Append(citation.Quote.Length > 0 ? $"“{Line(citation.Quote)}”" : "(The quote was removed together with its document.)");
        memo.Append(" — ").Append(Line(Phrases.Dotted(citation.Title, Memo.Origin(citation))));
        if (Memo.Link(citation) is { } link) memo.Append(" · <").Append(link.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)).Append('>');
        if (CorrectionWords.OfPlace(citation.Now, citation.Quote) is { } now) memo.Append(" — ").Append(Line(now));
        memo.Append('\n');
    }

    /// <summary>
    /// One line in which nothing is markup: every ASCII mark that can begin any is escaped (CommonMark 0.31, 2.4), addresses that some readers link
    /// by themselves are broken up by escapes too, and marks that reorder text are left out.
    /// </summary>
    internal static string Line(string text)
    {
        var line = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')) continue;
            if (char.IsControl(c) || char.IsWhiteSpace(c)) line.Append(' ');
            else if (c == '<') line.Append("&lt;");
            else if (c == '&') line.Append("&amp;");
            else if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '>' or '#' or '|' or '~' or '!' or '$' or '^' or '=' or '@') line.Append('\\').Append(c);
            else if (c == ':' && BeginsSomething(text, i)) line.Append('\\').Append(c);
            else line.Append(c);
        }

        var written = line.ToString().Trim();
        // A list, or a number with its dot, at the beginning.
        if (written is ['-' or '+', ..]) return "\\" + written;
        var digits = written.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < written.Length && written[digits] is ('.' or ')') ? written.Insert(digits, "\\") : written;
    }

    // An address ("mailto:…", "http://…") or an emoji's name (":…:") begins; the colon of a sentence or a time of day does not.
    private static bool BeginsSomething(string text, int colon)
    {
        if (colon + 1 == text.Length || char.IsWhiteSpace(text[colon + 1])) return false;
        return colon == 0 || !char.IsAsciiDigit(text[colon - 1]) || !char.IsAsciiDigit(text[colon + 1]);
    }
}
