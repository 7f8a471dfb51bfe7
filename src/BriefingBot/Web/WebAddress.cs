using System.Net;
using BriefingBot.Cli;

namespace BriefingBot.Web;

/// <summary>Where to listen: this machine only, unless people sign in.</summary>
/// <param name="Host">The address to listen on.</param>
/// <param name="Port">0 takes any free port.</param>
/// <param name="Public">What people open, where that is another address: scheme, name and port; null where there is none.</param>
internal sealed record WebAddress(IPAddress Host, int Port, Uri? Public)
{
    private const string Example = "http://127.0.0.1:5080";

    /// <summary>The address as a person types it.</summary>
    public string Text => $"http://{new IPEndPoint(Host, Port)}";

    /// <summary>Whether other machines cannot reach it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Host);

    /// <exception cref="UsageException">The options name no address that can be listened on; the message names the key.</exception>
    public static WebAddress Parse(WebOptions options) => Read(options) switch
    {
        ({ } address, _) => address,
        (_, var fault) => throw new UsageException(fault!),
    };

    /// <summary>The address, or why there is none, in a sentence that names the key. What <c>doctor</c> says and what <c>serve</c> does rest on this alone.</summary>
    public static (WebAddress? Address, string? Fault) Read(WebOptions options)
    {
        var text = options.Url;
        if (!Uri.TryCreate(Plain(text), UriKind.Absolute, out var address)) return (null, $"Web:Url is \"{text}\": it must be an address such as {Example}");
        if (address.Scheme is "https")
            return (null, $"Web:Url is \"{text}\": https is not spoken here; listen on {Example}, let a reverse proxy speak it, and name its address with Web:PublicUrl");
        if (address.Scheme is not "http" || address.PathAndQuery is not "/" || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            return (null, $"Web:Url is \"{text}\": it must be an address such as {Example}");
        var localhost = address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        var ip = localhost ? IPAddress.Loopback : IPAddress.TryParse(address.IdnHost, out var parsed) ? parsed : null;
        if ((ip is null || !IPAddress.IsLoopback(ip)) && !options.SignIn)
            return (null, $"Web:Url is \"{text}\": other machines could reach it, and nobody signs in; set Web:SignIn to true and invite people with \"web invite\", or use {Example}");
        if (ip is null) return (null, $"Web:Url is \"{text}\": listen on an address of this machine, such as {Example} or http://0.0.0.0:5080, and name what people open with Web:PublicUrl");
        if (options.PublicUrl is not { Length: > 0 } open) return (new WebAddress(ip, address.Port, null), null);
        if (!Uri.TryCreate(open, UriKind.Absolute, out var seen) || seen.Scheme is not ("http" or "https") || seen.PathAndQuery is not "/" || seen.Fragment.Length > 0 || seen.UserInfo.Length > 0)
            return (null, $"Web:PublicUrl is \"{open}\": it must be an http or https address without a path, such as https://briefings.example.org");
        return (new WebAddress(ip, address.Port, seen), null);
    }

    // "http://*:5080" and "http://+:5080" are customary for "every address" and are no Uri.
    private static string Plain(string text) => text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
}
