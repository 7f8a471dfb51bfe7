using BriefingBot.Discord.Interactions;

namespace BriefingBot.Discord;

/// <summary>The link by which someone who manages a guild takes the bot in, with just the permissions it uses.</summary>
public static class InviteLink
{
    /// <summary>The permissions, in the words of Discord's own settings.</summary>
    public static IReadOnlyList<string> Permissions { get; } =
        ["View Channels", "Send Messages", "Embed Links", "Attach Files", "Read Message History", "Send Messages in Threads"];

    /// <param name="applicationId">The application's id, digits only.</param>
    /// <exception cref="FormatException">It is no id.</exception>
    public static Uri For(string applicationId)
    {
        const Interactions.Permissions Needed = Interactions.Permissions.ViewChannel | Interactions.Permissions.SendMessages | Interactions.Permissions.EmbedLinks
            | Interactions.Permissions.AttachFiles | Interactions.Permissions.ReadMessageHistory | Interactions.Permissions.SendMessagesInThreads;
        return new Uri($"https://discord.com/oauth2/authorize?client_id={Wire.Snowflake.Parse(applicationId)}&scope=bot%20applications.commands&permissions={(ulong)Needed}");
    }
}
