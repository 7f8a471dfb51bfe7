using BriefingBot.Core.Briefing;
using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Briefing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Llm;

/// <summary>The invented library, asked by the program as it is composed for people, with a model behind a socket.</summary>
internal sealed class ModelDesk : IAsyncDisposable
{
    public const string Question = "How many dockers stayed away from Port Varran on Monday?";
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    public ModelDesk(Action<Dictionary<string, string?>>? settings = null, InventedLibrary? library = null, string? folder = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("briefingbot-model-").FullName;
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Model:Endpoint"] = Server.Endpoint, ["Model:Name"] = "tiny", ["Model:Timeout"] = "00:00:30" };
        settings?.Invoke(values);
        Library = library ?? InventedLibrary.WithStrike();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddBriefingBot(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), Folder)
            .BuildServiceProvider();
    }

    /// <summary>Where bot.db is, if anything needs one.</summary>
    public string Folder { get; }

    public FakeModelServer Server { get; } = new();

    public ManualTime Time { get; } = new();

    public InventedLibrary Library { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<Answer> AskAsync(string question = Question, Action<SpokenClaim>? said = null, CancellationToken? cancellationToken = null) =>
        _services.GetRequiredService<Briefer>().AskAsync(Library.File, new BriefRequest(question), said, cancellationToken ?? TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        Library.Dispose();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}
