using System.Net;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web;

/// <summary>
/// Lets in only requests made to us under our own name, and changes only from our own page. A foreign name that resolves to this
/// machine (DNS rebinding) carries its own Host; another site's page carries its own Origin.
/// </summary>
internal static class OwnOrigin
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsOurs(request.Host, context.Connection))
            return Reply.Error(context, StatusCodes.Status403Forbidden, "This address is not served here. Open the address that serve printed.");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !SameOrigin(request))
            return Reply.Error(context, StatusCodes.Status403Forbidden, "This request comes from another site; nothing was done.");
        return next(context);
    }

    private static bool IsOurs(HostString host, ConnectionInfo connection)
    {
        if (!host.HasValue || (host.Port ?? 80) != connection.LocalPort) return false;
        return host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Host, out var ip) && IPAddress.IsLoopback(ip));
    }

    // A browser names the Origin of every POST and fills Sec-Fetch-Site itself; a program on this machine sends neither.
    private static bool SameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not "same-origin") return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals($"http://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
