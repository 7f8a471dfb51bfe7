namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>Takes pointers to other articles from between the paragraphs: "Also read: …", "[See also: …]", "Read more" with the headline below it.</summary>
internal static class TeaserLines
{
    private const string Rule = "teaser";
    private const int MostWords = 40;

    private static readonly string[] Leads = (
        "also read|also watch|also see|also listen|read also|see also|watch also|read more|read next|read this|read this also|read the full story|read full story|read full article|read the full article|read|must read|must watch|don't miss|do not miss|watch|watch video|watch now|watch live|listen|listen now|more on this|more on this story|more from us"
        + "|related|related story|related stories|related article|related articles|related news|related post|related posts|related reading|related content|related link|related links|related coverage|related topics|recommended|recommended for you|recommended reading|recommended stories|you may also like|you might also like|you may like|in case you missed it|icymi|up next|next read|editor's pick|editors' pick|further reading|explore more|trending|trending now|breaking|live updates|click here|click here to read more"
        + "|lea también|lee también|leer también|leer más|lea más|vea también|ver también|te puede interesar|le puede interesar|mira también|à lire|à lire aussi|lire aussi|à voir|à voir aussi|lire la suite|voir aussi|sur le même sujet|lesen sie auch|lesen sie mehr|mehr lesen|mehr zum thema|weiterlesen|siehe auch|das könnte sie auch interessieren|leggi anche|leggi di più|per approfondire|guarda anche"
        + "|leia também|leia mais|veja também|saiba mais|читайте также|читать также|смотрите также|по теме|相关阅读|相关新闻|相关报道|延伸阅读|推荐阅读|阅读更多|あわせて読みたい|関連記事|اقرأ أيضا|اقرأ ايضا|اقرأ المزيد|همچنین بخوانید|یہ بھی پڑھیں").Split('|');

    /// <summary>Words that open an ordinary sentence or heading too: they need the colon and what follows must not be a sentence.</summary>
    private static readonly HashSet<string> Common = new(["read", "watch", "listen", "related", "recommended", "breaking", "trending", "à lire", "à voir", "по теме", "up next", "read this"], StringComparer.Ordinal);

    private static readonly ILookup<char, string> ByLetter = Leads.OrderByDescending(l => l.Length).ToLookup(l => l[0]);

    /// <param name="page">The page.</param>
    /// <param name="bare">False takes leads with their headline on the line; true takes leads alone with the headline below, once whole sections are gone.</param>
    public static void Apply(TextPage page, bool bare)
    {
        var kept = page.Kept;
        var article = ArticleSpan.Of(kept);
        for (var i = 0; i < kept.Count; i++)
        {
            if (kept[i].Rule is not null || LeadOf(kept[i]) is not { } lead) continue;
            var alone = kept[i].Key.Length <= lead.Length + 1;
            if (alone != bare || (alone && Common.Contains(lead) && !kept[i].Text.EndsWith(':'))) continue;
            kept[i].Rule = Rule;
            if (alone && i + 1 < kept.Count && IsPointedAt(kept, i + 1, article)) kept[i + 1].Rule = Rule;
        }
    }

    /// <summary>The words by which the line is known as a teaser; null when it is none.</summary>
    private static string? LeadOf(TextLine line)
    {
        if (line.Words > MostWords || line.Key.Length == 0) return null;
        var key = line.Key.TrimStart('(', '[', '【').TrimEnd(')', ']', '】');
        if (key.Length == 0) return null;
        foreach (var lead in ByLetter[key[0]])
        {
            if (!key.StartsWith(lead, StringComparison.Ordinal)) continue;
            var rest = key.AsSpan(lead.Length).TrimStart();
            if (rest.IsEmpty) return lead;
            var marked = rest[0] is ':' or '|' or '-' or '»' or '>' or '→' or '：' or '/';
            if (marked && (rest[0] is not ('-' or '/') || key[lead.Length] == ' ') && !(Common.Contains(lead) && IsSentence(line, rest))) return lead;
        }

        return null;
    }

    private static bool IsSentence(TextLine line, ReadOnlySpan<char> rest) => line.EndsSentence && line.Text[^1] == '.' && rest.Count(' ') > 8;

    /// <summary>The headline under a bare "Also read": a line that is no sentence and belongs to it (no blank line between, a colon, or the end of the article).</summary>
    private static bool IsPointedAt(List<TextLine> kept, int i, ArticleSpan article) =>
        kept[i].IsHeadline && (!kept[i].AfterBlank || kept[i - 1].Text.EndsWith(':') || article.IsOutside(i));
}
