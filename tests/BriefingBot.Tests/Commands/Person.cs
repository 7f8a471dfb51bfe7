using System.Text;
using BriefingBot.Core.Chat;
using BriefingBot.Tests.Chat;

namespace BriefingBot.Tests.Commands;

/// <summary>Somebody in a channel.</summary>
internal sealed record Person(Desk Desk, string Id, ChatPlace Place)
{
    public bool Manages { get; init; }

    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public Person Managing() => this with { Manages = true };

    public Person In(ChatPlace place) => this with { Place = place };

    public RecordingResponder Send(string command, params (string Name, string Value)[] options) => Receive(new CommandRequest
    {
        Id = Desk.NextRequest(),
        Place = Place,
        Person = Who,
        Command = command,
        Options = options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal),
    });

    public RecordingResponder Attach(params (string Name, string Text)[] files) => Receive(new CommandRequest
    {
        Id = Desk.NextRequest(),
        Place = Place,
        Person = Who,
        Command = "library add",
        Attachments = [.. files.Select(file => new ChatAttachment(file.Name, file.Text.Length, _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(file.Text)))))],
    });

    public RecordingResponder Say(string text, string? repliesTo = null) => Receive(new MessageRequest
    {
        Id = Desk.NextRequest(),
        Place = Place,
        Person = Who,
        Text = text,
        RepliesTo = repliesTo,
    });

    public RecordingResponder Press(ChatActionId action, string? value = null) => Receive(new ActionRequest
    {
        Id = Desk.NextRequest(),
        Place = Place,
        Person = Who,
        Action = action,
        Value = value,
        MessageId = "m0",
    });

    public RecordingResponder Type(string command, string option, string typed, params (string Name, string Value)[] options) => Receive(new SuggestRequest
    {
        Id = Desk.NextRequest(),
        Place = Place,
        Person = Who,
        Command = command,
        Option = option,
        Typed = typed,
        Options = options.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
    });

    private ChatPerson Who => new(Place.Platform, Id, Id);

    // Rights and the time are the same for whatever is done.
    private RecordingResponder Receive(ChatRequest request) =>
        Desk.Platform.Receive(request with { ManagesWorkspace = Manages, PlatformRoles = Roles, ReceivedUtc = Desk.Clock.Now });

    public Task<ChatReply> Ask(string question, params (string Name, string Value)[] options) => Send("ask", [("question", question), .. options]).Reply;
}

/// <summary>What a reply says, as plain text.</summary>
internal static class Said
{
    public static string Text(this ChatReply reply)
    {
        var text = new StringBuilder();
        foreach (var block in reply.Blocks)
        {
            text.AppendLine(block switch
            {
                HeadingBlock heading => heading.Text,
                TextBlock words => words.Text,
                ClaimBlock claim => $"{claim.Framing} {claim.Text} [{string.Join("][", claim.Numbers)}]",
                SourceBlock source => $"[{source.Number}] {source.Title} {source.Publisher} {source.Date} {source.Url} {string.Join(' ', source.AlsoCarriedBy)}",
                QuoteBlock quote => $"{quote.Before} {quote.Quote} {quote.After}",
                FactsBlock facts => string.Join('\n', facts.Lines),
                _ => throw new InvalidOperationException(block.GetType().Name),
            });
        }

        foreach (var action in reply.Actions)
        {
            text.AppendLine($"{action.Id} {action.Label}");
            if (action is ReplySelect select) foreach (var choice in select.Choices) text.AppendLine($"{choice.Value} {choice.Label} {choice.Detail}");
        }

        foreach (var file in reply.Files) text.AppendLine(file.Name).AppendLine(Encoding.UTF8.GetString(file.Bytes.Span));
        return text.ToString();
    }
}
