using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Discord;

/// <summary>The section <c>Discord</c> of the configuration.</summary>
public sealed class DiscordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Discord";

    /// <summary>
    /// The bot's token, from the environment (<c>BRIEFINGBOT_Discord__Token</c>) or user secrets; opaque, never logged, never written.
    /// Null or empty switches Discord off.
    /// </summary>
    public string? Token { get; set; }

    /// <summary>Where Discord's REST API version 10 stands; the gateway's address is asked for there.</summary>
    [Required(ErrorMessage = "Discord:ApiBaseUrl is empty: it must be the address of Discord's REST API, version 10."), Url(ErrorMessage = "Discord:ApiBaseUrl must be an http or https address.")]
    public string ApiBaseUrl { get; set; } = "https://discord.com/api/v10";

    /// <summary>The one guild commands are registered in; null registers them for every guild.</summary>
    [RegularExpression("^[0-9]{1,20}$", ErrorMessage = "Discord:CommandsGuild must be a guild's id: digits only.")]
    public string? CommandsGuild { get; set; }

    /// <summary>
    /// Whether to ask for the privileged intent "Message Content", so that threads are followed without a mention.
    /// It must be switched on in the developer portal as well.
    /// </summary>
    public bool MessageContent { get; set; }

    /// <summary>Largest file taken from or handed to Discord, in bytes.</summary>
    [Range(1024, 100 * 1024 * 1024, ErrorMessage = "Discord:LargestFileBytes must lie between {1} and {2}.")]
    public long LargestFileBytes { get; set; } = 10 * 1024 * 1024;
}
