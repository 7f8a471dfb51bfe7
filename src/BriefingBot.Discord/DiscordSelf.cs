using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord;

/// <summary>Who we are on Discord, as Discord says.</summary>
internal sealed class DiscordSelf
{
    private readonly TaskCompletionSource<DiscordUser> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bot's user, once the gateway has greeted us.</summary>
    public Task<DiscordUser> UserAsync => _ready.Task;

    /// <summary>Null before the first greeting.</summary>
    public DiscordUser? User => _ready.Task.IsCompletedSuccessfully ? _ready.Task.Result : null;

    public void Greeted(DiscordUser user) => _ready.TrySetResult(user);
}
