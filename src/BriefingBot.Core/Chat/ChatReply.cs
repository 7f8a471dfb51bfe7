namespace BriefingBot.Core.Chat;

/// <summary>
/// What the bot says, as structure: platforms render it, and nothing below a platform writes markup.
/// Every text in it is data, wherever it came from.
/// </summary>
public sealed record ChatReply
{
    public IReadOnlyList<ReplyBlock> Blocks { get; init; } = [];
    public IReadOnlyList<ReplyAction> Actions { get; init; } = [];
    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>Shown to the asker only.</summary>
    public bool Private { get; init; }

    /// <summary>The person the reply is for, where it is posted without a request of theirs to reply to; the one person it may call by name. Null for nobody.</summary>
    public string? ForPerson { get; init; }

    /// <summary>The action that composes this reply again, so that a long one can be leafed through after a restart; null where none does.</summary>
    public ChatActionId? Again { get; init; }

    /// <summary>The answer this shows, so that a reply to the post is understood; null when it shows none.</summary>
    public string? AnswerId { get; init; }
}

/// <summary>One block of a reply.</summary>
public abstract record ReplyBlock;

/// <summary>What the reply is about: the question, a document's title.</summary>
public sealed record HeadingBlock(string Text) : ReplyBlock;

/// <summary>The bot's own words.</summary>
public sealed record TextBlock(string Text, TextTone Tone = TextTone.Plain) : ReplyBlock;

/// <summary>How the bot's own words are meant.</summary>
public enum TextTone
{
    Plain,

    /// <summary>Something the reader should be wary of: doubtful, accounts differ.</summary>
    Caution,

    /// <summary>What happens at the moment; replaced by what comes of it.</summary>
    Progress,

    /// <summary>A fault, or a thing not permitted.</summary>
    Problem,

    /// <summary>Small print.</summary>
    Footer,
}

/// <summary>One sentence of an answer and the numbers it rests on.</summary>
/// <param name="Framing">The bot's own words before a quote: "Varran Courier, 3 Mar 2031:". Empty when there are none.</param>
/// <param name="Text">The quote or the claim.</param>
/// <param name="Verbatim">Whether the text is quoted.</param>
/// <param name="Numbers">The citations, in order.</param>
public sealed record ClaimBlock(string Framing, string Text, bool Verbatim, IReadOnlyList<int> Numbers) : ReplyBlock
{
    /// <summary>
    /// Whether <see cref="Text"/> already holds its numbers, each as [n] at its place; then they are not to be appended.
    /// What looks like a number and is not one of <see cref="Numbers"/> is text.
    /// </summary>
    public bool NumbersInText { get; init; }

    /// <summary>Caution for accounts that differ.</summary>
    public TextTone Tone { get; init; }
}

/// <summary>One source line: what a number stands for.</summary>
public sealed record SourceBlock : ReplyBlock
{
    public required int Number { get; init; }
    public required string Title { get; init; }
    public string? Publisher { get; init; }

    /// <summary>The published day in words, and how long ago: "3 Mar 2031, 2 days ago". Null when it is unknown.</summary>
    public string? Date { get; init; }

    /// <summary>How the day was found, in words. Null when it is unknown.</summary>
    public string? DateProvenance { get; init; }
    public IReadOnlyList<string> AlsoCarriedBy { get; init; } = [];

    /// <summary>The page's own address, http or https; null when there is none.</summary>
    public string? Url { get; init; }

    /// <summary>The quoted sentence, for places that can show it at once.</summary>
    public required string Quote { get; init; }
}

/// <summary>A quote in its place.</summary>
public sealed record QuoteBlock(int Number, string Before, string Quote, string After) : ReplyBlock;

/// <summary>Short facts, one a line: a receipt, a status.</summary>
public sealed record FactsBlock(IReadOnlyList<string> Lines) : ReplyBlock;

/// <summary>Something a person can do with a reply.</summary>
public abstract record ReplyAction(ChatActionId Id, string Label);

/// <summary>A button.</summary>
public sealed record ReplyButton(ChatActionId Id, string Label) : ReplyAction(Id, Label);

/// <summary>A link out of the platform, to a page of ours.</summary>
public sealed record ReplyLink(Uri Address, string Label) : ReplyAction(new ChatActionId("open"), Label);

/// <summary>A list to choose one from; at most 25.</summary>
public sealed record ReplySelect(ChatActionId Id, string Label, IReadOnlyList<ReplyChoice> Choices) : ReplyAction(Id, Label);

/// <summary>A button that asks for a line of text.</summary>
public sealed record ReplyForm(ChatActionId Id, string Label, string Prompt) : ReplyAction(Id, Label);

/// <summary>One choice of a select.</summary>
public sealed record ReplyChoice(string Value, string Label, string? Detail = null);

/// <summary>A file the bot hands out.</summary>
public sealed record ReplyFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);
