using BriefingBot.Core.Libraries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Web;

/// <summary>The page's one place where a fault becomes a sentence; one that nobody expected carries an id that is also in the log.</summary>
internal sealed partial class FaultSentences(RequestDelegate next, ILogger<FaultSentences> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // The reader went away: nobody is left to tell.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await Tell(context, fault);
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await Reply.Error(context, context.Response.StatusCode, Plain(context.Response.StatusCode));
    }

    private Task Tell(HttpContext context, Exception fault)
    {
        switch (fault)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Reply.Error(context, StatusCodes.Status413PayloadTooLarge, "The request is too large.");
            case BadHttpRequestException bad:
                return Reply.Error(context, bad.StatusCode, "The request could not be read.");
            case LibraryException:
                return Reply.Error(context, StatusCodes.Status503ServiceUnavailable, fault.Message);
            case OperationCanceledException:
                return Reply.Error(context, StatusCodes.Status503ServiceUnavailable, "BriefingBot is stopping. Ask again when it runs.");
            default:
                var id = ShortId.New();
                Log.Fault(logger, fault, id, context.Request.Path);
                return Reply.Error(context, StatusCodes.Status500InternalServerError, $"A fault of the program, not of your question. It is in the log as {id}.");
        }
    }

    private static string Plain(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address takes another kind of request.",
        _ => "The request could not be answered.",
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Fault {Id} at {Path}")]
        public static partial void Fault(ILogger logger, Exception fault, string id, string path);
    }
}
