using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Commands.Actions;
using BriefingBot.Core.Commands.Digests;
using BriefingBot.Core.Commands.Feeds;
using BriefingBot.Core.Commands.Library;
using BriefingBot.Core.Commands.Operations;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Ingestion.Rereading;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Commands;

/// <summary>Registration of the commands.</summary>
public static class CommandsFeature
{
    /// <summary>The menu, the dispatcher and what answers questions. Needs <c>AddIngestion</c>, <c>AddRetrieval</c>, <c>AddBriefing</c>, <c>AddChannels</c>.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        // A host has logging; a verb of the command line tells its faults itself.
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(NullLogger<>)));
        services.AddSingleton<QuestionMetrics>();
        services.AddSingleton<ReplyWriter>();
        services.AddSingleton(provider => new QuestionReader(provider.GetService<QuestionRewriter>()));
        services.AddSingleton<QuestionAnswerer>();
        services.AddSingleton<QuestionWork>();
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<CallReader>();
        services.TryAddSingleton(provider => new DigestMaker(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new ScheduledDigestStore(provider.GetRequiredService<BotFile>()));
        services.AddSingleton<IDigestWriter>(provider => new DigestParts(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CommandCatalog(Menu(provider)));
        services.AddSingleton(provider => CommandMenu.Of(provider.GetRequiredService<CommandCatalog>()));
        services.AddSingleton(provider => new ActionCatalog(Actions(provider), provider.GetRequiredService<QuestionDesk>()));
        services.AddSingleton(provider => new CommandDispatcher(
            provider.GetRequiredService<CommandCatalog>(),
            provider.GetRequiredService<ActionCatalog>(),
            provider.GetRequiredService<CallReader>(),
            provider.GetRequiredService<ReplyWriter>(),
            provider.GetRequiredService<ILogger<CommandDispatcher>>()));
        return services;
    }

    /// <summary>Runs every registered <see cref="Chat.IChatPlatform"/> as long as the host runs.</summary>
    public static IServiceCollection AddChatHost(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<ChatWork>();
        services.AddSingleton<IHostedService>(provider => new ChatHost(
            provider.GetServices<Chat.IChatPlatform>(),
            provider.GetRequiredService<CommandDispatcher>(),
            provider.GetRequiredService<ChatWork>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChatHost>>()));
        return services;
    }

    /// <summary>Reads the feeds of every library as long as the host runs, and the pages of its documents again; tells the channels of a library where one of its feeds is dead.</summary>
    public static IServiceCollection AddFeedReader(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHostedService(provider => new RereadService(
            provider.GetRequiredService<PageRereader>(), () => Opened(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RereadService>>()));
        return services.AddSingleton<FeedDeaths>().AddHostedService(provider => new FeedService(
            provider.GetRequiredService<FeedPoller>(),
            () => Opened(provider),
            provider.GetRequiredService<FeedDeaths>().TellAsync,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FeedService>>()));
    }

    private static IReadOnlyList<LibraryFile> Opened(IServiceProvider provider)
    {
        var shelf = provider.GetRequiredService<LibraryShelf>();
        return [.. provider.GetRequiredService<LibraryCatalog>().List().Select(name => Opened(shelf, name)).OfType<LibraryFile>()];
    }

    /// <summary>Null where it cannot be opened now: "doctor" says why, and the other libraries' feeds are read.</summary>
    private static LibraryFile? Opened(LibraryShelf shelf, string name)
    {
        try
        {
            return shelf.Open(name);
        }
        catch (LibraryException)
        {
            return null;
        }
    }

    // In the order of the menu.
    private static IEnumerable<ICommand> Menu(IServiceProvider provider)
    {
        yield return ActivatorUtilities.CreateInstance<AskCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<SourceCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<CheckCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<ExportCommand>(provider);
        yield return new LibraryAddCommand(
            provider.GetRequiredService<Ingestor>(), provider.GetRequiredService<LinkSource>(), provider.GetRequiredService<Limits>(), provider.GetRequiredService<IOptions<IngestionOptions>>().Value, provider.GetRequiredService<TimeProvider>());
        yield return ActivatorUtilities.CreateInstance<LibraryListCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<LibrarySearchCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<LibraryRemoveCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<LibraryCreateCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<LibraryBindCommand>(provider);
        foreach (var command in DigestMenu(provider)) yield return command;
        yield return ActivatorUtilities.CreateInstance<FeedsListCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<FeedsAddCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<FeedsPollCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<FeedsPauseCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<FeedsRemoveCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<GapsCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<StatusCommand>(provider);
        yield return new HelpCommand(provider.GetRequiredService<CommandCatalog>);
    }

    private static IEnumerable<ICommand> DigestMenu(IServiceProvider provider) =>
    [
        ActivatorUtilities.CreateInstance<DigestPreviewCommand>(provider),
        ActivatorUtilities.CreateInstance<DigestMoreCommand>(provider),
        ActivatorUtilities.CreateInstance<DigestWhyCommand>(provider),
        ActivatorUtilities.CreateInstance<DigestListCommand>(provider),
        ActivatorUtilities.CreateInstance<DigestSetCommand>(provider),
        ActivatorUtilities.CreateInstance<DigestPauseCommand>(provider),
        ActivatorUtilities.CreateInstance<DigestResumeCommand>(provider),
        ActivatorUtilities.CreateInstance<DigestRemoveCommand>(provider),
        ActivatorUtilities.CreateInstance<DigestPostCommand>(provider),
    ];

    private static IEnumerable<IAction> Actions(IServiceProvider provider)
    {
        yield return ActivatorUtilities.CreateInstance<SourceCommand>(provider);
        yield return ActivatorUtilities.CreateInstance<ExportCommand>(provider);
        yield return new QuoteAction();
        yield return ActivatorUtilities.CreateInstance<FurtherAction>(provider);
        yield return ActivatorUtilities.CreateInstance<FeedbackAction>(provider);
        yield return ActivatorUtilities.CreateInstance<CancelAction>(provider);
        yield return ActivatorUtilities.CreateInstance<RetryAction>(provider);
        yield return new ShowAction();
    }
}
