using System.Collections.Concurrent;
using BriefingBot.Core.Chat;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using FakeDiscord;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests.Discord;

/// <summary>A fake Discord and the platform connected to it through real sockets, with a handler of the test's.</summary>
internal sealed class DiscordBench : IAsyncDisposable
{
    public static readonly ChatMenu Menu = new(
        [
            new CommandDefinition("ask", "Ask this channel's library")
            {
                Options = [new CommandOption("question", "What to ask") { Required = true, Most = 1000 }, new CommandOption("private", "Only you see the answer", CommandOptionType.Flag)],
            },
            new CommandDefinition("source", "Show a quote in its place")
            {
                Options = [new CommandOption("number", "Its number") { Required = true, Suggests = true }],
            },
            new CommandDefinition("library add", "Add a file to the library", DeskRole.Contributor)
            {
                MessageLabel = "Add to the library",
                Options = [new CommandOption("file", "The file", CommandOptionType.File) { Required = true }],
            },
            new CommandDefinition("library remove", "Take a document out", DeskRole.Editor),
        ])
    {
        PrivateCommands = new HashSet<string>(StringComparer.Ordinal) { "source", "library add" },
        PublicActions = new HashSet<string>(StringComparer.Ordinal) { "ask" },
    };

    /// <summary>Discord's patience, shortened: a fake needs no sparing.</summary>
    public static GatewayTimings Timings { get; } = new()
    {
        BetweenIdentifies = TimeSpan.FromMilliseconds(20),
        AfterInvalidSession = (TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(20)),
        FirstBackoff = TimeSpan.FromMilliseconds(10),
        LongestBackoff = TimeSpan.FromMilliseconds(200),
    };

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private DiscordBench(FakeDiscordServer discord, DiscordPlatform platform, DiscordParts parts, LogLines log, Func<ChatRequest, IChatResponder, Task> handler)
    {
        (Discord, Platform, Parts, Log) = (discord, platform, parts, log);
        _running = Task.Run(() => platform.RunAsync(
            (request, responder) =>
            {
                Requests.Enqueue(request);
                return handler(request, responder);
            },
            _stop.Token));
    }

    public FakeDiscordServer Discord { get; }
    public DiscordPlatform Platform { get; }
    public DiscordParts Parts { get; }
    public LogLines Log { get; }
    public ConcurrentQueue<ChatRequest> Requests { get; } = new();

    /// <summary>How the platform's run ended.</summary>
    public Task Running => _running;

    public FakeChannel Channel => Discord.People.FirstChannel;

    public ChatPlace Place => new("discord", Channel.Guild.ToString(), Channel.Id.ToString());

    public static async Task<DiscordBench> StartAsync(Func<ChatRequest, IChatResponder, Task>? handler = null, FakeOptions? fake = null, Action<DiscordOptions>? options = null, Action<FakeDiscordServer>? before = null, ChatMenu? menu = null)
    {
        var discord = await FakeDiscordServer.StartAsync(fake ?? new FakeOptions());
        before?.Invoke(discord);
        var bench = Connect(discord, handler, options, menu);
        await bench.ReadyAsync();
        return bench;
    }

    /// <summary>The platform on a Discord that runs already, as after a restart.</summary>
    public static DiscordBench Connect(FakeDiscordServer discord, Func<ChatRequest, IChatResponder, Task>? handler = null, Action<DiscordOptions>? change = null, ChatMenu? menu = null)
    {
        var options = new DiscordOptions { Token = discord.World.Options.Token, ApiBaseUrl = discord.ApiBaseUrl };
        change?.Invoke(options);
        var log = new LogLines(discord.World.Changed);
        var loggers = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var parts = DiscordParts.Build(options, menu ?? Menu, Clock(), loggers);
        return new DiscordBench(discord, new DiscordPlatform(parts, loggers.CreateLogger<DiscordPlatform>()), parts, log, handler ?? Echo);
    }

    /// <summary>Answers every question with what was asked.</summary>
    public static Task Echo(ChatRequest request, IChatResponder responder) => responder.FinishAsync(Said(Asked(request)), CancellationToken.None);

    public static string Asked(ChatRequest request) => request switch
    {
        CommandRequest command => command.Command + " " + string.Join(' ', command.Options.Values),
        MessageRequest message => message.Text,
        ActionRequest action => $"{action.Action} = {action.Value}",
        SuggestRequest suggest => suggest.Typed,
        _ => "",
    };

    public static ChatReply Said(string text) => new() { Blocks = [new TextBlock(text)] };

    /// <summary>Returns once Discord has greeted the platform, or throws what ended its run.</summary>
    public async Task ReadyAsync() => await await Task.WhenAny(Parts.Self.UserAsync.WaitAsync(TimeSpan.FromSeconds(30)), _running);

    /// <summary>What the platform gives to finish a request of an earlier run.</summary>
    public Task<IChatResponder?> ResumeAsync(ChatRequest request) => Platform.ResumeAsync(
        new PendingRequest(request.Id, request.Place, request.Person.Id, request is CommandRequest { Options: var options } && options.GetValueOrDefault("private") == "true", request.ReceivedUtc) { ReplyAddress = request.ReplyAddress },
        CancellationToken.None);

    /// <summary>The message that stands for an interaction's reply, once it is not merely loading.</summary>
    public async Task<FakeMessage> ReplyAsync(FakeInteraction interaction)
    {
        await Discord.UntilAsync(_ => interaction.Original is { Loading: false } original && (original != interaction.Source || original.Edits > 0));
        return interaction.Original!;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        _stop.Dispose();
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static GatewayClock Clock() => new(TimeProvider.System, new Backoff(new Random(7), Timings.FirstBackoff, Timings.LongestBackoff), Timings);
}

/// <summary>Keeps what is logged, and tells that something was.</summary>
internal sealed class LogLines(Action written) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> All => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        written();
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
