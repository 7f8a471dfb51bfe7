using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord;

/// <summary>
/// A post's key in its small print. Discord forgets a nonce after some minutes and does not show it in a channel's history,
/// so the key must stand where history shows it.
/// </summary>
internal static class KeyMark
{
    /// <summary>The reply with its key in a footer, unless one names it already.</summary>
    public static ChatReply On(ChatReply reply, PostKey key)
        => reply.Blocks.Any(block => block is TextBlock { Tone: TextTone.Footer } footer && Words(footer.Text).Contains(key.Value))
            ? reply
            : reply with { Blocks = [.. reply.Blocks, new TextBlock(key.Value, TextTone.Footer)] };

    public static bool Stands(DiscordMessage message, PostKey key)
        => message.Content.Split('\n').Any(line => line.StartsWith("-# ", StringComparison.Ordinal) && Words(line).Contains(DiscordText.Escape(key.Value)));

    private static string[] Words(string text) => text.Split(' ');
}
