using System.Text;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>
/// Recognises pages that stand before an article instead of showing it: consent walls, paywalls, logins, checks for
/// programs. What they say is no news and must not become a document.
/// </summary>
internal static class PageGate
{
    /// <summary>Words of running text from which a page is believed to show its article, whatever else it says.</summary>
    private const int WholeArticle = 250;

    /// <summary>Words up to which a page says nothing but what its gate says.</summary>
    private const int BareGate = 120;

    private const int LookedAt = 2_000_000;

    private static readonly string[] Checks =
    [
        "enable javascript and cookies to continue", "checking your browser before", "verify you are human", "verifying you are human", "are you a robot", "unusual traffic from your", "checking if the site connection is secure",
        "please complete the captcha", "complete the security check", "pardon our interruption", "access to this page has been denied", "just a moment...",
    ];

    private static readonly string[] Consents =
    [
        "before you continue to", "we value your privacy", "we and our partners", "accept all cookies", "accept cookies to continue", "consent to the use of cookies", "manage your privacy", "your privacy choices", "we use cookies", "wir verwenden cookies",
        "alle akzeptieren", "nous utilisons des cookies", "tout accepter", "utilizamos cookies", "aceptar todo", "accetta tutto", "aceitar todos",
    ];

    private static readonly string[] Paywalls =
    [
        "subscribe to continue reading", "subscribe to read", "subscribe to keep reading", "subscribe to unlock", "subscribe now to read", "to continue reading", "continue reading with a subscription", "to read the full article", "to read the full story", "to read this article",
        "this article is for subscribers", "this content is for subscribers", "this story is for subscribers", "for subscribers only", "subscriber-only", "exclusive to subscribers", "available to subscribers", "already a subscriber", "already a member? sign in", "you have reached your limit of free",
        "you've reached your limit of free", "you have read your last free", "register to continue reading", "sign in to continue reading", "create a free account to continue", "unlock this article", "start your free trial to", "become a member to read",
        "para seguir leyendo", "suscríbete para", "contenido exclusivo para suscriptores", "réservé aux abonnés", "pour lire la suite", "abonnez-vous pour", "nur für abonnenten", "jetzt weiterlesen", "weiterlesen mit", "contenuto riservato agli abbonati", "conteúdo exclusivo para assinantes",
    ];

    /// <summary>What stands in the way, as a sentence for a person; null where nothing does.</summary>
    /// <param name="page">As fetched.</param>
    /// <param name="asked">The link as it was given.</param>
    /// <param name="articleWords">Words of the article as the reader finds it; 0 where it finds none.</param>
    public static string? Find(FetchedPage page, Uri asked, int articleWords)
    {
        if (!IsHtml(page)) return null;
        var link = LinkAddress.Shown(asked.AbsoluteUri);
        if (IsConsentAddress(page.Address) && !IsConsentAddress(asked)) return Consent(link);
        if (articleWords >= WholeArticle) return null;
        var markup = Decoded(page);
        if (articleWords < BareGate && Says(markup, Checks)) return $"{link} first checks whether a person is asking: save the page from your browser and add the file.";
        if (IsLogin(page.Address, asked, markup)) return $"{link} asks for a login: save the page from your browser and add the file.";
        if (IsNotFree(markup) || Says(markup, Paywalls)) return $"{link} is behind a paywall, only its beginning is shown: save the page from your browser and add the file.";
        return articleWords < BareGate / 2 && Says(markup, Consents) ? Consent(link) : null;
    }

    private static string Consent(string link) => $"{link} shows a page asking for consent instead of the article: save the page from your browser and add the file.";

    private static bool IsHtml(FetchedPage page)
    {
        var start = page.Bytes.Span[..Math.Min(page.Bytes.Length, 1024)];
        return page.MediaType is "text/html" or "application/xhtml+xml" || Encoding.Latin1.GetString(start).Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsConsentAddress(Uri address) =>
        address.Host.StartsWith("consent.", StringComparison.OrdinalIgnoreCase) || address.Host.StartsWith("privacy.", StringComparison.OrdinalIgnoreCase)
        || HasSegment(address, "consent", "collectconsent", "privacy-gate", "privacy-wall", "gdpr-consent", "cookiewall", "cookie-wall", "zustimmung");

    private static bool IsLogin(Uri address, Uri asked, string markup) =>
        HasSegment(address, "login", "signin", "sign-in", "log-in", "auth", "sso", "anmelden") && !HasSegment(asked, "login", "signin", "sign-in", "log-in", "auth", "sso", "anmelden")
        && markup.Contains("password", StringComparison.Ordinal);

    private static bool HasSegment(Uri address, params ReadOnlySpan<string> names)
    {
        foreach (var segment in address.Segments)
        {
            foreach (var name in names)
            {
                if (segment.AsSpan().Trim('/').Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }

    /// <summary>schema.org's own word for it: https://schema.org/isAccessibleForFree.</summary>
    private static bool IsNotFree(string markup)
    {
        const string property = "\"isaccessibleforfree\"";
        var at = markup.IndexOf(property, StringComparison.Ordinal);
        if (at < 0) return false;
        var value = markup.AsSpan(at + property.Length).TrimStart(": \t\r\n\"");
        return value.StartsWith("false", StringComparison.Ordinal);
    }

    private static bool Says(string markup, string[] phrases) => Array.Exists(phrases, phrase => markup.Contains(phrase, StringComparison.Ordinal));

    private static string Decoded(FetchedPage page)
    {
        var bytes = page.Bytes[..Math.Min(page.Bytes.Length, LookedAt)];
        try
        {
            return EncodingDetector.Decode(new SourceBytes(page.Address.AbsoluteUri, bytes, page.FetchedUtc, CharsetHint: page.Charset), html: true).ToLowerInvariant().Replace('’', '\'');
        }
        catch (UnreadableException)
        {
            return "";
        }
    }
}
