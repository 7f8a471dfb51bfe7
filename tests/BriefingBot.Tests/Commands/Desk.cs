using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;
using BriefingBot.Tests.Chat;
using BriefingBot.Tests.Libraries;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Tests.Commands;

/// <summary>The whole of the product below a platform, over a data folder of its own, a recorded platform and a clock that is moved by hand.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly DateTimeOffset Fetched = new(2031, 3, 4, 4, 0, 0, TimeSpan.Zero);
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly Dictionary<string, string?> _settings;
    private int _requests;

    private Desk(string folder, bool ownsFolder, Dictionary<string, string?> settings, RecordingPlatform platform, StillClock clock, IChatClient? model = null)
    {
        (_folder, _ownsFolder, _settings, Platform, Clock) = (folder, ownsFolder, settings, platform, clock);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new LibraryCatalog(folder, clock));
        services.AddSingleton<IChatPlatform>(platform);
        services.AddIngestion().AddRetrieval().AddBriefing().AddChannels().AddCommands().AddChatHost();
        if (model is not null) services.AddSingleton(model).AddSingleton(new ModelSettings("staged", 8192, 700, TimeSpan.FromMinutes(1))).AddModelWriting();
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public RecordingPlatform Platform { get; }

    public StillClock Clock { get; }

    public string Folder => _folder;

    public GrantStore Grants => Services.GetRequiredService<GrantStore>();

    public BindingStore Bindings => Services.GetRequiredService<BindingStore>();

    public InboxLog Inbox => Services.GetRequiredService<InboxLog>();

    /// <summary>A desk with nothing in it, running.</summary>
    public static async Task<Desk> OpenAsync(params (string Key, string Value)[] settings)
    {
        var desk = new Desk(
            Directory.CreateTempSubdirectory("briefingbot-desk-").FullName, true,
            settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value, StringComparer.Ordinal), new RecordingPlatform(), new StillClock());
        await desk.StartAsync();
        return desk;
    }

    /// <summary>As <see cref="WithStrikeAsync"/>, with a model that writes.</summary>
    public static async Task<Desk> WithModelAsync(IChatClient model)
    {
        var desk = new Desk(Directory.CreateTempSubdirectory("briefingbot-desk-").FullName, true, [], new RecordingPlatform(), new StillClock(), model);
        await desk.StartAsync();
        desk.Bind("guild", "port", "port-desk");
        desk.Strike("port-desk");
        return desk;
    }

    /// <summary>A desk whose channel "port" of the workspace "guild" opens a library about a strike.</summary>
    public static async Task<Desk> WithStrikeAsync(params (string Key, string Value)[] settings)
    {
        var desk = await OpenAsync(settings);
        desk.Bind("guild", "port", "port-desk");
        desk.Strike("port-desk");
        return desk;
    }

    /// <summary>Another process over the same folder, after this one ended; not started.</summary>
    public Desk Next() => new(_folder, false, _settings, new RecordingPlatform(), Clock) { _requests = 1000 };

    public async Task StartAsync()
    {
        foreach (var hosted in Services.GetServices<IHostedService>()) await hosted.StartAsync(TestContext.Current.CancellationToken);
        await Platform.Running;
    }

    public async Task StopAsync()
    {
        foreach (var hosted in Services.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
    }

    public LibraryFile Library(string name) => Services.GetRequiredService<LibraryShelf>().Open(name);

    /// <summary>Makes a library where there is none, grants it and binds a channel to it.</summary>
    public void Bind(string workspace, string channel, string library)
    {
        Services.GetRequiredService<LibraryCatalog>().OpenOrCreate(library).Dispose();
        var key = new WorkspaceKey(Platform.Name, workspace);
        Grants.Grant(key, library);
        Bindings.Bind(new ChannelKey(key, channel), library);
    }

    public void Strike(string library)
    {
        Add(library, "courier", "Walkout empties Port Varran", "Varran Courier", "2031-03-03",
            "About 1,400 dockers stayed away from Port Varran on Monday. The port authority said two ferries were turned back before dawn.\n\nHarbour master Ilse Tamm called the walkout unlawful. She asked the dockers to return by Thursday.");
        Add(library, "wire", "Union claims record turnout", "Lissa Wire", "2031-03-04",
            "About 1,900 dockers stayed away from Port Varran on Monday. The union, led by Oren Vass, wants a new rota for night shifts.");
        Add(library, "museum", "Museum reopens", "Varran Courier", "2031-01-10",
            "The maritime museum reopened after four years of repairs. Its curator, Hanne Orlo, restored a brass lighthouse lamp from 1884.");
        Add(library, "fishing", "Herring return", "Delta Post", "2031-02-01",
            "Herring returned to the Delta in large numbers. Fishing boats landed 300 tonnes in a week. Biologists expect the shoals to stay until May.");
    }

    public void Add(string library, string id, string title, string? publisher, string? day, string text)
    {
        var metadata = new DocumentMetadata
        {
            Title = title,
            Publisher = publisher,
            Language = "en",
            PublishedOn = day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture),
            PublishedFrom = day is null ? null : DateSource.Metadata,
        };
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Library(library).Write(session =>
        {
            var revision = new DocumentStore(session).Add(id, id + ".txt", new NewRevision(text, metadata, Fetched, RevisionCause.Received, 1, hash, [], null)).Current;
            new LexicalIndex(session).Add(revision, new PassageStore(session).Add(revision, PassageCutter.Cut(text, SentenceSplitter.Split(text))));
        });
    }

    public Person As(string id, string workspace = "guild", string channel = "port") => new(this, id, new ChatPlace(Platform.Name, workspace, channel));

    internal string NextRequest() => $"r{Interlocked.Increment(ref _requests)}";

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Services.DisposeAsync();
        if (_ownsFolder) Directory.Delete(_folder, recursive: true);
    }
}
