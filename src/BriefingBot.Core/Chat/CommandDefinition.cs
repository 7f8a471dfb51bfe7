namespace BriefingBot.Core.Chat;

/// <summary>
/// A command as data, so that every platform offers the same ones: a slash command here, completion in a composer there.
/// What it does is the business of the use case of the same name.
/// </summary>
public sealed record CommandDefinition
{
    /// <summary>Lower case letters, digits and hyphens, at most 32 characters; a subcommand stands behind a space: "library add".</summary>
    public required string Name { get; init; }

    /// <summary>One line, at most 100 characters.</summary>
    public required string Description { get; init; }

    /// <summary>In the order they are offered; required ones first.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary>Whom a platform offers it to before anyone changed that. Our own roles are checked as well.</summary>
    public CommandAudience Audience { get; init; }

    /// <summary>Who sees that it works, and the reply.</summary>
    public ReplyVisibility Visibility { get; init; }

    /// <summary>
    /// What it is called in the menu of a message: "Add to the library". The message's files come as attachments and its
    /// text as the option <see cref="ChatMenu.MessageTextOption"/>. Null when it does not stand there.
    /// </summary>
    public string? OnMessage { get; init; }
}

/// <summary>Whom a platform offers a command to by default.</summary>
public enum CommandAudience
{
    Everyone,

    /// <summary>Those who may manage the workspace.</summary>
    WorkspaceManagers,
}

/// <summary>Who sees a reply.</summary>
public enum ReplyVisibility
{
    Everyone,
    AskerOnly,

    /// <summary>The asker says so, with the yes-or-no option <see cref="ChatMenu.PrivateOption"/>; everyone when unsaid.</summary>
    AskersChoice,
}

/// <summary>One option of a command.</summary>
/// <param name="Name">Lower case letters, digits and hyphens, at most 32 characters.</param>
/// <param name="Description">One line, at most 100 characters.</param>
/// <param name="Kind">What may stand there.</param>
public sealed record CommandOption(string Name, string Description, CommandOptionKind Kind = CommandOptionKind.Text)
{
    public bool Required { get; init; }

    /// <summary>Whether suggestions are asked for while it is typed; excludes <see cref="Choices"/>.</summary>
    public bool Suggests { get; init; }

    /// <summary>The only values it takes, at most 25; empty when any will do.</summary>
    public IReadOnlyList<ReplyChoice> Choices { get; init; } = [];

    /// <summary>Longest text in characters, at most 6,000; null for the platform's own limit.</summary>
    public int? LongestText { get; init; }
}

/// <summary>What an option holds. Values always arrive as text; yes and no as "true" and "false".</summary>
public enum CommandOptionKind
{
    Text,
    WholeNumber,
    YesOrNo,

    /// <summary>A file: it arrives as an attachment, not among the options.</summary>
    File,
}

/// <summary>All that people can call up on a platform.</summary>
/// <param name="Commands">Every command that works; others are not offered.</param>
/// <param name="PublicActions">Verbs of actions whose reply everyone may see; every other action's reply is the asker's alone.</param>
public sealed record ChatMenu(IReadOnlyList<CommandDefinition> Commands, IReadOnlySet<string> PublicActions)
{
    /// <summary>The option by which an asker keeps a reply private.</summary>
    public const string PrivateOption = "private";

    /// <summary>The option that holds the text of the message a command was called on.</summary>
    public const string MessageTextOption = "message-text";

    /// <summary>
    /// The verb a platform uses for itself to have an answer composed again, the answer's id as target: for turning the
    /// page of a long reply after a restart. A use case answers it with the same reply as before.
    /// </summary>
    public const string ShowAgainVerb = "show";

    public static ChatMenu Empty { get; } = new([], new HashSet<string>(StringComparer.Ordinal));
}
