using System.ClientModel;
using System.Net.Sockets;
using System.Text.Json;
using BriefingBot.Core.Briefing.Models;

namespace BriefingBot.Llm;

/// <summary>What went wrong with a model's server, in words and for the one that retries.</summary>
internal static class ModelFaults
{
    private const string Retryable = "retry";
    private const string Wait = "wait";

    /// <summary>The exception for everybody who knows no vendor.</summary>
    public static ModelException Worded(Exception fault)
    {
        var worded = new ModelException(Sentence(fault) ?? fault.Message, fault);
        var status = Status(fault);
        worded.Data[Retryable] = status is 408 or 429 or >= 500 || (status is null && fault is not (JsonException or InvalidOperationException or FormatException));
        if ((fault as ClientResultException)?.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var after) is true && int.TryParse(after, out var seconds))
            worded.Data[Wait] = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 3600));
        return worded;
    }

    public static bool MayPass(Exception? fault) => fault is ModelException && fault.Data[Retryable] is true;

    /// <summary>How long the server asks to be left alone; null where it does not say.</summary>
    public static TimeSpan? Asked(Exception? fault) => fault?.Data[Wait] as TimeSpan?;

    /// <summary>Half a sentence, "the model …"; null for what is no fault of a server.</summary>
    public static string? Sentence(Exception fault) => Status(fault) switch
    {
        401 or 403 => "the model's server refused the key, or wants one (Model:ApiKey)",
        404 => "the model's server does not know the model or the address (Model:Name, Model:Endpoint)",
        429 => "the model's server takes no more for now (429): it has too much to do, or the account's allowance is used up",
        400 or 413 or 422 => $"the model's server did not accept the request ({Status(fault)})",
        >= 500 => $"the model's server failed ({Status(fault)})",
        not null => $"the model's server answered {Status(fault)}",
        null => WithoutStatus(fault),
    };

    private static string? WithoutStatus(Exception fault) => fault switch
    {
        ClientResultException or HttpRequestException or SocketException => "the model's server cannot be reached (Model:Endpoint)",
        IOException => "the model's server broke off",
        JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException => "the model's server sent something that is no chat reply (Model:Endpoint)",
        AggregateException many => many.InnerExceptions.Select(Sentence).FirstOrDefault(said => said is not null),
        _ => null,
    };

    /// <summary>The status the server answered with, also where a connector tells it by the exception of the class library; null when it gave no answer.</summary>
    private static int? Status(Exception fault) => fault switch
    {
        ClientResultException { Status: > 0 } refused => refused.Status,
        HttpRequestException { StatusCode: { } status } => (int)status,
        _ => null,
    };
}
