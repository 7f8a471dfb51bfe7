using BriefingBot.Core.Libraries;

namespace BriefingBot.Web.Channel;

/// <param name="Id">Of the exchange; a reply to it continues its conversation.</param>
/// <param name="Order">Where it stands among the others, whenever the page hears of it.</param>
/// <param name="Parent">The exchange it continues; null where it continues none.</param>
/// <param name="By">Who asked; null for the operator, and where the bot spoke of its own accord.</param>
/// <param name="Asked">The person's words; null where the bot spoke of its own accord.</param>
/// <param name="MadeUtc">When.</param>
/// <param name="State">"working" while its reply is awaited, "answered", or "interrupted" where no run works on it any more.</param>
/// <param name="Reply">The reply, or the newest progress; null where there is neither.</param>
/// <param name="Answer">The answer the reply shows; null where it shows none or it is gone.</param>
/// <param name="Private">Whether nobody else sees it.</param>
internal sealed record ExchangeDocument(string Id, long Order, string? Parent, string? By, string? Asked, DateTimeOffset MadeUtc, string State, ReplyDocument? Reply, Answer? Answer, bool Private)
{
    /// <summary>What was last said to the reader's own press of a button under it; null for nothing. Only with a conversation that is loaded.</summary>
    public ReplyDocument? Note { get; init; }
}

/// <summary>What the bot said to a press of a button: shown beside the exchange to who pressed it.</summary>
/// <param name="MessageId">The exchange the button stands under.</param>
/// <param name="Reply">What was said.</param>
/// <param name="Passing">Whether it says nothing any more once the exchange is answered.</param>
internal sealed record NoteDocument(string MessageId, ReplyDocument Reply, bool Passing);

/// <summary>A part of the conversation of a channel.</summary>
/// <param name="Exchanges">Oldest first.</param>
/// <param name="Earlier">Whether there are more before them.</param>
internal sealed record ConversationDocument(IReadOnlyList<ExchangeDocument> Exchanges, bool Earlier);

/// <param name="Id">Of an exchange that is another's alone.</param>
internal sealed record GoneDocument(string Id);

/// <summary>What a person did on the page: said something, or pressed a button.</summary>
/// <param name="Id">Of the request, of the page's own making: sent twice it is done once.</param>
/// <param name="Text">What was typed, a command or a question; null for a button.</param>
/// <param name="RepliesTo">The exchange a question continues.</param>
/// <param name="Action">The button.</param>
/// <param name="Value">What was typed into its form.</param>
/// <param name="MessageId">The exchange the button stands under.</param>
internal sealed record RequestDocument(string? Id, string? Text, string? RepliesTo, string? Action, string? Value, string? MessageId);

/// <param name="ExchangeId">Where the reply will stand; null for a button whose reply is a note.</param>
internal sealed record AcceptedDocument(string? ExchangeId);
