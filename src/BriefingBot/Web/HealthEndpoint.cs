using BriefingBot.Core.Libraries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Web;

/// <summary>What a monitor asks: does the process answer, and can the library be read.</summary>
internal sealed partial class HealthEndpoint(LibraryFile library, ILogger<HealthEndpoint> logger)
{
    public Task TellAsync(HttpContext context)
    {
        var ready = Ready();
        if (!ready) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Reply.Json(context, new HealthDocument(Live: true, ready), WebJson.Default.HealthDocument);
    }

    private bool Ready()
    {
        try
        {
            return library.Read(session => session.LibraryRevision) >= 0;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotReady(logger, fault);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The library cannot be read")]
        public static partial void NotReady(ILogger logger, Exception fault);
    }
}
