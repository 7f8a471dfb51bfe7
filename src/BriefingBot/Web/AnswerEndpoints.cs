using BriefingBot.Core.Commands.Memos;
using BriefingBot.Core.Libraries;
using BriefingBot.Web.Channel;
using BriefingBot.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Web;

/// <summary>Stored answers, and the source behind each of their numbers.</summary>
internal sealed class AnswerEndpoints(LocalChannels channels)
{
    /// <summary>Longest text sent whole, in UTF-16 code units; of a longer one the part around the quote is sent.</summary>
    public const int LongestWholeText = 200_000;

    private const int Around = 60_000;

    public Task AnswerAsync(HttpContext context)
    {
        var id = Id(context);
        return Find(context, id) is var (_, answer) ? Reply.Json(context, answer, WebJson.Default.Answer) : NoAnswer(context, id);
    }

    /// <summary>What a number stands for; the related passages are numbered on from the cited ones.</summary>
    public Task SourceAsync(HttpContext context)
    {
        var id = Id(context);
        if (Find(context, id) is not var (library, answer)) return NoAnswer(context, id);
        var n = context.GetRouteValue("n") as string;
        if (answer.Citations.Concat(answer.Related).FirstOrDefault(c => string.Equals(c.N.ToString(), n, StringComparison.Ordinal)) is not { } citation)
            return Reply.Error(context, StatusCodes.Status404NotFound, $"Answer {answer.AnswerId} has no source {n}.");
        return Reply.Json(context, library.Read(session => Source(new DocumentStore(session), citation)), WebJson.Default.SourceDocument);
    }

    /// <summary>The answer as a memo, to be saved; it is written anew from what is stored, so the link lasts as long as the answer.</summary>
    public Task MemoAsync(HttpContext context)
    {
        var id = Id(context);
        if (Find(context, id) is not var (_, answer)) return NoAnswer(context, id);
        var memo = Memo.File(answer, context.Request.Query["format"] == "html" ? MemoFormat.Html : MemoFormat.Markdown);
        context.Response.ContentType = memo.MediaType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{memo.Name}\"";
        return context.Response.Body.WriteAsync(memo.Bytes, context.RequestAborted).AsTask();
    }

    private (LibraryFile Library, Answer Answer)? Find(HttpContext context, string id) => id.Length == ShortId.Length ? channels.Answer(id, context.Visitor()) : null;

    private static SourceDocument Source(DocumentStore documents, Citation citation)
    {
        // What was removed is not shown again; the quote is all that past answers keep.
        var revision = citation.Status == CitationStatus.Removed ? null : documents.FindRevision(citation.DocumentId, citation.Revision);
        if (revision is null) return new SourceDocument(citation, null, 0, 0, []);
        var text = revision.Text;
        if (text.Length <= LongestWholeText) return new SourceDocument(citation, text, 0, text.Length, RemovedParts.Of(revision));
        var start = ParagraphBefore(text, citation.Start - Around);
        var end = ParagraphAfter(text, citation.End + Around);
        return new SourceDocument(citation, text[start..end], start, text.Length, RemovedParts.Of(revision));
    }

    private static int ParagraphBefore(string text, int at)
    {
        if (at <= 0) return 0;
        var paragraph = text.LastIndexOf('\n', at, Math.Min(at, Around));
        return paragraph >= 0 ? paragraph + 1 : Whole(text, at);
    }

    private static int ParagraphAfter(string text, int at)
    {
        if (at >= text.Length) return text.Length;
        var paragraph = text.IndexOf('\n', at, Math.Min(text.Length - at, Around));
        return paragraph >= 0 ? paragraph : Whole(text, at);
    }

    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;

    // Crockford's base 32 reads either case: https://www.crockford.com/base32.html
    private static string Id(HttpContext context) => (context.GetRouteValue("id") as string ?? "").ToUpperInvariant();

    private static Task NoAnswer(HttpContext context, string id) =>
        Reply.Error(context, StatusCodes.Status404NotFound, $"This library holds no answer {(id.Length <= 20 ? id : id[..20] + "…")}.");
}
