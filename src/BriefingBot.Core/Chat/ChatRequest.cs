namespace BriefingBot.Core.Chat;

/// <summary>Something a person asked of the bot, in words every platform shares.</summary>
public abstract record ChatRequest
{
    /// <summary>The platform's id of what arrived; the same id twice is the same request.</summary>
    public required string Id { get; init; }
    public required ChatPlace Place { get; init; }
    public required ChatPerson Person { get; init; }

    /// <summary>Ids of the person's roles on the platform, from which the desk's roles are mapped.</summary>
    public IReadOnlySet<string> PlatformRoles { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether the platform says that the person may manage the workspace.</summary>
    public bool ManagesWorkspace { get; init; }
    public DateTimeOffset ReceivedUtc { get; init; }

    /// <summary>
    /// What the platform needs to answer this request after a restart: keep it with the accepted question and hand it to
    /// <see cref="IChatPlatform.ResumeAsync"/>. Opaque, and as good as a password while it lasts: never logged. Null when there is none.
    /// </summary>
    public string? ReplyAddress { get; init; }

    /// <summary>Its id alone, so that no log holds what was said or where the reply goes.</summary>
    public sealed override string ToString() => $"request {Id}";
}

/// <summary>A command with its options, as typed or chosen: <c>/ask question:…</c>.</summary>
public sealed record CommandRequest : ChatRequest
{
    /// <summary>The command's name, and its subcommand behind a space: "library add".</summary>
    public required string Command { get; init; }
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyList<ChatAttachment> Attachments { get; init; } = [];
}

/// <summary>A message that addresses the bot: a mention, a reply to one of its posts, or a line in a thread it works in.</summary>
public sealed record MessageRequest : ChatRequest
{
    /// <summary>What was written, the bot's own mention taken out. May be empty.</summary>
    public required string Text { get; init; }

    /// <summary>The bot's post this replies to; null when it replies to none.</summary>
    public string? RepliesTo { get; init; }
    public IReadOnlyList<ChatAttachment> Attachments { get; init; } = [];
}

/// <summary>A button pressed or a choice made under one of the bot's posts.</summary>
public sealed record ActionRequest : ChatRequest
{
    /// <summary>The action as the reply named it.</summary>
    public required ChatActionId Action { get; init; }

    /// <summary>The value chosen in a select or typed into a form; null for a plain button.</summary>
    public string? Value { get; init; }

    /// <summary>The post the action stands under.</summary>
    public required string MessageId { get; init; }
}

/// <summary>A person is typing an option and wants suggestions.</summary>
public sealed record SuggestRequest : ChatRequest
{
    public required string Command { get; init; }
    public required string Option { get; init; }

    /// <summary>What stands there so far.</summary>
    public required string Typed { get; init; }
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A file that came with a request; its bytes are read only when a use case wants them.</summary>
/// <param name="Name">The file's name, as the person gave it.</param>
/// <param name="Length">Bytes, as the platform says.</param>
/// <param name="OpenAsync">Opens the bytes.</param>
public sealed record ChatAttachment(string Name, long Length, Func<CancellationToken, Task<Stream>> OpenAsync);

/// <summary>What a button or select does, and to what: "source K7QX3M9TRB". Fits 100 characters together.</summary>
/// <param name="Verb">The use case: "source", "feedback", "cancel".</param>
/// <param name="Target">What it is about: an answer id, a question id; empty for none.</param>
/// <param name="Detail">What more it needs, such as "up" or a citation's number; empty for nothing.</param>
public sealed record ChatActionId(string Verb, string Target = "", string Detail = "")
{
    public override string ToString() => string.Join(' ', Verb, Target, Detail).TrimEnd();

    /// <summary>Null when the text is no action id.</summary>
    public static ChatActionId? Parse(string text)
    {
        var parts = text.Split(' ');
        return text.Length <= 100 && parts.Length <= 3 && parts[0].Length > 0
            ? new ChatActionId(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "")
            : null;
    }
}
