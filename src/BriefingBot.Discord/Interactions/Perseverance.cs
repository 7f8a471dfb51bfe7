using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Goes on trying to show a reply while Discord is out of order: each call is repeated by itself already, so this is for
/// outages of minutes. Public replies arrive once however often they are sent; one for the asker alone may, at worst, show twice.
/// </summary>
internal static class Perseverance
{
    private static readonly TimeSpan[] Waits = [.. new[] { 5, 10, 20, 40, 60, 60, 60 }.Select(static seconds => TimeSpan.FromSeconds(seconds))];

    /// <exception cref="ChatException">Discord refused, or is out of order for too long.</exception>
    public static async Task<PostedMessage> ShowAsync(Func<Task<PostedMessage>> show, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var n = 0; ; n++)
        {
            try
            {
                return await show();
            }
            catch (DiscordApiException refusal) when (refusal.Transient && n < Waits.Length)
            {
                await Task.Delay(Waits[n], time, cancellationToken);
            }
            catch (DiscordApiException refusal)
            {
                throw refusal.ToChat();
            }
        }
    }
}
