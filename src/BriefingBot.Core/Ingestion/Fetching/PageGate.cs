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

    /// <summary>Words up to which a page that says it is not free may be only the beginning of its article.</summary>
    private const int LongBeginning = 500;

    /// <summary>Words of the article that may stand behind a wall's line: a caption, a credit.</summary>
    private const int AfterAWall = 30;

    /// <summary>Words that are no article at all.</summary>
    private const int NoArticle = 15;

    /// <summary>Consent pages that list their purposes are long, and say these things again and again.</summary>
    private const int SentencesOfConsent = 4;
    private const int ConsentAtMost = 400;

    private const int LongestTag = 1_000;
    private const int LookedAt = 2_000_000;

    /// <summary>What stands in the way, as a sentence for a person; null where nothing does.</summary>
    /// <param name="page">As fetched.</param>
    /// <param name="asked">The link as it was given.</param>
    /// <param name="article">The article as the reader finds it; "" where it finds none.</param>
    public static string? Find(FetchedPage page, Uri asked, string article)
    {
        if (!IsHtml(page)) return null;
        var link = LinkAddress.Shown(asked.AbsoluteUri);
        if (IsConsentAddress(page.Address) && !IsConsentAddress(asked)) return Consent(link);
        var length = WordMeter.HalfWords(article) / 2;
        if (length >= LongBeginning) return null;
        var markup = Decoded(page);
        if (length < BareGate && Says(markup, GatePhrases.Checks)) return $"{link} first checks whether a person is asking: save the page from your browser and add the file.";
        if (length < WholeArticle && IsLogin(page.Address, asked, markup)) return $"{link} asks for a login: save the page from your browser and add the file.";
        var shown = Shown(page, markup);
        if (IsPaywall(markup, shown, article, length)) return $"{link} is behind a paywall, only its beginning is shown: save the page from your browser and add the file.";
        return IsConsent(shown, article, length) ? Consent(link) : null;
    }

    /// <summary>A page that says itself that it is not free may show a long beginning; one that does not is taken by its lines, and labels count where hardly anything else stands.</summary>
    private static bool IsPaywall(string markup, PageWords? shown, string article, int length)
    {
        var (locked, walled) = (IsNotFree(markup), shown is not null && IsWalled(shown, PageWords.Folded(article), length));
        if (length >= WholeArticle) return locked && walled;
        return locked || walled || (shown is not null && shown.Saying(GatePhrases.Labels, PagePlace.Text).Any(line => !Goes(line)) && (length < BareGate || shown.HasWall));
    }

    /// <summary>A wall stands where the article ends; what the article goes on after was said in passing.</summary>
    private static bool IsWalled(PageWords shown, string article, int length)
    {
        var farthest = length < BareGate / 2 ? PagePlace.Headline : PagePlace.Box;
        return shown.Saying(GatePhrases.Walls, farthest).Any(line =>
            !Goes(line) && (article.IndexOf(line, StringComparison.Ordinal) is var at && (at < 0 || WordMeter.HalfWords(article.AsSpan(at + line.Length)) / 2 < AfterAWall)));
    }

    private static bool Goes(string line) => Says(line, GatePhrases.Movements);

    /// <summary>The page is the question for consent: nothing stands beside it, or what is taken for its article is made of its sentences.</summary>
    private static bool IsConsent(PageWords? shown, string article, int length)
    {
        if (length < NoArticle && shown?.Saying(GatePhrases.Consents, PagePlace.Menu).Any() == true) return true;
        var text = PageWords.Folded(article);
        var said = GatePhrases.Consents.Count(phrase => text.Contains(phrase, StringComparison.Ordinal));
        return said > 0 && (length < BareGate / 2 || (said >= SentencesOfConsent && length < ConsentAtMost));
    }

    private static PageWords? Shown(FetchedPage page, string markup)
    {
        try
        {
            return PageWords.Of(markup, page.Address.AbsoluteUri);
        }
        catch (UnreadableException)
        {
            return null;
        }
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

    /// <summary>schema.org's own word for it, in JSON or in an attribute (https://schema.org/isAccessibleForFree), and the tier Facebook's crawler asks for: "locked".</summary>
    private static bool IsNotFree(string markup) =>
        Value(markup, "\"isaccessibleforfree\"", ": \t\r\n\"").StartsWith("false", StringComparison.Ordinal)
        || Value(Tag(markup, "isaccessibleforfree"), "content=", "\"' ").StartsWith("false", StringComparison.Ordinal)
        || Value(Tag(markup, "article:content_tier"), "content=", "\"' ").StartsWith("locked", StringComparison.Ordinal);

    /// <summary>What stands behind the first of these names; empty where none does.</summary>
    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> text, string name, string between)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? [] : text[(at + name.Length)..].TrimStart(between);
    }

    /// <summary>The tag in which a quoted name stands; empty where none does.</summary>
    private static ReadOnlySpan<char> Tag(string markup, string name)
    {
        for (var at = markup.IndexOf(name, StringComparison.Ordinal); at > 0; at = markup.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var start = markup.LastIndexOf('<', at - 1, Math.Min(at, LongestTag));
            if (start < 0 || !markup.AsSpan(start).StartsWith("<meta", StringComparison.Ordinal)) continue;
            var rest = markup.AsSpan(start, Math.Min(LongestTag, markup.Length - start));
            var end = rest.IndexOf('>');
            return end < 0 ? rest : rest[..end];
        }

        return [];
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
