namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>Headings of page sections that hold other articles, comments or forms.</summary>
internal static class SectionMarkers
{
    private static readonly HashSet<string> Labels = new((
        "related|related articles|related article|related stories|related story|related posts|related news|related topics|related content|related coverage|related items|related links|related reading|recommended|recommended for you|recommended stories|recommended articles|recommended reading"
        + "|more stories|more news|more headlines|more to explore|more on this story|more on this topic|more in this section|more articles|more posts|most read|most viewed|most popular|most shared|most recent|popular|popular posts|popular news|popular stories|popular now|trending|trending now|trending news|trending stories|trending topics|hot topics"
        + "|latest|latest news|latest stories|latest headlines|latest posts|latest articles|latest updates|latest videos|top stories|top news|top headlines|top videos|headlines|breaking news|news in brief|you may also like|you might also like|you may like|you may be interested in|you may have missed|don't miss|read next|up next|what to read next|keep reading"
        + "|editor's picks|editors' picks|editor's pick|editor's choice|must read|must reads|our picks|in this section|from the web|from around the web|around the web|elsewhere on the web|promoted stories|sponsored stories|paid partner content|partner content|recent posts|recent news|recent articles|recent comments|recent stories|recent|categories|archives|in other news|other news|other stories|other articles"
        + "|opinion|opinions|editorial|editorials|columns|columnists|blogs|cartoon|cartoons|letters|letters to the editor|videos|video|photos|photo gallery|galleries|multimedia|podcast|podcasts|tags|topics|tag cloud|follow the topics in this article|in pictures|next in news|also on this site|also read|read also|see also|further reading|about this site|quick links|useful links|site links"
        + "|noticias relacionadas|artículos relacionados|te puede interesar|le puede interesar|también te puede interesar|más leídas|lo más leído|más noticias|últimas noticias|lo último|más visto|etiquetas|opinión|articles similaires|articles liés|à lire aussi|les plus lus|sur le même sujet|dernières nouvelles|à la une|nos articles|mots-clés"
        + "|mehr zum thema|das könnte sie auch interessieren|meistgelesen|verwandte artikel|ähnliche artikel|weitere artikel|neueste beiträge|schlagwörter|potrebbe interessarti|articoli correlati|ultime notizie|più letti|leia também|leia mais|mais lidas|notícias relacionadas|últimas notícias|veja também|читайте также|похожие статьи|популярное|последние новости|相关新闻|相关阅读|相关文章|推荐阅读|热门文章|热门新闻|最新文章|最新新闻|関連記事|人気記事|最新記事").Split('|'),
        StringComparer.Ordinal);

    private static readonly string[] Starts = ["more from ", "more on ", "more by ", "more about ", "latest from ", "latest in ", "top stories in ", "related to this", "comments (", "más de ", "plus de ", "mehr von ", "mehr aus ", "view all posts by", "posts by ", "tags: ", "tags : ", "topics: ", "filed under", "posted in "];

    /// <summary>The heading of a section beside or below an article.</summary>
    public static bool IsSection(TextLine line) =>
        line.Words <= 8 && line.Key.Length > 0 && !line.EndsSentence
        && (Labels.Contains(line.Key) || Starts.Any(s => line.Key.StartsWith(s, StringComparison.Ordinal)) || IsCommentCount(line.Key));

    /// <summary>The heading of a comment form: after it nothing of an article comes.</summary>
    public static bool EndsArticle(TextLine line) => line.Words <= 16 && PhraseLines.Known(line, outside: false) is "comment form";

    private static bool IsCommentCount(string key) => key.EndsWith(" comments", StringComparison.Ordinal) && char.IsAsciiDigit(key[0]) && key.Count(' ') == 1;
}
