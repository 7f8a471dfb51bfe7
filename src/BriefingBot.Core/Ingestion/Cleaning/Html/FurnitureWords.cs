using System.Collections.Frozen;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>What class names and ids call the parts of a page that are not the article. The value is the rule's name in a receipt.</summary>
internal static class FurnitureWords
{
    public const string Comments = "comments";
    public const string Caption = "caption";
    public const string Byline = "byline";
    public const string Tags = "tags";

    // A whole piece of a token ("social" in "post-social_bar"), never a part of a word.
    private static readonly FrozenDictionary<string, string> Pieces = Table(
        ("navigation", "nav navbar navigation subnav menu submenu breadcrumb breadcrumbs pagination pager paging toolbar masthead skiplink navlinks"),
        ("footer", "footer colophon copyright siteinfo"),
        ("sidebar", "sidebar sidebars rightrail leftrail rightcol widget widgets"),
        ("share", "share sharing shares sharebar sharebox sharetools sharethis addthis addtoany a2a social socials sharedaddy shareaholic followus follow fblike tweetbutton"),
        ("related", "related recommended recommendations recommendation recommends recirc recirculation mostread mostpopular popular trending outbrain taboola zergnet revcontent readmore readnext upnext nextup yarpp "
            + "relatedposts relatedarticles relatedstories relatedcontent relatedlinks morestories morenews crosslinks teasers suggested zemanta"),
        (Comments, "comment comments commentlist commentsection disqus respond livefyre fbcomments replies usercomments reactions responses"),
        ("newsletter", "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mailinglist regwall donate donation"),
        ("cookie", "cookie cookies cookiebar cookiebanner consent gdpr ccpa onetrust"),
        ("advertisement", "ad ads advert adverts advertisement advertisements advertising adsense adslot adbox adunit adcontainer dfp sponsor sponsored sponsors promo promos promobox promotion werbung anzeige publicidad publicite pubblicita reklama"),
        (Caption, "caption captions figcaption credit credits photocredit imagecredit photographer legende bildunterschrift"),
        (Byline, "byline bylines author authors authorbox authorbio bio timestamp dateline pubdate postmeta entrymeta articlemeta postinfo articleinfo postedon publishdate lastupdated readtime readingtime"),
        (Tags, "tags tag taglist tagcloud tagged hashtags keywords categories"),
        ("gallery", "gallery galleries slideshow slideshows carousel slider swiper slick player videoplayer jwplayer vjs brightcove"),
        ("hidden", "visuallyhidden screenreader sronly noprint printonly offscreen invisible"),
        ("dialog", "modal popup overlay lightbox tooltip dropdown flyout interstitial"));

    // Parts of a piece that mean the same wherever they stand ("imagecaption", "captiontext").
    private static readonly (string Part, string Rule)[] Parts =
    [
        ("caption", Caption), ("byline", Byline), ("breadcrumb", "navigation"), ("newsletter", "newsletter"), ("advert", "advertisement"), ("disqus", Comments), ("outbrain", "related"), ("taboola", "related"), ("cookie", "cookie"),
        ("relatedlink", "related"), ("relatedart", "related"), ("relatedstor", "related"), ("relatedpost", "related"), ("relatednews", "related"), ("relatedcont", "related"), ("sharebutton", "share"), ("sharebar", "share"), ("sharelink", "share"),
        ("sharetool", "share"), ("socialshare", "share"), ("sociallink", "share"), ("socialmedia", "share"), ("socialbar", "share"), ("socialicon", "share"), ("socialbutton", "share"),
    ];

    // Names of two pieces that say nothing apart.
    private static readonly FrozenDictionary<string, string> Pairs = Table(
        ("navigation", "skip-link jump-to back-to prev-next post-nav page-links site-header global-header page-header"),
        ("footer", "site-info legal-notice"),
        ("sidebar", "side-bar right-rail left-rail right-column secondary-column"),
        ("share", "follow-us like-button tweet-button print-button email-button tool-bar article-tools post-tools story-tools"),
        ("related", "read-more read-next read-also also-read up-next more-from more-on more-in more-stories more-news more-articles most-read most-popular most-viewed latest-news latest-posts top-stories see-also you-may editors-picks "
            + "article-list news-list post-list link-list story-list teaser-list topic-list in-this in-depth jp-relatedposts"),
        (Comments, "fb-comments user-comments user-reviews"),
        ("newsletter", "sign-up log-in opt-in call-to email-form"),
        ("advertisement", "google-ad text-ad"),
        (Caption, "photo-credit image-credit media-credit image-source photo-caption image-caption media-caption img-caption img-credit"),
        (Byline, "by-line author-info author-bio author-box author-name about-author post-meta entry-meta article-meta story-meta post-info article-info entry-info publish-date published-date post-date entry-date article-date "
            + "time-stamp posted-on posted-by last-updated read-time reading-time date-time"),
        (Tags, "post-tags entry-tags article-tags filed-under posted-in cat-links tag-links post-categories entry-categories"),
        ("hidden", "sr-only visually-hidden screen-reader no-print print-only only-print assistive-text"));

    /// <summary>The rule for one lower-case class or id token; null where the name says nothing against it.</summary>
    public static string? RuleFor(string token)
    {
        if (token.Length is 0 or > 100)
            return null;
        if (IsLayout(token))
            return null;
        var pieces = Pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        var pairs = Pairs.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> pair = stackalloc char[token.Length];
        var from = 0;
        ReadOnlySpan<char> previous = [];
        for (var i = 0; i <= token.Length; i++)
        {
            if (i < token.Length && token[i] is not ('-' or '_' or ':' or '.' or '/'))
                continue;
            var piece = token.AsSpan(from..i);
            from = i + 1;
            if (piece.Length == 0)
                continue;
            if (pieces.TryGetValue(piece, out var rule) || (previous.Length > 0 && pairs.TryGetValue(Joined(previous, piece, pair), out rule)))
                return rule;
            previous = piece;
        }

        return ByPart(token);
    }

    /// <summary>Two neighbours of one token with a hyphen between them, whatever stood there.</summary>
    private static ReadOnlySpan<char> Joined(ReadOnlySpan<char> first, ReadOnlySpan<char> second, Span<char> pair)
    {
        first.CopyTo(pair);
        pair[first.Length] = '-';
        second.CopyTo(pair[(first.Length + 1)..]);
        return pair[..(first.Length + 1 + second.Length)];
    }

    private static string? ByPart(string token)
    {
        foreach (var (part, rule) in Parts)
        {
            if (token.Contains(part, StringComparison.Ordinal))
                return rule;
        }

        return null;
    }

    // "has-sidebar", "no-comments", "with-ads": said of the page by what it holds, not of the part that is it.
    private static bool IsLayout(string token) =>
        token.StartsWith("has-", StringComparison.Ordinal) || token.StartsWith("no-", StringComparison.Ordinal) && token is not "no-print" || token.StartsWith("with", StringComparison.Ordinal)
        || token.StartsWith("has_", StringComparison.Ordinal) || token.StartsWith("js-", StringComparison.Ordinal) || token.Contains("-with-", StringComparison.Ordinal) || token.Contains("-has-", StringComparison.Ordinal)
        || token.EndsWith("-open", StringComparison.Ordinal) || token.EndsWith("-enabled", StringComparison.Ordinal);

    private static FrozenDictionary<string, string> Table(params (string Rule, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Rule)))
        .DistinctBy(row => row.name, StringComparer.Ordinal)
        .ToFrozenDictionary(row => row.name, row => row.Rule, StringComparer.Ordinal);
}
