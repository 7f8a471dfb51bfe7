using System.Net.Sockets;
using BriefingBot.Cli;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Web.Channel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web;

/// <summary>What <c>serve</c> does: opens the library, adds the samples at the first start, listens, greets, and runs until it is told to stop.</summary>
internal static partial class LocalWeb
{
    /// <returns>0 after a clean stop.</returns>
    /// <exception cref="UsageException">an address that cannot be listened on</exception>
    /// <exception cref="IOException">the port is taken; the message names the option</exception>
    /// <exception cref="LibraryException">the data folder or the library cannot be used</exception>
    public static async Task<int> RunAsync(ServeSettings settings, TextWriter output, TimeProvider time, CancellationToken cancellationToken)
    {
        var address = WebAddress.Parse(settings.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions());
        var catalog = new LibraryCatalog(settings.DataDirectory, time);
        using var library = settings.Library is FirstStart.Library ? catalog.OpenOrCreate(settings.Library) : catalog.Open(settings.Library);
        IndexBuild.EnsureCurrent(library, cancellationToken: cancellationToken);
        using var bot = catalog.OpenBot();
        await using var app = LocalServer.Build(settings, address, library, bot, time);
        await new FirstStart(bot, app.Services.GetRequiredService<Ingestor>(), time).AddSamplesAsync(library, cancellationToken);
        app.Services.GetRequiredService<LocalChannels>().Open(library.Name);
        await ListenAsync(app, address, cancellationToken);
        try
        {
            if (address is { IsLoopback: false, Public: not { Scheme: "https" } })
                Log.InTheClear(app.Logger, address.Text);
            await new Greeting(output, library, app.Services.GetRequiredService<Briefer>(), bot, app.Services.GetRequiredService<WebOptions>()).WriteAsync(address.Public?.GetLeftPart(UriPartial.Authority) ?? app.Urls.First(), app.Urls.First(), cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await app.StopAsync(CancellationToken.None);
        }

        return ExitCode.Done;
    }

    private static async Task ListenAsync(WebApplication app, WebAddress address, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new IOException($"Web:Url is {address.Text}, and something else already listens on port {address.Port}; stop it, or choose another port with Web:Url", fault);
        }
        catch (SocketException fault)
        {
            throw new IOException($"Web:Url is {address.Text}, and this machine does not allow to listen there ({fault.Message}); choose another address with Web:Url", fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Other machines reach {Address} without TLS: sign-ins and questions can be read on the way. See docs/channels.md for a reverse proxy")]
        public static partial void InTheClear(ILogger logger, string address);
    }
}
