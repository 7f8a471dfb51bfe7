using BriefingBot.Core.Ingestion.Metadata;

namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>What short lines above and below an article say about it. All null where they say nothing.</summary>
internal sealed record Credits(string? Publisher, string? Agency, string? Byline, DateOnly? PublishedOn);

/// <summary>
/// Takes lines that are metadata from above and below the article: byline, day, agency, source, copyright. Applied
/// last, when the lists of other articles are gone, so that no credit of theirs is believed.
/// </summary>
internal static class CreditLines
{
    private static readonly string[] SourceLeads = ["Source:", "Source :", "Via:", "Fuente:", "Quelle:", "Fonte:", "来源：", "来源:"];
    private static readonly string[] CopyrightLeads = ["Copyright ©", "Copyright (c)", "Copyright", "©", "(c)"];
    private static readonly char[] YearCharacters = [.. "0123456789-–"];

    public static Credits Take(TextPage page)
    {
        var kept = page.Kept;
        var article = ArticleSpan.Of(kept);
        var credits = new Credits(null, null, null, null);
        if (!article.HasProse) return credits;
        DateOnly? updated = null;
        for (var i = 0; i < kept.Count; i++)
        {
            if (!article.IsOutside(i) || kept[i].Rule is not null || kept[i].IsProse) continue;
            if (SourceLine(kept, i) is { } source)
                credits = Credit(credits, source);
            else if (DayLine.Read(kept[i]) is { } mention && mention.Date is { } day)
                (credits, updated) = Day(credits, updated, kept[i], day);
            else if ((BylineReader.Read(kept[i].Text) ?? (i < article.First ? BylineReader.ReadBesideDay(kept[i].Text) : null)) is { } byline)
                credits = Byline(credits, kept[i], byline);
            else if (MediaNames.IsAgency(kept[i].Text))
                (credits, kept[i].Rule) = (credits with { Agency = credits.Agency ?? kept[i].Text }, "agency line");
            else if (kept[i].IsRightsNotice)
                (credits, kept[i].Rule) = (CopyrightHolder(kept[i].Text) is { } holder ? Credit(credits, holder) : credits, "copyright");
        }

        return credits with { PublishedOn = credits.PublishedOn ?? updated };
    }

    /// <summary>An agency is credited as one, everybody else as the publisher; the first word counts.</summary>
    private static Credits Credit(Credits credits, string name) => MediaNames.IsAgency(name)
        ? credits with { Agency = credits.Agency ?? name }
        : credits with { Publisher = credits.Publisher ?? name };

    private static (Credits Credits, DateOnly? Updated) Day(Credits credits, DateOnly? updated, TextLine line, DateOnly day)
    {
        line.Rule = "date line";
        return DayLine.IsUpdate(line) ? (credits, updated ?? day) : (credits with { PublishedOn = credits.PublishedOn ?? day }, updated);
    }

    private static Credits Byline(Credits credits, TextLine line, ReadByline byline)
    {
        line.Rule = "byline";
        return credits with { Byline = credits.Byline ?? byline.Name, Agency = credits.Agency ?? byline.Agency, PublishedOn = credits.PublishedOn ?? byline.Day };
    }

    /// <summary>"Source: Delta Post", and "Source link" with the name on the line below it; takes the lines.</summary>
    private static string? SourceLine(List<TextLine> kept, int i)
    {
        const string rule = "source line";
        var line = kept[i];
        if (line.Key is "source link" or "source" or "original source" or "original article" or "fuente" or "quelle" or "fonte")
        {
            line.Rule = rule;
            if (i + 1 >= kept.Count || kept[i + 1].Rule is not null || !IsName(kept[i + 1].Text)) return null;
            kept[i + 1].Rule = rule;
            return kept[i + 1].Text;
        }

        foreach (var lead in SourceLeads)
        {
            if (!line.Text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) continue;
            var name = line.Text[lead.Length..].Trim().TrimEnd('.');
            if (!IsName(name)) return null;
            line.Rule = rule;
            return name;
        }

        return null;
    }

    /// <summary>"© 2031 Varran Courier. All rights reserved."; null where no name follows.</summary>
    private static string? CopyrightHolder(string text)
    {
        if (text.Length > 160) return null;
        var lead = Array.Find(CopyrightLeads, l => text.StartsWith(l, StringComparison.OrdinalIgnoreCase));
        if (lead is null) return null;
        var rest = text[lead.Length..].TrimStart(' ', '-', ',', '.', '©').TrimStart(YearCharacters).Trim(' ', ',', '.', '|');
        if (rest.StartsWith("by ", StringComparison.OrdinalIgnoreCase)) rest = rest[3..];
        var end = rest.AsSpan().IndexOfAny(".,|;–");
        var name = (end < 0 ? rest : rest[..end]).Replace("All rights reserved", "", StringComparison.OrdinalIgnoreCase).Trim();
        return IsName(name) ? name : null;
    }

    private static bool IsName(string text) => text.Length is > 1 and <= 60 && char.IsLetter(text[0]) && !char.IsLower(text[0]) && text.Count(c => c == ' ') <= 5 && !text.Contains("//", StringComparison.Ordinal);
}
