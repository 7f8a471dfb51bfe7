namespace BriefingBot.Tests.Web;

/// <summary>One page over the samples, shared by tests that change nothing but the answers.</summary>
public sealed class SamplesPage : IAsyncLifetime
{
    internal ServedPage Page { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Page = await ServedPage.StartAsync();

    public async ValueTask DisposeAsync() => await Page.DisposeAsync();
}
