namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>Takes lines that are nothing but a known phrase of page furniture, or begin with one.</summary>
internal static class PhraseLines
{
    private const int MostWords = 45;

    private static readonly Dictionary<string, PhraseRule> Whole = Index(PhrasePlace.Line);
    private static readonly Dictionary<string, PhraseRule> WholeOutside = Index(PhrasePlace.LineOutside);
    private static readonly ILookup<char, (string Phrase, PhraseRule Rule)> Starts = FurniturePhrases.Rules
        .Where(r => r.Place == PhrasePlace.Start)
        .SelectMany(r => r.Phrases.Split('|').Select(p => (p, r)))
        .ToLookup(p => p.p[0]);

    private static readonly HashSet<string> Networks = new(
        "share|on|via|facebook|twitter|x|whatsapp|linkedin|telegram|pinterest|reddit|instagram|youtube|tiktok|email|e-mail|mail|print|copy|link|messenger|tumblr|threads|bluesky|weibo|wechat|viber|line|vk|flipboard|pocket|sms|tweet|more|and|follow|us".Split('|'),
        StringComparer.Ordinal);

    public static void Apply(TextPage page)
    {
        // Notices are sentences: only when they are gone is it plain where the article begins.
        var kept = page.Kept;
        foreach (var line in kept) line.Rule = line.Words <= MostWords ? Known(line, outside: false) : null;
        kept = page.Kept;
        var article = ArticleSpan.Of(kept);
        for (var i = 0; i < kept.Count; i++)
        {
            var line = kept[i];
            if (line.Words > MostWords || line.Key.Length == 0) continue;
            var outside = article.IsOutside(i);
            line.Rule = (outside ? Known(line, outside) : null)
                ?? (IsReadingTime(line.Key) ? "page tool" : null)
                ?? (IsToolRow(line) ? "page tool" : null)
                ?? (IsSharingRow(line) && (outside || line.Text.Contains(' ') || Neighbours(kept, i)) ? "sharing" : null);
        }
    }

    /// <summary>The rule a line falls under by its phrase alone; null when none.</summary>
    public static string? Known(TextLine line, bool outside)
    {
        if (line.Key.Length == 0) return null;
        if (Whole.TryGetValue(line.Key, out var whole)) return whole.Name;
        if (outside && WholeOutside.TryGetValue(line.Key, out var tail)) return tail.Name;
        var start = line.Key[0] is '(' or '[' ? 1 : 0;
        if (start == line.Key.Length) return null;
        foreach (var (phrase, rule) in Starts[line.Key[start]])
        {
            if (line.Key.AsSpan(start).StartsWith(phrase, StringComparison.Ordinal) && !GoesOnAsSentence(line, phrase.Length, rule)) return rule.Name;
        }

        return null;
    }

    /// <summary>"Next post was a lonely one on the border." is a sentence; "Next post Cranes idle again" is none. Notices (cookies, forms) are sentences themselves.</summary>
    private static bool GoesOnAsSentence(TextLine line, int phrase, PhraseRule rule) =>
        rule.Name is "navigation" && line.EndsSentence && phrase + 1 < line.Text.Length && char.IsLower(line.Text[phrase + 1]);

    /// <summary>"3 min read".</summary>
    private static bool IsReadingTime(string key) =>
        key.Length < 24 && char.IsAsciiDigit(key[0]) && (key.EndsWith("min read", StringComparison.Ordinal) || key.EndsWith("minute read", StringComparison.Ordinal) || key.EndsWith("minutes read", StringComparison.Ordinal) || key.EndsWith("mins read", StringComparison.Ordinal));

    /// <summary>"Follow Lissa Wire | Share | Print | Text size A A A": pieces between bars of which all but one are known by themselves.</summary>
    private static bool IsToolRow(TextLine line)
    {
        if (line.EndsSentence || line.Words > 24) return false;
        var pieces = line.Text.Split(['|', '·', '•'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (pieces.Length < 3) return false;
        var known = pieces.Count(piece => IsTool(new TextLine(piece, afterBlank: false)));
        return known >= 2 && known >= pieces.Length - 1;
    }

    private static bool IsTool(TextLine piece) =>
        piece.Key.Length > 0 && (Known(piece, outside: true) is not null || IsSharingRow(piece) || IsReadingTime(piece.Key) || piece.Key is "print" or "save" or "listen" or "email" or "follow" or "a" or "aa" or "a a"
        || (piece.Words <= 5 && (piece.Key.StartsWith("text size", StringComparison.Ordinal) || piece.Key.StartsWith("font size", StringComparison.Ordinal) || piece.Key.StartsWith("follow ", StringComparison.Ordinal))));

    private static bool Neighbours(List<TextLine> kept, int i) =>
        (i > 0 && (kept[i - 1].Rule is "sharing" || IsSharingRow(kept[i - 1]))) || (i + 1 < kept.Count && IsSharingRow(kept[i + 1]));

    private static bool IsSharingRow(TextLine line)
    {
        if (line.Words > 14 || line.Key.Length is 0 or > 120) return false;
        var words = line.Key.Split([' ', ',', '|', '/', '·', '•'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.All(Networks.Contains) && words.Any(w => w.Length > 4);
    }

    private static Dictionary<string, PhraseRule> Index(PhrasePlace place)
    {
        var index = new Dictionary<string, PhraseRule>(StringComparer.Ordinal);
        foreach (var rule in FurniturePhrases.Rules.Where(r => r.Place == place))
        {
            foreach (var phrase in rule.Phrases.Split('|')) index.TryAdd(phrase, rule);
        }

        return index;
    }
}
