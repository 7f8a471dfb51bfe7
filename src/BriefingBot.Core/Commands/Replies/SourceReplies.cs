using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>Quotes in their place, each with everything known about where it stands.</summary>
internal static class SourceReplies
{
    public static ChatReply Write(CommandOutcome.Sources sources, DateOnly today)
    {
        var blocks = new List<ReplyBlock>();
        if (sources.Citations.Count == 0) blocks.Add(new TextBlock("This answer has no sources."));
        blocks.AddRange(sources.Citations.SelectMany(citation => Blocks(citation, today)));

        return new ChatReply
        {
            Blocks = blocks,
            Actions = [new ReplyButton(new ChatActionId(ExportCommand.ActionVerb, sources.Answer.AnswerId), "Export memo")],
            Private = sources.Private,
            AnswerId = sources.Answer.AnswerId,
            Again = new ChatActionId(SourceCommand.ActionVerb, sources.Answer.AnswerId, sources.Citations is [var only] ? $"{only.N}" : ""),
        };
    }

    /// <summary>What the document says now: of itself, and where it was quoted.</summary>
    private static IEnumerable<string> Since(Citation citation) =>
        new[] { CorrectionWords.OfNotice(citation.Notice), CorrectionWords.OfPlace(citation.Now, citation.Quote) }.OfType<string>();

    /// <summary>One quote in its place, with everything known about it.</summary>
    public static IEnumerable<ReplyBlock> Blocks(Citation citation, DateOnly today) =>
    [
        citation.Quote.Length == 0
            ? new TextBlock($"The quote [{citation.N}] was removed together with its document.", TextTone.Problem)
            : new QuoteBlock(citation.N, citation.Before, citation.Quote, citation.After),
        AnswerReplies.Source(citation, today),
        .. Since(citation).Select(sentence => new TextBlock(sentence, TextTone.Caution)),
        new TextBlock(Facts(citation), TextTone.Footer),
    ];

    private static string Facts(Citation citation) => Phrases.Dotted(
        citation.Agency,
        citation.Byline,
        citation.PublishedOn is { } day && citation.PublishedFrom?.InWords() is { } found ? $"{Phrases.Day(day)} ({found})" : citation.PublishedOn is null ? "undated" : null,
        $"fetched {ReplyWords.Minute(citation.FetchedUtc)}",
        citation.Page is { } page ? $"p. {page}" : null,
        $"revision {citation.Revision}{State(citation.Status)}");

    private static string State(CitationStatus status) => status switch
    {
        CitationStatus.Superseded => ", changed since: the library holds a newer one",
        CitationStatus.Removed => ", removed from the library since",
        _ => "",
    };
}
