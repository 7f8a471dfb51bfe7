using System.Text.Json.Nodes;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Web;
using BriefingBot.Web;
using FakeDiscord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Discord;

/// <summary>The product's own <c>serve</c> over a data folder of its own, connected to a fake Discord through real sockets.</summary>
internal sealed class ServedDiscord : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _run;
    private bool _handedOver;

    private ServedDiscord(FakeDiscordServer discord, string folder, IReadOnlyDictionary<string, string?> more, TimeSpan later)
    {
        (Discord, Folder) = (discord, folder);
        var settings = new Dictionary<string, string?>(more, StringComparer.Ordinal)
        {
            ["Web:Url"] = "http://127.0.0.1:0",
            ["Discord:Token"] = discord.World.Options.Token,
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var printed = new PrintedLines(_ => _greeted.TrySetResult());
        var serve = new ServeSettings(folder, "default", configuration) { More = static services => services.AddSingleton(DiscordBench.Timings) };
        _run = Task.Run(() => LocalWeb.RunAsync(serve, printed, later == default ? TimeProvider.System : new LaterTime(later), _stop.Token));
    }

    public FakeDiscordServer Discord { get; }

    public string Folder { get; }

    public FakeChannel Channel => Discord.People.FirstChannel;

    /// <summary>Who owns the first guild, and so may do everything there.</summary>
    public FakeUser Owner => Discord.World.Users[Discord.World.Guilds.Values.First().Owner];

    /// <summary>A fake Discord and a bot that has registered its commands there and been greeted. Its guilds may open the library of samples; no channel is bound.</summary>
    public static async Task<ServedDiscord> StartAsync(FakeOptions? fake = null, params (string Key, string Value)[] settings)
    {
        // The deadline is the chaos run's business; here a machine busy with other tests must not fail.
        var discord = await FakeDiscordServer.StartAsync(fake ?? new FakeOptions { InteractionDeadline = TimeSpan.FromSeconds(60) });
        var folder = Directory.CreateTempSubdirectory("briefingbot-discord-").FullName;
        var served = await StartAsync(discord, folder, settings, default);
        served.Operate(bot =>
        {
            foreach (var guild in discord.World.Guilds.Keys) new GrantStore(bot, TimeProvider.System).Grant(new WorkspaceKey("discord", guild.ToString()), "default");
        });
        return served;
    }

    /// <summary>The same bot started again, over the same folder and the same Discord. The former run must have ended.</summary>
    /// <param name="later">How much later it is for the bot.</param>
    public Task<ServedDiscord> AgainAsync(TimeSpan later = default)
    {
        _handedOver = true;
        return StartAsync(Discord, Folder, [], later);
    }

    /// <summary>What of the inbox still says where a reply goes.</summary>
    public IReadOnlyList<string> ReplyAddresses()
    {
        List<string> found = [];
        Operate(bot => bot.Database.Read((connection, _) =>
        {
            using var command = connection.Sqlite.CreateCommand();
            command.CommandText = "select reply_address from inbox where reply_address is not null";
            using var rows = command.ExecuteReader();
            while (rows.Read()) found.Add(rows.GetString(0));
            return found;
        }));
        return found;
    }

    /// <summary>Lets every channel of every guild open the samples, as <c>library bind</c> does.</summary>
    public void BindAll() => Operate(bot =>
    {
        foreach (var channel in Discord.World.Channels.Values.Where(static channel => channel.Type == 0))
            new BindingStore(bot, TimeProvider.System).Bind(new ChannelKey(new WorkspaceKey("discord", channel.Guild.ToString()!), channel.Id.ToString()), "default");
    });

    public FakeInteraction Ask(FakeUser user, FakeChannel channel, string question) => Discord.People.Slash(user, channel, "ask", ("question", 3, question));

    /// <summary>What stands for an interaction's reply, once the bot is done with it: the original, or what came in its place for the asker alone.</summary>
    public async Task<FakeMessage> ReplyAsync(FakeInteraction interaction)
    {
        FakeMessage? reply = null;
        await Discord.UntilAsync(_ => (reply = Reply(interaction)) is not null, 60);
        return reply!;
    }

    /// <summary>A message as people read it: no escapes, embeds and labels of what can be pressed below.</summary>
    public static string Words(FakeMessage message)
    {
        var embeds = (message.Body["embeds"] as JsonArray ?? []).Select(static embed => $"{(string?)embed!["title"]}\n{(string?)embed["description"]}");
        var pressed = FakeDiscord.People.Components(message).Select(static component => $"[{(string?)component["label"] ?? (string?)component["placeholder"]}]");
        return string.Join('\n', [message.Content, .. embeds, .. pressed]).Replace("\\", "", StringComparison.Ordinal);
    }

    /// <summary>Ends the run as Ctrl-C does; the fake Discord and the folder stay.</summary>
    public async Task StopAsync()
    {
        if (!_stop.IsCancellationRequested) await _stop.CancelAsync();
        await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        if (_handedOver) return;
        await Discord.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<ServedDiscord> StartAsync(FakeDiscordServer discord, string folder, IEnumerable<(string Key, string Value)> settings, TimeSpan later)
    {
        var ready = discord.Gateway.Identifies;
        var served = new ServedDiscord(discord, folder, settings.ToDictionary(static one => one.Key, static one => (string?)one.Value, StringComparer.Ordinal), later);
        await await Task.WhenAny(served._greeted.Task, served._run);
        await discord.UntilAsync(world => discord.Gateway.Identifies > ready && world.Commands.Count > 0, 60);
        return served;
    }

    private static FakeMessage? Reply(FakeInteraction interaction) => interaction.Original switch
    {
        { Deleted: true } => interaction.FollowUps.LastOrDefault(),
        { Loading: false } original when !Words(original).Contains("[Cancel]", StringComparison.Ordinal) => original,
        _ => null,
    };

    /// <summary>Does something as the operator, beside the running bot.</summary>
    public void Operate(Action<BotFile> work)
    {
        using var bot = new LibraryCatalog(Folder, TimeProvider.System).OpenBot();
        work(bot);
    }

    private sealed class LaterTime(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
