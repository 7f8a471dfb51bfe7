using BriefingBot.Core.Commands.Memos;
using BriefingBot.Core.Libraries;
using BriefingBot.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Web.Channel;

/// <summary>A digest as a page of its own, to read and to print.</summary>
internal sealed class DigestPage(LocalDigests digests)
{
    private const string StylePath = "/digests/style.css";

    public static void Map(WebApplication app)
    {
        var page = app.Services.GetRequiredService<DigestPage>();
        app.MapGet(StylePath, (RequestDelegate)StyleAsync);
        app.MapGet("/digests/{id}", (RequestDelegate)page.ShowAsync);
        app.MapGet("/digests/{id}/{format}", (RequestDelegate)page.ExportAsync);
    }

    private static Task StyleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/css; charset=utf-8";
        return context.Response.WriteAsync(DigestHtml.Style, context.RequestAborted);
    }

    private Task ShowAsync(HttpContext context)
    {
        if (Find(context) is not { } digest) return NoDigest(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        var own = LocalDigests.Address(digest.DigestId);
        var frame = new DigestHtmlFrame($"<link rel=\"stylesheet\" href=\"{StylePath}\">", [("All channels", "/"), ("Markdown", own + "/md"), ("HTML", own + "/html")], LocalDigests.Address);
        return context.Response.WriteAsync(DigestHtml.Write(digest, frame), context.RequestAborted);
    }

    private Task ExportAsync(HttpContext context)
    {
        MemoFormat? format = context.GetRouteValue("format") switch { "md" => MemoFormat.Markdown, "html" => MemoFormat.Html, _ => null };
        if (format is not { } known || Find(context) is not { } digest) return NoDigest(context);
        var extension = known == MemoFormat.Html ? "html" : "md";
        context.Response.ContentType = known == MemoFormat.Html ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{digest.DigestId}.{extension}\"";
        return context.Response.WriteAsync(DigestMemo.Write(digest, known), context.RequestAborted);
    }

    private Core.Digests.Digest? Find(HttpContext context) => ShortId.Normalize(context.GetRouteValue("id") as string) is { } id ? digests.Find(id, context.Visitor()) : null;

    private static Task NoDigest(HttpContext context) => Reply.Error(context, StatusCodes.Status404NotFound, "There is no such digest here.");
}
