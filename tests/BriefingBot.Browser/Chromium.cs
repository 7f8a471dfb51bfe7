using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>One browser for all tests of the assembly; null where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Headless = true, Args = ["--disable-dev-shm-usage", "--disable-gpu"] });
    }

    /// <summary>The browser, or a skip that says why.</summary>
    internal IBrowser Browser
    {
        get
        {
            Assert.SkipUnless(_browser is not null, $"{Path} is not there: apt-get install -y chromium");
            return _browser!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
