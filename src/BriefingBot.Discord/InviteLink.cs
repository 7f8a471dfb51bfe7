using Bits = BriefingBot.Discord.Wire.Permissions;

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
        const Bits Needed = Bits.ViewChannel | Bits.SendMessages | Bits.EmbedLinks | Bits.AttachFiles | Bits.ReadMessageHistory | Bits.SendMessagesInThreads;
        return new Uri($"https://discord.com/oauth2/authorize?client_id={Wire.Snowflake.Parse(applicationId)}&scope=bot%20applications.commands&permissions={(ulong)Needed}");
    }
}
