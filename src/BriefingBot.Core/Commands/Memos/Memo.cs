using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Memos;

/// <summary>How a memo is written.</summary>
public enum MemoFormat { Markdown, Html }

/// <summary>An answer as a document to hand on: the claims, and every quote as a footnote with its publisher, date and link.</summary>
public static class Memo
{
    /// <summary>The memo as text. Everything in it that came from documents, models or people is escaped: it can neither format nor link.</summary>
    public static string Write(Answer answer, MemoFormat format)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return format == MemoFormat.Html ? MemoHtml.Write(answer) : MemoMarkdown.Write(answer);
    }

    /// <summary>The memo as a file named after the answer; UTF-8.</summary>
    public static ReplyFile File(Answer answer, MemoFormat format)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var bytes = System.Text.Encoding.UTF8.GetBytes(Write(answer, format));
        return format == MemoFormat.Html
            ? new ReplyFile($"{answer.AnswerId}.html", "text/html; charset=utf-8", bytes)
            : new ReplyFile($"{answer.AnswerId}.md", "text/markdown; charset=utf-8", bytes);
    }

    /// <summary>What the footnotes are about: the sources of a brief, the nearest passages of a refusal.</summary>
    internal static IReadOnlyList<Citation> Sources(Answer answer) => answer.Citations.Count > 0 ? answer.Citations : answer.Related;

    /// <summary>Title, who carried it and when; without its link.</summary>
    internal static string Origin(Citation citation) => Phrases.Dotted(
        citation.Publisher ?? citation.Agency,
        citation.Byline,
        citation.PublishedOn is { } day ? Phrases.Day(day) : "undated",
        citation.Page is { } page ? $"p. {page}" : null,
        citation.AlsoCarriedBy.Count > 0 ? $"also carried by {string.Join(", ", citation.AlsoCarriedBy)}" : null,
        citation.Status switch { CitationStatus.Superseded => "changed since", CitationStatus.Removed => "removed from the library since", _ => null });

    /// <summary>The link, where it is one that a reader may follow.</summary>
    internal static string? Link(Citation citation) =>
        Uri.TryCreate(citation.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    internal static string Footer(Answer answer) => Phrases.Dotted(
        $"Answer {answer.AnswerId}",
        $"asked {ReplyWords.Minute(answer.AskedUtc)}",
        answer.Writer is "extractive" ? "quoted, no model" : $"written by {answer.Writer}",
        answer.AsOf is { } asOf ? $"as of {Phrases.Day(asOf)}" : null,
        answer.NewestSource is { } newest ? $"newest source {Phrases.Day(newest)}" : null,
        answer.Withheld.Count == 0 ? "nothing withheld" : $"{Phrases.Count(answer.Withheld.Count, "claim")} withheld");

    internal static string Doubt(Answer answer) => answer.Status == AnswerStatus.Doubtful ? "The library may not hold this; the closest passages:" : "";

    /// <summary>The sentence cut at its own numbers: text, number, text … A number that stands in quoted text is text.</summary>
    internal static IEnumerable<(string Text, int? Number)> Parts(AnswerSentence sentence)
    {
        var text = sentence.Text;
        var from = 0;
        foreach (var n in sentence.Citations)
        {
            var marker = $"[{n}]";
            var at = text.LastIndexOf(marker, StringComparison.Ordinal);
            if (at < from)
            {
                continue;
            }

            yield return (text[from..at].TrimEnd(), n);
            from = at + marker.Length;
        }

        if (from < text.Length) yield return (text[from..], null);
        foreach (var n in sentence.Citations.Where(n => !text.Contains($"[{n}]", StringComparison.Ordinal))) yield return ("", n);
    }
}
