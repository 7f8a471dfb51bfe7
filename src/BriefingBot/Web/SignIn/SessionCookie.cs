using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web.SignIn;

/// <summary>
/// The cookie a session travels in: out of reach of scripts, sent by no other site's requests, and over TLS bound to this very host
/// (https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis, the prefix __Host-).
/// </summary>
internal sealed class SessionCookie(WebAddress address)
{
    private readonly bool _secure = address.Public?.Scheme is "https";

    private string Name => _secure ? "__Host-briefingbot" : "briefingbot";

    /// <summary>The secret of a session; null where none, or none that can be one of ours, was sent.</summary>
    public string? Read(HttpRequest request) => request.Cookies[Name] is { Length: 64 } key ? key : null;

    public void Set(HttpResponse response, string key, DateTimeOffset expires) => response.Cookies.Append(Name, key, Options(expires));

    public void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private CookieOptions Options(DateTimeOffset? expires) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = _secure, Path = "/", Expires = expires, IsEssential = true };
}
