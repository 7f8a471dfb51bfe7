using System.Net;
using BriefingBot.Discord.Rest;
using Discord.Net;

namespace BriefingBot.DiscordNet;

/// <summary>Discord.Net's faults in the platform's terms.</summary>
internal static class Refusal
{
    /// <exception cref="DiscordApiException">Discord refused, or did not answer in time.</exception>
    public static Task Of(Func<Task> call) => Of(async () =>
    {
        await call();
        return true;
    });

    /// <exception cref="DiscordApiException">Discord refused, or did not answer in time.</exception>
    public static async Task<T> Of<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (HttpException refused)
        {
            var fields = refused.Errors.SelectMany(static field => field.Errors.Select(error => new FieldError(field.Path, error.Code, error.Message))).ToArray();
            throw new DiscordApiException($"Discord refused: {refused.Message}", refused)
            {
                Status = refused.HttpCode,
                Code = (int?)refused.DiscordCode ?? 0,
                Fields = fields,
                Transient = refused.HttpCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
            };
        }
        catch (Exception lost) when (lost is TimeoutException or HttpRequestException or IOException)
        {
            throw new DiscordApiException($"Discord gave no answer: {lost.Message}", lost) { Transient = true };
        }
    }
}
