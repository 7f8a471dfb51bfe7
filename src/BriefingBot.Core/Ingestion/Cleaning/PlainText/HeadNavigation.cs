namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>Takes the site's menu and the path to the page from above (and below) the article: "Home > World > Delta", "News", "Sports", "Opinion" in a row.</summary>
internal static class HeadNavigation
{
    private const string Rule = "navigation";
    private const int FewestEntries = 4;

    private static readonly HashSet<string> Sections = new((
        "home|news|world|nation|national|local|region|regional|international|politics|business|economy|finance|markets|sport|sports|football|cricket|opinion|opinions|editorial|editorials|analysis|features|tech|technology|science|health|environment|climate|culture|arts|art|entertainment|movies|music|books|life|lifestyle|style|fashion|food|travel|education|religion"
        + "|society|video|videos|photo|photos|pictures|multimedia|podcast|podcasts|live|live tv|tv|radio|weather|horoscope|jobs|classifieds|cars|auto|property|real estate|events|magazine|newspaper|e-paper|epaper|archive|archives|search|menu|login|log in|sign in|register|subscribe|newsletter|newsletters|about|about us|contact|contact us|advertise|advertise with us|help|faq|rss|latest|latest news|top stories"
        + "|trending|breaking news|breaking|headlines|more|all|africa|asia|europe|americas|middle east|us|uk|us news|uk news|u.s|usa|english|español|français|deutsch|العربية|中文|русский|inicio|política|economía|deportes|mundo|sociedad|cultura|opinión|accueil|politique|économie|monde|société|startseite|politik|wirtschaft|sport|panorama|kultur|首页|新闻|国际|财经|体育|娱乐|科技").Split('|'),
        StringComparer.Ordinal);

    public static void Apply(TextPage page)
    {
        var kept = page.Kept;
        var article = ArticleSpan.Of(kept);
        for (var from = 0; from < kept.Count;)
        {
            int to = from, known = 0;
            while (to < kept.Count && article.IsOutside(to) && IsEntry(kept[to])) known += Sections.Contains(kept[to++].Key) ? 1 : 0;
            if (to - from >= FewestEntries && known * 2 >= to - from) kept.GetRange(from, to - from).ForEach(l => l.Rule ??= Rule);
            from = Math.Max(to, from + 1);
        }

        for (var i = 0; i < kept.Count; i++)
        {
            if (article.IsOutside(i) && (IsPath(kept[i]) || IsRow(kept[i]))) kept[i].Rule = Rule;
        }
    }

    private static bool IsEntry(TextLine line) => line.Words <= 3 && !line.EndsSentence && line.Key.Length is > 0 and <= 40;

    /// <summary>"Home > World > Delta", "Home / News", "Inicio » Mundo".</summary>
    private static bool IsPath(TextLine line)
    {
        if (line.Words > 25 || line.Key.Length == 0 || line.EndsSentence) return false;
        var end = line.Key.AsSpan().IndexOfAny(">/\"›");
        if (end < 0) end = line.Key.IndexOf(" - ", StringComparison.Ordinal);
        return end > 0 && line.Key.AsSpan(0, end).Trim() is "home" or "inicio" or "accueil" or "startseite" or "news" or "home page" or "首页" or "главная";
    }

    /// <summary>The menu on one line.</summary>
    private static bool IsRow(TextLine line)
    {
        if (line.Words is < FewestEntries or > 30 || line.Key.Length is 0 or > 250) return false;
        var words = line.Key.Split([' ', '|', ',', '•', '·'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= FewestEntries && words.Count(Sections.Contains) * 10 >= words.Length * 9;
    }
}
