using System.Net;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web;

/// <summary>
/// Lets in only requests made to us under our own name, and changes only from our own page. A foreign name that resolves to this
/// machine (DNS rebinding) carries its own Host; another site's page carries its own Origin.
/// </summary>
internal sealed class OwnOrigin(WebAddress address, WebOptions options)
{
    // Somebody who puts a proxy before the page opens it to others; without a sign-in each of them would be the operator.
    private static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>Whether the request was made on this machine, under this machine's own name and through no proxy that says so.</summary>
    public static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && IsLoopbackName(context.Request.Host.Host)
        && !Forwarded.Any(context.Request.Headers.ContainsKey);

    public Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!options.SignIn && Forwarded.Any(request.Headers.ContainsKey))
            return Reply.Error(context, StatusCodes.Status403Forbidden, "This request came through a proxy, and nobody signs in here. Set Web:SignIn and Web:PublicUrl to open the page to others.");
        if (OriginOf(request.Host, context.Connection) is not { } ours)
            return Reply.Error(context, StatusCodes.Status403Forbidden, "This address is not served here. Open the address that serve printed.");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !SameOrigin(request, ours))
            return Reply.Error(context, StatusCodes.Status403Forbidden, "This request comes from another site; nothing was done.");
        return next(context);
    }

    // The origin our page has under this Host; null where the Host is none of ours.
    private string? OriginOf(HostString host, ConnectionInfo connection)
    {
        if (!host.HasValue) return null;
        if (options.SignIn && address.Public is { } open && host.Host.Equals(open.IdnHost, StringComparison.OrdinalIgnoreCase) && (host.Port ?? Default(open.Scheme)) == open.Port)
            return open.GetLeftPart(UriPartial.Authority);
        if ((host.Port ?? 80) != connection.LocalPort) return null;
        // A name can be made to point here; the address the connection came in on cannot.
        var own = IsLoopbackName(host.Host) || (IPAddress.TryParse(host.Host, out var ip) && ip.Equals(Unmapped(connection.LocalIpAddress)));
        return own ? $"http://{host.Value}" : null;
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    private static IPAddress? Unmapped(IPAddress? ip) => ip is { IsIPv4MappedToIPv6: true } ? ip.MapToIPv4() : ip;

    private static int Default(string scheme) => scheme is "https" ? 443 : 80;

    // A browser names the Origin of every POST and fills Sec-Fetch-Site itself; a program on this machine sends neither.
    private static bool SameOrigin(HttpRequest request, string ours)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not "same-origin") return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals(ours, StringComparison.OrdinalIgnoreCase);
    }
}
