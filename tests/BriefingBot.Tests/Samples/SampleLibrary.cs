using BriefingBot.Core.Briefing;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Libraries;
using BriefingBot.Tests.Web;
using BriefingBot.Web;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Samples;

/// <summary>A library that holds the samples and nothing else.</summary>
public sealed class SampleLibrary : IAsyncLifetime
{
    private readonly TempLibrary _temp = new();
    private readonly ServiceProvider _services;

    public SampleLibrary()
    {
        var settings = ServedPage.SettingsFor(_temp.Directory, "http://127.0.0.1:0");
        _services = new ServiceCollection().AddSingleton<TimeProvider>(_temp.Clock).AddBriefingBot(settings.Configuration, _temp.Directory).BuildServiceProvider();
    }

    internal IReadOnlyList<Receipt> Receipts { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        using var bot = _temp.Catalog.OpenBot();
        Receipts = await new FirstStart(bot, _services.GetRequiredService<Ingestor>(), _temp.Clock).AddSamplesAsync(_temp.File, TestContext.Current.CancellationToken);
    }

    internal Answer Ask(string question) => _services.GetRequiredService<Briefer>().Ask(_temp.File, new BriefRequest(question), TestContext.Current.CancellationToken);

    internal Revision Current(string file) => _temp.File.Read(session => new DocumentStore(session).FindByOrigin(SampleDocuments.OriginPrefix + file)!.Current);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _temp.Dispose();
    }
}
