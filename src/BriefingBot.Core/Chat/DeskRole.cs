namespace BriefingBot.Core.Chat;

/// <summary>What a person may do in a workspace; each role may do what those before it may.</summary>
public enum DeskRole
{
    /// <summary>Asks, opens sources, exports, gives feedback. Everyone who may write in a bound channel is one.</summary>
    Reader,

    /// <summary>Adds documents.</summary>
    Contributor,

    /// <summary>Removes documents, makes libraries, binds channels, and opens private answers of others.</summary>
    Editor,
}
