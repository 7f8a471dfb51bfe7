using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Interactions;

/// <summary>Answers one interaction: by its token while that lives, else by a message to the asker.</summary>
/// <param name="address">Where the reply goes.</param>
/// <param name="acknowledged">Whether Discord took our acknowledgement; without it the token is void.</param>
/// <param name="since">When the token was given, by our own clock where we were there: it may differ from Discord's.</param>
/// <param name="sender">Sends.</param>
internal sealed class InteractionResponder(ReplyAddress address, Task<bool> acknowledged, DateTimeOffset since, ReplySender sender) : IChatResponder
{
    private static readonly TimeSpan FirstProgress = TimeSpan.FromSeconds(0.4);

    private readonly ProgressThrottle _progress = new(
        async (reply, token) =>
        {
            if (await acknowledged)
            {
                await sender.ProgressByTokenAsync(address, reply, token);
            }
        },
        FirstProgress,
        sender.Time);

    public Task ProgressAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        _progress.Offer(reply);
        return Task.CompletedTask;
    }

    public async Task<PostedMessage> FinishAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        await _progress.CloseAsync();
        return await Perseverance.ShowAsync(() => ShowAsync(reply, cancellationToken), sender.Time, cancellationToken);
    }

    public Task SuggestAsync(IReadOnlyList<ReplyChoice> choices, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<PostedMessage> ShowAsync(ChatReply reply, CancellationToken token)
    {
        if (await acknowledged && sender.Now < since + ReplyAddress.TokenLife)
        {
            try
            {
                return await sender.ByTokenAsync(address, reply, token);
            }
            catch (DiscordApiException refusal) when (refusal.TokenIsDead())
            {
                return await sender.LateAsync(address, reply, token);
            }
        }

        return await sender.LateAsync(address, reply, token);
    }
}
