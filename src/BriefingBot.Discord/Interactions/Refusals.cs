using System.Net;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Interactions;

/// <summary>Discord's refusals as sentences for people.</summary>
internal static class Refusals
{
    public static ChatException ToChat(this DiscordApiException refusal) => new(Sentence(refusal), refusal) { Transient = refusal.Transient };

    /// <summary>Whether an interaction's token does not serve any more.</summary>
    public static bool TokenIsDead(this DiscordApiException refusal)
        => refusal.Code is DiscordCode.UnknownWebhook or DiscordCode.InvalidWebhookToken or DiscordCode.UnknownInteraction or DiscordCode.UnknownMessage
            || refusal.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized;

    /// <summary>Whether the bot may not do that there.</summary>
    public static bool NotPermitted(this DiscordApiException refusal)
        => refusal.Code is DiscordCode.MissingAccess or DiscordCode.MissingPermissions || refusal.Status == HttpStatusCode.Forbidden;

    private static string Sentence(DiscordApiException refusal) => refusal switch
    {
        { Status: HttpStatusCode.Unauthorized, Code: not DiscordCode.InvalidWebhookToken } =>
            "Discord refused the token: set Discord:Token (environment variable BRIEFINGBOT_Discord__Token) to the token the developer portal shows, and start again.",
        { Code: DiscordCode.UnknownChannel } => "That Discord channel is gone, or the bot was never in it.",
        { Code: DiscordCode.UnknownMessage } => "That Discord message is gone.",
        { Code: DiscordCode.MissingAccess } => "The bot may not see that Discord channel: give it View Channel there.",
        { Code: DiscordCode.MissingPermissions } => "The bot lacks a permission in that Discord channel: Send Messages (in threads: Send Messages in Threads), Embed Links, Attach Files and Read Message History are what it needs.",
        _ => refusal.Message,
    };
}
