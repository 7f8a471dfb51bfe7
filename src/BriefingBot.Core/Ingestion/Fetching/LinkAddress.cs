using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>What may be asked for at all, and the one spelling by which a page is known.</summary>
public static class LinkAddress
{
    private const int Longest = 4000;

    /// <summary>Parameters by which links are followed around; they never choose the page.</summary>
    private static readonly string[] Tracking = ["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga"];

    /// <summary>Whether a person meant a link by this: it begins with http:// or https://, or has another scheme and two slashes.</summary>
    public static bool LooksLikeLink(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slashes = text.IndexOf("://", StringComparison.Ordinal);
        return slashes is > 0 and < 12 && text.AsSpan(0, slashes).IndexOfAnyExceptInRange('A', 'z') < 0;
    }

    /// <summary>Reads a link; where it is none that can be fetched, <paramref name="reason"/> is a sentence that says why.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Uri? address, [NotNullWhen(false)] out string? reason)
    {
        var link = text?.Trim() ?? "";
        address = null;
        if (link.Length > Longest)
        {
            reason = $"The link is {link.Length:N0} characters long; links up to {Longest:N0} are followed.";
            return false;
        }

        if (!Uri.TryCreate(link, UriKind.Absolute, out var read))
        {
            reason = $"{Shown(link)} is no link: it begins with http:// or https:// and names a host.";
            return false;
        }

        reason = Refuse(read);
        if (reason is not null) return false;
        address = read;
        return true;
    }

    /// <summary>Why an address is not asked for, whatever it resolves to; null where it may be.</summary>
    public static string? Refuse(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            return $"{Shown(address.OriginalString)} is not followed: only http and https links are.";
        // Text before an @ makes a link look as if it led elsewhere, and a password does not belong in a library.
        if (address.UserInfo.Length > 0 || address.Authority.Contains('@', StringComparison.Ordinal))
            return $"The link to {address.Host} has a name or password before its host: give it without.";
        if (address.Host.Length == 0 || address.Port is < 1 or > 65535) return $"{Shown(address.OriginalString)} names no host.";
        return null;
    }

    /// <summary>The page's own address: without fragment and without parameters that only follow the reader.</summary>
    public static string Canonical(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bare = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p)).ToList();
        return kept.Count == 0 ? bare : bare + "?" + string.Join('&', kept);
    }

    internal static string Shown(string link) => link.Length <= 200 ? link : link[..200] + "…";

    private static bool IsTracking(string parameter)
    {
        var name = parameter.Split('=')[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
