using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>The line that says where and when an article appeared: "Published in Varran Courier, March 3rd, 2031". Metadata, no sentence; what follows it is not the article.</summary>
internal sealed record PublicationLine(TextLine? Line, string? Publisher, DateOnly? Day)
{
    public const string Rule = "publication line";
    private const int MostWords = 25;

    private static readonly string[] Leads =
    [
        "published in ", "first published in ", "originally published in ", "originally published by ", "first published by ", "originally published on ", "first appeared in ", "originally appeared in ", "originally appeared on ", "appeared in ",
        "this article was published in ", "this article was first published in ", "this article was originally published in ", "this article was originally published by ", "this article first appeared in ", "this article originally appeared in ", "this article originally appeared on ",
        "this story was published in ", "this story was first published in ", "this story was originally published in ", "this story was originally published by ", "this story first appeared in ", "this story originally appeared in ",
        "publicado en ", "publicado originalmente en ", "publié dans ", "paru dans ", "veröffentlicht in ", "erschienen in ", "pubblicato su ", "publicado em ",
    ];

    private static readonly ILookup<char, string> ByLetter = Leads.ToLookup(lead => lead[0]);

    private static readonly PublicationLine None = new(null, null, null);

    /// <summary>Takes the last such line that stands below running text; else one above it, after which the article only begins: its <see cref="Line"/> is null.</summary>
    public static PublicationLine Take(TextPage page)
    {
        var kept = page.Kept;
        var first = ArticleSpan.Of(kept).First;
        for (var i = kept.Count - 1; i > first && first >= 0; i--)
        {
            if (Read(kept[i]) is not { } found) continue;
            kept[i].Rule = Rule;
            return found;
        }

        return AboveText(kept, first);
    }

    private static PublicationLine AboveText(List<TextLine> kept, int first)
    {
        for (var i = 1; i < first; i++)
        {
            if (Read(kept[i]) is not { Day: not null } found) continue;
            kept[i].Rule = Rule;
            return found with { Line = null };
        }

        return None;
    }

    /// <summary>Null where the line is no such line.</summary>
    public static PublicationLine? Read(TextLine line)
    {
        if (line.Words > MostWords) return null;
        var text = line.Text.Trim('(', ')', '[', ']', '*', '_', ' ');
        if (text.Length == 0 || LeadOf(text) is not { } lead) return null;
        var mention = DateMentions.Find(text).FirstOrDefault(m => m.Date is not null);
        var end = mention?.Range.Start ?? text.Length;
        if (end <= lead.Length) return new PublicationLine(line, null, mention?.Date);
        var name = text[lead.Length..end].Trim().TrimEnd(',', '.', ':', '-', '–').Trim();
        if (name.EndsWith(" on", StringComparison.OrdinalIgnoreCase)) name = name[..^3].TrimEnd(',', ' ');
        if (name.StartsWith("the ", StringComparison.Ordinal)) name = name[4..];
        var isName = name.Length > 1 && char.IsUpper(name[0]) && name.Count(c => c == ' ') < 6;
        // Without a day it may be a sentence of the article: "Published in Arabic, the poems …"
        return isName && (mention is not null || MediaNames.IsMedium(name)) ? new PublicationLine(line, name, mention?.Date) : null;
    }

    private static string? LeadOf(string text)
    {
        foreach (var lead in ByLetter[char.ToLowerInvariant(text[0])])
        {
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) return lead;
        }

        return null;
    }
}
