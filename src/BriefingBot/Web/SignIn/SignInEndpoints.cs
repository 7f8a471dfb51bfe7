using System.Text.Json;
using BriefingBot.Core.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Web.SignIn;

/// <summary>Signing in by a link, and out again. A link is used by a press of a button, never by being opened: mail scanners and previews open links.</summary>
internal sealed partial class SignInEndpoints(SignInStore store, SessionCookie cookie, SignInAttempts attempts, PageToken token, ILogger<SignInEndpoints> logger)
{
    private const int LongestCode = 100;

    /// <summary>Who one is, and the token that every change carries.</summary>
    public Task TellAsync(HttpContext context)
    {
        var visitor = context.VisitorOrNobody();
        return Reply.Json(
            context,
            new SessionDocument(token.Of(visitor), visitor is null ? null : new PersonDocument(visitor.Key is null ? null : visitor.Id, Visitor.WebRole(visitor.Role))),
            WebJson.Default.SessionDocument);
    }

    public async Task SignInAsync(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress;
        if (attempts.Wait(from) is { } wait)
        {
            context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):0}";
            await Reply.Error(context, StatusCodes.Status429TooManyRequests, $"Too many links were wrong. Try again in {Math.Ceiling(wait.TotalMinutes):0} minutes.");
            return;
        }

        var code = (await ReadAsync(context))?.Code?.Trim().ToLowerInvariant();
        if (code is not { Length: > 0 and <= LongestCode } || store.Redeem(code) is not var (session, key))
        {
            attempts.Failed(from);
            Log.Wrong(logger, from);
            // The same for a link that never was, one that was used and one that is too old.
            await Reply.Error(context, StatusCodes.Status403Forbidden, "This link signs nobody in: a link works once, and for a day. Ask for another.");
            return;
        }

        // A new secret, whatever cookie the request came with; who was signed in before is so no longer.
        if (context.VisitorOrNobody()?.Key is { } former && store.Find(former) is { } ended) store.End(ended.Id);
        cookie.Set(context.Response, key, session.ExpiresUtc);
        Log.SignedIn(logger, session.Id);
        await Reply.Json(context, new PersonDocument(session.Person, Visitor.WebRole(session.Role)), WebJson.Default.PersonDocument);
    }

    public Task SignOutAsync(HttpContext context)
    {
        if (context.VisitorOrNobody()?.Key is { } key && store.Find(key) is { } session) store.End(session.Id);
        cookie.Clear(context.Response);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task<SignInDocument?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) return null;
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, WebJson.Default.SignInDocument, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A wrong sign-in link from {Address}")]
        public static partial void Wrong(ILogger logger, System.Net.IPAddress? address);

        [LoggerMessage(2, LogLevel.Information, "Session {Session} began")]
        public static partial void SignedIn(ILogger logger, string session);
    }
}
