namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>The set phrases of page furniture that stand as lines of their own.</summary>
internal static class LinePhrases
{
    // Matched at the start of a short line; a line that goes on as a sentence is longer than the limit beside it.
    private static readonly (string Rule, int MaxWords, string[] Starts)[] Rules =
    [
        ("related", 25, ["read more:", "read more on", "also read:", "also read :", "read also:", "see also:", "related:", "related story", "related stories", "related article", "more:", "watch:", "don't miss:", "recommended:", "lire aussi",
            "lea también", "lee también", "lesen sie auch", "mehr zum thema", "leia também", "leia mais", "leggi anche", "read next", "lea más:", "lea:", "lee más:", "vea también", "mire:", "mira:", "le puede interesar", "te puede interesar", "zum thema:", "auch lesen:", "mehr dazu:", "czytaj też", "czytaj także",
            "zobacz też", "zobacz także"]),
        ("related", 6, ["read more", "related articles", "you may also like", "you might also like", "more on this", "more from", "recommended for you", "trending now", "most read", "most popular", "up next", "continue reading",
            "previous post", "next post", "previous article", "next article", "related posts", "related content", "related topics", "related news", "related links", "mehr zum thema", "weiterlesen", "weitere artikel", "temas relacionados", "noticias relacionadas", "articles liés", "sur le même sujet",
            "empfehlungen aus der redaktion", "das könnte sie auch interessieren", "more stories", "more news", "see more", "recommended stories", "recommended articles", "editor's picks", "editors' picks"]),
        ("share", 12, ["share this", "share on", "share via", "share article", "share:", "tweet this", "email this", "print this", "follow us on", "follow us", "like us on", "follow @", "click to share", "facebook twitter", "teilen", "partager", "compartir", "síguenos en", "siguenos en", "nos siga no", "folgen sie uns", "suivez-nous"]),
        ("share", 2, ["share", "tweet", "email", "print", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "save", "copy link"]),
        ("advertisement", 4, ["advertisement", "advertisment", "advertising", "sponsored", "ad", "anzeige", "publicidad", "publicité", "story continues below", "continue reading below", "article continues", "scroll to continue"]),
        ("newsletter", 30, ["sign up for our", "sign up to our", "sign up for the", "subscribe to our", "get our daily", "subscribe now", "enter your email", "your email address", "by signing up", "sign up here", "sign up to receive", "for the latest stories", "download our app", "do you want to be informed", "we want to hear what you think", "already a subscriber", "to continue reading", "support our journalism"]),
        ("comments", 12, ["leave a reply", "leave a comment", "view comments", "show comments", "post a comment", "join the conversation", "add a comment", "comments (", "read comments", "comments are closed"]),
        ("tags", 25, ["this entry was posted", "filed under", "posted in", "tagged with", "tags:", "topics:", "schlagworte", "keywords:"]),
        ("copyright", 40, ["copyright ©", "© 20", "© 19", "copyright 20", "(c) 20", "all rights reserved"]),
        ("caption", 15, ["photo:", "photo by", "photograph:", "image:", "picture:", "image credit", "photo credit", "image source", "image caption", "media caption", "image copyright", "getty images", "file photo"]),
    ];

    public static string? RuleFor(string text, int words, int linkWords)
    {
        var start = text.TrimStart(' ', '-', '>', '\u00BB', '\u2022', '*', '[', '(', '\u25B6', '|').Replace('\u2019', '\'');
        foreach (var (rule, maxWords, starts) in Rules)
        {
            if (words > maxWords)
                continue;
            foreach (var phrase in starts)
            {
                if (start.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && EndsThere(start, phrase) && (linkWords > 0 || maxWords < 20 || phrase[^1] == ':' || rule is not "related"))
                    return rule;
            }
        }

        return null;
    }

    private static bool EndsThere(string text, string phrase) => !char.IsLetter(phrase[^1]) || text.Length == phrase.Length || !char.IsLetter(text[phrase.Length]);
}
