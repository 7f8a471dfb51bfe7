using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>Quotes in their place, each with everything known about where it stands.</summary>
internal static class SourceReplies
{
    public static ChatReply Write(CommandOutcome.Sources sources, DateOnly today)
    {
        var blocks = new List<ReplyBlock>();
        if (sources.Citations.Count == 0) blocks.Add(new TextBlock("This answer has no sources."));
        foreach (var citation in sources.Citations)
        {
            blocks.Add(citation.Quote.Length == 0
                ? new TextBlock($"The quote [{citation.N}] was removed together with its document.", TextTone.Problem)
                : new QuoteBlock(citation.N, citation.Before, citation.Quote, citation.After));
            blocks.Add(AnswerReplies.Source(citation, today));
            blocks.Add(new TextBlock(Facts(citation), TextTone.Footer));
        }

        return new ChatReply
        {
            Blocks = blocks,
            Actions = [new ReplyButton(new ChatActionId(ExportCommand.ActionVerb, sources.Answer.AnswerId), "Export memo")],
            Private = sources.Private,
            AnswerId = sources.Answer.AnswerId,
            Again = new ChatActionId(SourceCommand.ActionVerb, sources.Answer.AnswerId, sources.Citations is [var only] ? $"{only.N}" : ""),
        };
    }

    private static string Facts(Citation citation) => ReplyWords.Dotted(
        citation.Agency,
        citation.Byline,
        citation.PublishedOn is { } day && ReplyWords.Provenance(citation.PublishedFrom) is { } found ? $"{ReplyWords.Day(day)} ({found})" : citation.PublishedOn is null ? "undated" : null,
        $"fetched {ReplyWords.Minute(citation.FetchedUtc)}",
        citation.Page is { } page ? $"page {page}" : null,
        $"revision {citation.Revision}{State(citation.Status)}");

    private static string State(CitationStatus status) => status switch
    {
        CitationStatus.Superseded => ", changed since: the library holds a newer one",
        CitationStatus.Removed => ", removed from the library since",
        _ => "",
    };
}
