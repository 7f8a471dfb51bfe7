namespace BriefingBot.Discord;

/// <summary>What Discord says about the application a token belongs to.</summary>
/// <param name="Name">The application's name.</param>
/// <param name="Invite">The link that takes the bot into a guild, with just the permissions it uses.</param>
/// <param name="MayReadContent">Whether the message content intent is switched on in the developer portal.</param>
public sealed record DiscordIdentity(string Name, Uri Invite, bool MayReadContent);
