using BriefingBot.Cli.Discord;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli.Health;

/// <summary>Asks Discord whom the token belongs to, and whether the intents it may use are those the settings ask for.</summary>
internal static class DiscordCheck
{
    private const string Name = "Discord";

    /// <summary>Null where no token is set.</summary>
    public static async Task<Check?> LookAsync(VerbRun run, CancellationToken cancellationToken)
    {
        if (!DiscordSetting.IsSet(run.Configuration)) return null;
        try
        {
            var identity = await run.Get<DiscordPlatform>().IdentifyAsync(cancellationToken);
            return run.Get<IOptions<DiscordOptions>>().Value.MessageContent && !identity.MayReadContent
                ? new Check(Name, false, $"{identity.Name} may not read message content, and Discord:MessageContent is true",
                    "Switch \"Message Content Intent\" on in the developer portal, or set Discord:MessageContent to false.")
                : new Check(Name, true, $"the token is that of {identity.Name}", null);
        }
        catch (ChatException refusal)
        {
            return new Check(Name, false, refusal.Message, "docs/discord.md says where the token comes from. Everything but Discord works meanwhile.");
        }
    }
}
