using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web;

/// <summary>Writes one JSON document: what was asked for, or a sentence that says why not.</summary>
internal static class Reply
{
    public static Task Json<T>(HttpContext context, T document, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, document, type, context.RequestAborted);
    }

    public static Task Error(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return Json(context, new ErrorDocument(sentence), WebJson.Default.ErrorDocument);
    }
}
