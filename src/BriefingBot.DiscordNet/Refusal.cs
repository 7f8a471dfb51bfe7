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
            var details = string.Concat(fields.Select(static field => $"; {field.Field}: {field.Message} ({field.Code})"));
            throw new DiscordApiException($"Discord refused with {(int)refused.HttpCode}, code {(int?)refused.DiscordCode ?? 0}: {refused.Reason ?? "no reason given"}{details}", refused)
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
