using BriefingBot.Discord;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Cli.Discord;

/// <summary>Whether there is a token, and where one comes from. What it is stays where it is.</summary>
internal static class DiscordSetting
{
    public const string HowToSet = "set it in the environment as BRIEFINGBOT_Discord__Token, or keep it with \"dotnet user-secrets set Discord:Token …\"";

    public static bool IsSet(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Token)}"]);
}
