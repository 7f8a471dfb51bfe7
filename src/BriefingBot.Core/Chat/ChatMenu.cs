namespace BriefingBot.Core.Chat;

/// <summary>All that people can call up on a platform, and who sees what comes of it.</summary>
/// <param name="Commands">Every command that works; others are not offered.</param>
public sealed record ChatMenu(IReadOnlyList<CommandDefinition> Commands)
{
    /// <summary>The option by which an asker keeps a reply private: a flag, of the commands that have it.</summary>
    public const string PrivateOption = "private";

    /// <summary>The option that holds the text of the message a command was called on.</summary>
    public const string MessageTextOption = "message-text";

    /// <summary>The verb that has an answer composed again, the answer's id as target: for turning the page of a long private reply after a restart.</summary>
    public const string ShowAgainVerb = "show";

    /// <summary>Commands whose reply is the asker's alone: a platform shows even that it works to nobody else.</summary>
    public IReadOnlySet<string> PrivateCommands { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Verbs of actions whose reply everyone may see; every other action's reply is the asker's alone.</summary>
    public IReadOnlySet<string> PublicActions { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public static ChatMenu Empty { get; } = new([]);
}
