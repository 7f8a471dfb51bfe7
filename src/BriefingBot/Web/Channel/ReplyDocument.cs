using System.Text;
using System.Text.Json.Serialization;
using BriefingBot.Core.Chat;

namespace BriefingBot.Web.Channel;

/// <summary>A reply as the page reads it. Every text in it is text.</summary>
/// <param name="Blocks">In order; empty for an answer, which is named by its id.</param>
/// <param name="Actions">What a person can do with it.</param>
/// <param name="AnswerId">The answer it shows or is about; null for none.</param>
/// <param name="IsAnswer">Whether the page shows that answer itself.</param>
/// <param name="Files">Files handed out.</param>
internal sealed record ReplyDocument(
    IReadOnlyList<BlockDocument> Blocks, IReadOnlyList<ActionDocument> Actions, string? AnswerId, bool IsAnswer, IReadOnlyList<FileDocument> Files)
{
    /// <summary>The action that asks an interrupted question again.</summary>
    public const string RetryVerb = "retry";

    private const string Further = "further";

    /// <summary>The action that asks it again; null where it was not interrupted.</summary>
    [JsonIgnore]
    public ActionDocument? Retry => Actions.FirstOrDefault(action => action.Id.StartsWith(RetryVerb + " ", StringComparison.Ordinal));

    /// <summary>The reply whole, for those who look on.</summary>
    public static ReplyDocument Live(ChatReply reply) => new(
        ShowsAnswer(reply) ? [] : [.. reply.Blocks.Select(BlockDocument.Of)],
        [.. reply.Actions.Select(ActionDocument.Of)],
        reply.AnswerId,
        ShowsAnswer(reply),
        [.. reply.Files.Select(file => FileDocument.Of(file, reply.AnswerId))]);

    /// <summary>The reply without what it quotes: a document that is purged must not live on in a conversation.</summary>
    public static ReplyDocument Stored(ChatReply reply)
    {
        var live = Live(reply);
        var kept = reply.Blocks.Where(block => block is not (SourceBlock or ClaimBlock)).Select(block => Unquoted(block, reply.AnswerId)).OfType<BlockDocument>().ToList();
        var files = live.Files.Where(file => file.Address is not null).ToList();
        var dropped = !live.IsAnswer && (kept.Count + reply.Blocks.Count(block => block is SourceBlock) < reply.Blocks.Count || files.Count < reply.Files.Count);
        if (dropped) kept.Add(new BlockDocument("text") { Text = "Quotes and files are shown once and not kept here; ask for them again.", Tone = "footer" });
        return live with { Blocks = live.IsAnswer ? [] : kept, Files = files };
    }

    // The place of a quote is kept where its answer can show it again.
    private static BlockDocument? Unquoted(ReplyBlock block, string? answerId) => block switch
    {
        QuoteBlock quote => answerId is null ? null : new BlockDocument("place") { Number = quote.Number },
        _ => BlockDocument.Of(block),
    };

    // The one reply that can be asked further is the answer itself.
    private static bool ShowsAnswer(ChatReply reply) => reply.AnswerId is not null && reply.Actions.Any(action => action.Id.Verb is Further);
}

/// <summary>One block: "heading", "text", "claim", "source", "quote", "place" (of a quote that is not kept) or "facts", and the fields that kind has.</summary>
internal sealed record BlockDocument(string Kind)
{
    public string? Text { get; init; }
    public string? Tone { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public int? Number { get; init; }
    public IReadOnlyList<string>? Lines { get; init; }

    public static BlockDocument Of(ReplyBlock block) => block switch
    {
        HeadingBlock heading => new("heading") { Text = Whole(heading.Text) },
        TextBlock text => new("text") { Text = Whole(text.Text), Tone = ToneOf(text.Tone) },
        ClaimBlock claim => new("claim") { Before = Whole(claim.Framing), Text = Whole(claim.Text), Tone = ToneOf(claim.Tone) },
        SourceBlock source => new("source")
        {
            Number = source.Number,
            Text = Whole(source.Title),
            Lines = [.. new[] { source.Publisher, source.Date, source.DateProvenance }.OfType<string>().Select(Whole)],
        },
        QuoteBlock quote => new("quote") { Number = quote.Number, Before = Whole(quote.Before), Text = Whole(quote.Quote), After = Whole(quote.After) },
        FactsBlock facts => new("facts") { Lines = [.. facts.Lines.Select(Whole)] },
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string ToneOf(TextTone tone) => tone switch
    {
        TextTone.Plain => "plain",
        TextTone.Caution => "caution",
        TextTone.Progress => "progress",
        TextTone.Problem => "problem",
        TextTone.Footer => "footer",
        _ => throw new ArgumentOutOfRangeException(nameof(tone)),
    };

    // Half a surrogate pair is no text; it would be refused on its way into JSON.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}

/// <param name="Kind">"button", "link", "select" or "form".</param>
/// <param name="Id">The action, as it is sent back.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Prompt">What a form asks for; null for the others.</param>
internal sealed record ActionDocument(string Kind, string Id, string Label, string? Prompt)
{
    public static ActionDocument Of(ReplyAction action) => action switch
    {
        ReplyForm form => new("form", form.Id.ToString(), form.Label, form.Prompt),
        ReplySelect select => new("select", select.Id.ToString(), select.Label, null),
        ReplyLink link => new("link", link.Address.AbsoluteUri, link.Label, null),
        _ => new("button", action.Id.ToString(), action.Label, null),
    };
}

/// <param name="Name">The file's name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Base64">Its bytes, where it has no address; they are shown once and not stored.</param>
/// <param name="Address">Where it can be had again; null where it cannot.</param>
internal sealed record FileDocument(string Name, string MediaType, string? Base64, string? Address)
{
    public static FileDocument Of(ReplyFile file, string? answerId)
    {
        var format = Path.GetExtension(file.Name).TrimStart('.');
        return answerId is not null && file.Name == $"{answerId}.{format}"
            ? new FileDocument(file.Name, file.MediaType, null, $"/api/answers/{answerId}/memo?format={format}")
            : new FileDocument(file.Name, file.MediaType, Convert.ToBase64String(file.Bytes.Span), null);
    }
}
