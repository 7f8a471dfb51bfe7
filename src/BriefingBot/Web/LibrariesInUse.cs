using BriefingBot.Discord;
using BriefingBot.Llm;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web;

/// <summary>Says at the start which libraries this build speaks through (docs/libraries.md): whoever reads a log must not have to guess.</summary>
internal sealed partial class LibrariesInUse(IOptions<DiscordOptions> discord, IOptions<ModelOptions> model, ILogger<LibrariesInUse> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(discord.Value.Token)) LogDiscord(DiscordConnector.Library);
        if (model.Value.IsSet) LogModel(ModelConnector.Library);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Discord is spoken to by {Library}")]
    private partial void LogDiscord(string library);

    [LoggerMessage(2, LogLevel.Information, "The model is spoken to by {Library}")]
    private partial void LogModel(string library);
}
