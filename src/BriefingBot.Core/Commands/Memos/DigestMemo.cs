using System.Text;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Memos;

/// <summary>A digest as a document to hand on: its stories under their headlines, every quote as a footnote with its publisher, date and link.</summary>
public static class DigestMemo
{
    /// <summary>The digest as text. Everything in it that came from documents is escaped: it can neither format nor link.</summary>
    public static string Write(Digest digest, MemoFormat format)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return format == MemoFormat.Html ? DigestHtml.Write(digest, new DigestHtmlFrame(DigestHtml.InlineStyle, [], null)) : Markdown(digest);
    }

    /// <summary>The digest, or the answer, of this id as a file; null where the library holds neither.</summary>
    internal static ReplyFile? File(LibrarySession session, Answer answer, MemoFormat format) => new StoredDigestStore(session).Find(answer.AnswerId) is { } digest
        ? format == MemoFormat.Html
            ? new ReplyFile($"{digest.DigestId}.html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Write(digest, format)))
            : new ReplyFile($"{digest.DigestId}.md", "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(Write(digest, format)))
        : null;

    internal static string Footer(Digest digest) => Phrases.Dotted(
        $"Digest {digest.DigestId}", $"made {ReplyWords.Minute(digest.ToUtc)}", "quoted, no model",
        digest.Citations.Max(citation => citation.PublishedOn) is { } newest ? $"newest source {Phrases.Day(newest)}" : null);

    private static string Markdown(Digest digest)
    {
        var memo = new StringBuilder();
        for (var i = 0; i < digest.Opening.Count; i++) memo.Append(i == 0 ? "# " : "").Append(MemoMarkdown.Line(digest.Opening[i])).Append("\n\n");
        for (var i = 0; i < digest.Stories.Count; i++)
        {
            var story = digest.Stories[i];
            memo.Append("## ").Append(MemoMarkdown.Line(DigestWords.Heading(story, i + 1))).Append("\n\n");
            if (story.UpdateOf is { } earlier) memo.Append("Told before in the digest ").Append(earlier).Append(".\n\n");
            Sentences(memo, story.Sentences);
        }

        if (digest.Corrected.Count > 0) memo.Append("## ").Append(DigestWords.CorrectedHeading).Append("\n\n");
        Sentences(memo, digest.Corrected);

        foreach (var line in digest.Closing) memo.Append(MemoMarkdown.Line(line)).Append("\n\n");
        foreach (var citation in digest.Citations) MemoMarkdown.Footnote(memo, citation);
        return memo.Append("\n---\n").Append(MemoMarkdown.Line(Footer(digest))).Append('\n').ToString();
    }

    private static void Sentences(StringBuilder memo, IReadOnlyList<AnswerSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            foreach (var (text, number) in Memo.Parts(sentence)) memo.Append(MemoMarkdown.Line(text)).Append(number is { } n ? $"[^{n}]" : "");
            memo.Append("\n\n");
        }
    }
}
