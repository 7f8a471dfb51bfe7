namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>How sure a name is that its element holds the article's text: known containers, then the article, then the main part.</summary>
internal enum BodyTier { None, Main, Article, Body }

/// <summary>Names that publishing systems give the container of an article's text.</summary>
internal static class BodyWords
{
    private static readonly string[] Bodies =
    [
        "articlebody", "articlecontent", "articletext", "articlecopy", "articleentry", "articlemaincontent", "storybody", "storycontent", "storytext", "storycopy", "entrycontent", "entrybody", "entrytext",
        "postcontent", "postbody", "posttext", "postentry", "newscontent", "newsbody", "newstext", "blogcontent", "blogbody", "blogpostcontent", "fieldnamebody", "bodycopy", "bodytext", "contentbody", "detailcontent", "detailtext",
        "detailbody", "singlecontent", "contenttext", "textcontent", "artikelbody", "artikeltext", "articlesection", "mwparseroutput", "richtext", "contentarticle", "contentpost", "maintext", "fulltext", "textbody", "cuerponoticia",
        "newsarticle", "pagecontenttext", "itemfulltext", "transcript", "theiacontent", "theiapostslidertext", "articledetail", "noticiatexto", "textoarticulo", "bodycontent", "fieldbody",
    ];

    public static BodyTier TierOf(PageNode node)
    {
        if (node.ItemProp.Contains("articlebody", StringComparison.Ordinal))
            return BodyTier.Body;
        foreach (var token in node.Tokens)
        {
            if (token.Length <= 60 && IsBody(token))
                return BodyTier.Body;
        }

        if (node.Name is "article" || node.Role is "article" || node.HasToken("article") || node.HasToken("post") || node.HasToken("story") || node.HasToken("hentry") || node.HasToken("h-entry"))
            return BodyTier.Article;
        return node.Name is "main" || node.Role is "main" || node.HasToken("main") || node.HasToken("content") || node.HasToken("main-content") ? BodyTier.Main : BodyTier.None;
    }

    private static bool IsBody(string token)
    {
        Span<char> tight = stackalloc char[token.Length];
        var length = 0;
        foreach (var c in token)
        {
            if (char.IsLetter(c))
                tight[length++] = c;
        }

        foreach (var name in Bodies)
        {
            if (tight[..length].IndexOf(name, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
