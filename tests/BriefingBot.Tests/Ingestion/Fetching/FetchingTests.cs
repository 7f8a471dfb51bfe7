namespace BriefingBot.Tests.Ingestion.Fetching;

/// <summary>What tests of fetching stand on: a page, the bench, and its hostile server.</summary>
public abstract class FetchingTests : IAsyncLifetime
{
    protected const string Html = "<html><body><p>The cranes of Port Varran stood still.</p></body></html>";
    private protected readonly FetchBench bench = new();

    private protected HostileServer Server => bench.Server;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
