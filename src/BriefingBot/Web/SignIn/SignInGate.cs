using BriefingBot.Core.Channels;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web.SignIn;

/// <summary>
/// Lets nobody in who has not signed in, where people sign in; where they do not, whoever reaches this machine's own address is the operator. The page's
/// files are open: they hold nothing, and show how to sign in.
/// </summary>
internal sealed class SignInGate(WebOptions options, SessionCookie cookie, SignInStore sessions, RoleStore roles)
{
    public Task Check(HttpContext context, RequestDelegate next)
    {
        if (!options.SignIn)
        {
            context.Features.Set(Visitor.Operator);
            return next(context);
        }

        if (cookie.Read(context.Request) is { } key)
        {
            if (sessions.Find(key) is { } session) context.Features.Set(Visitor.Of(session, key, roles));
            else cookie.Clear(context.Response);
        }

        if (context.VisitorOrNobody() is not null || IsOpen(context)) return next(context);
        return Reply.Error(context, StatusCodes.Status401Unauthorized, "You are not signed in. Open the link you were invited with, or ask for one.");
    }

    /// <summary>Whether a visitor is still let in; a session can be ended while a page looks on.</summary>
    public bool IsStillIn(Visitor visitor) => visitor.Key is not { } key || sessions.Find(key) is not null;

    private static bool IsOpen(HttpContext context) => context.Request.Path.Value switch
    {
        "/api/session" or "/api/sign-in" => true,
        // A monitor of this machine signs in nowhere.
        "/healthz" or "/metrics" => OwnOrigin.IsFromHere(context),
        _ => false,
    };
}
