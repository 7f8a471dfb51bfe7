using BriefingBot.Core.Libraries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Web;

/// <summary>What the page says about its library, and what a monitor asks.</summary>
internal sealed partial class LibraryEndpoint(LibraryFile library, ILogger<LibraryEndpoint> logger)
{
    public Task DescribeAsync(HttpContext context) =>
        Reply.Json(context, library.Read(Describe), WebJson.Default.ServedLibraryDocument);

    public Task HealthAsync(HttpContext context)
    {
        var ready = Ready();
        if (!ready) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Reply.Json(context, new HealthDocument(Live: true, ready), WebJson.Default.HealthDocument);
    }

    private ServedLibraryDocument Describe(LibrarySession session)
    {
        var documents = new DocumentStore(session);
        var samples = SampleDocuments.CountIn(session);
        return new ServedLibraryDocument(
            library.Name, session.LibraryRevision, documents.Count(), new PassageStore(session).Count(), documents.NewestPublishedOn(),
            samples, samples > 0 ? SampleDocuments.Questions : []);
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
