using System.Net;
using BriefingBot.Cli;

namespace BriefingBot.Web;

/// <summary>Where to listen: this machine only, until there is a sign-in.</summary>
/// <param name="Host">A loopback address.</param>
/// <param name="Port">0 takes any free port.</param>
internal sealed record WebAddress(IPAddress Host, int Port)
{
    private const string Example = "http://127.0.0.1:5080";

    /// <summary>The address as a person types it.</summary>
    public string Text => $"http://{new IPEndPoint(Host, Port)}";

    /// <exception cref="UsageException">no address, another scheme, a path, or an address that other machines reach</exception>
    public static WebAddress Parse(string text)
    {
        // "http://*:5080" and "http://+:5080" are customary for "every address" and are no Uri.
        var plain = text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var address)) throw new UsageException($"Web:Url is \"{text}\": it must be an address such as {Example}");
        if (address.Scheme is "https") throw new UsageException($"Web:Url is \"{text}\": https is not in this version; on this machine alone, {Example} is enough");
        if (address.Scheme is not "http" || address.PathAndQuery is not "/" || address.UserInfo.Length > 0)
            throw new UsageException($"Web:Url is \"{text}\": it must be an address such as {Example}");
        return new WebAddress(Loopback(address.IdnHost, text), address.Port);
    }

    private static IPAddress Loopback(string host, string text)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return IPAddress.Loopback;
        if (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip)) return ip;
        throw new UsageException($"Web:Url is \"{text}\": other machines could reach it, and this version has no sign-in; use {Example}");
    }
}
