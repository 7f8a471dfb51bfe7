namespace BriefingBot.Core.Chat;

/// <summary>
/// A command as data: platforms register their menus from it and complete what is typed; the text after the name is never parsed below a platform.
/// </summary>
/// <param name="Name">One or two lower-case words: "ask", "library add".</param>
/// <param name="Description">One line for the menu, at most 100 characters.</param>
/// <param name="Role">The least role that may call it; checked again when it is called.</param>
public sealed record CommandDefinition(string Name, string Description, DeskRole Role = DeskRole.Reader)
{
    /// <summary>Required options first.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary>
    /// The entry in the menu of a message; the message's attachments come as those of the command. Null when the command is not offered there.
    /// </summary>
    public string? MessageLabel { get; init; }
}

/// <summary>What an option holds. Whatever its type, it arrives as text.</summary>
public enum CommandOptionType
{
    Text,

    /// <summary>A whole number in digits.</summary>
    Number,

    /// <summary>YYYY-MM-DD.</summary>
    Day,

    /// <summary>"true" or "false".</summary>
    Flag,

    /// <summary>An attachment; arrives in <see cref="CommandRequest.Attachments"/> and not among the options.</summary>
    File,
}

/// <summary>One option of a command.</summary>
/// <param name="Name">A lower-case word, hyphens allowed, at most 32 characters.</param>
/// <param name="Description">One line, at most 100 characters.</param>
/// <param name="Type">What it holds.</param>
public sealed record CommandOption(string Name, string Description, CommandOptionType Type = CommandOptionType.Text)
{
    public bool Required { get; init; }

    /// <summary>The values allowed; empty when any is. At most 25.</summary>
    public IReadOnlyList<ReplyChoice> Choices { get; init; } = [];

    /// <summary>Whether a <see cref="SuggestRequest"/> for it is answered.</summary>
    public bool Suggests { get; init; }

    /// <summary>Most characters of a text, or the highest number; null where there is no bound.</summary>
    public int? Most { get; init; }
}
