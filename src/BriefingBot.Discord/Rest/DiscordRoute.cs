using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Rest;

/// <summary>One endpoint with its parameters filled in.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Template">The path as Discord documents it: what a rate limit belongs to before its bucket is known.</param>
/// <param name="Path">The path to call, below the API's base address.</param>
/// <param name="Major">The channel, guild or webhook a limit is counted apart for; empty for none.</param>
internal sealed record DiscordRoute(HttpMethod Method, string Template, string Path, string Major = "")
{
    /// <summary>Whether a second arrival changes nothing, so that an attempt of unknown fate may be repeated.</summary>
    public bool Repeatable { get; init; } = Method != HttpMethod.Post;

    /// <summary>Interaction endpoints carry their own token, and are outside the bot's global limit.</summary>
    public bool ByInteractionToken { get; init; }

    /// <summary>How long the whole call may take, waiting included; null for the client's own patience.</summary>
    public TimeSpan? Deadline { get; init; }

    public override string ToString() => $"{Method} {Template}";

    public static DiscordRoute Gateway() => new(HttpMethod.Get, "/gateway/bot", "/gateway/bot");

    public static DiscordRoute Application() => new(HttpMethod.Get, "/oauth2/applications/@me", "/oauth2/applications/@me");

    public static DiscordRoute Channel(Snowflake channel) => InChannel(HttpMethod.Get, channel, "");

    public static DiscordRoute Guild(Snowflake guild)
        => new(HttpMethod.Get, "/guilds/{guild.id}", $"/guilds/{guild}", guild.ToString());

    public static DiscordRoute Member(Snowflake guild, Snowflake user)
        => new(HttpMethod.Get, "/guilds/{guild.id}/members/{user.id}", $"/guilds/{guild}/members/{user}", guild.ToString());

    public static DiscordRoute Messages(Snowflake channel, Snowflake after)
        => InChannel(HttpMethod.Get, channel, "/messages") with { Path = $"/channels/{channel}/messages?limit=100&after={after}" };

    public static DiscordRoute Message(Snowflake channel, Snowflake message)
        => InChannel(HttpMethod.Get, channel, "/messages/{message.id}") with { Path = $"/channels/{channel}/messages/{message}" };

    /// <summary>Repeatable because every post of ours carries an enforced nonce.</summary>
    public static DiscordRoute CreateMessage(Snowflake channel) => InChannel(HttpMethod.Post, channel, "/messages") with { Repeatable = true };

    public static DiscordRoute DeleteMessage(Snowflake channel, Snowflake message)
        => InChannel(HttpMethod.Delete, channel, "/messages/{message.id}") with { Path = $"/channels/{channel}/messages/{message}" };

    public static DiscordRoute EditMessage(Snowflake channel, Snowflake message)
        => InChannel(HttpMethod.Patch, channel, "/messages/{message.id}") with { Path = $"/channels/{channel}/messages/{message}" };

    public static DiscordRoute Typing(Snowflake channel) => InChannel(HttpMethod.Post, channel, "/typing") with { Repeatable = true };

    /// <summary>Repeatable: there is one such channel, however often it is opened.</summary>
    public static DiscordRoute DirectMessages() => new(HttpMethod.Post, "/users/@me/channels", "/users/@me/channels") { Repeatable = true };

    public static DiscordRoute Commands(HttpMethod method, Snowflake application, Snowflake? guild) => guild is { } one
        ? new(method, "/applications/{application.id}/guilds/{guild.id}/commands", $"/applications/{application}/guilds/{one}/commands", one.ToString())
        : new(method, "/applications/{application.id}/commands", $"/applications/{application}/commands");

    /// <summary>Repeatable: a second arrival is told that the interaction is acknowledged already, which is what was wanted.</summary>
    public static DiscordRoute Callback(Snowflake interaction, string token, TimeSpan deadline)
        => new(HttpMethod.Post, "/interactions/{interaction.id}/{interaction.token}/callback", $"/interactions/{interaction}/{Uri.EscapeDataString(token)}/callback", interaction.ToString())
        {
            Repeatable = true,
            ByInteractionToken = true,
            Deadline = deadline,
        };

    public static DiscordRoute Original(HttpMethod method, Snowflake application, string token)
        => ByToken(method, application, token, "/messages/@original");

    public static DiscordRoute FollowUp(Snowflake application, string token) => ByToken(HttpMethod.Post, application, token, "");

    private static DiscordRoute InChannel(HttpMethod method, Snowflake channel, string rest)
        => new(method, "/channels/{channel.id}" + rest, $"/channels/{channel}{rest}", channel.ToString());

    private static DiscordRoute ByToken(HttpMethod method, Snowflake application, string token, string rest)
        => new(method, "/webhooks/{application.id}/{interaction.token}" + rest, $"/webhooks/{application}/{Uri.EscapeDataString(token)}{rest}", application + "/" + token)
        {
            ByInteractionToken = true,
        };
}
