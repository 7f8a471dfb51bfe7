using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>A page that is open and ready, and what its console complained of.</summary>
internal sealed class OpenPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    public IPage Page => page;

    /// <summary>Errors of the console and of scripts, dialogs nobody should see, and requests to anybody else.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<OpenPage> OpenAsync(IBrowser browser, string address, int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light, bool touch = false)
    {
        Assertions.SetDefaultExpectTimeout(60_000);
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, HasTouch = touch, AcceptDownloads = true });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var open = new OpenPage(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error") open._complaints.Add(message.Text);
        };
        page.PageError += (_, fault) => open._complaints.Add(fault);
        page.Dialog += (_, dialog) => open._complaints.Add($"dialog: {dialog.Message}");
        var origin = new Uri(address).GetLeftPart(UriPartial.Authority);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) open._complaints.Add($"request: {request.Url}");
        };
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("html[data-ready]");
        return open;
    }

    /// <summary>Types a question and sends it by the Enter key. Returns when it was taken and the page has come to rest.</summary>
    public async Task AskAsync(string question)
    {
        await page.Locator("#question").FillAsync(question);
        await page.RunAndWaitForResponseAsync(() => page.Locator("#question").PressAsync("Enter"), response => response.Url.EndsWith("/requests", StringComparison.Ordinal));
        // The page scrolls to the question once it was taken.
        await page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    public ILocator Answered => page.Locator(".exchange[data-state=answered]");

    public async Task DropAsync(string name, string type, string text)
    {
        var transfer = await page.EvaluateHandleAsync(
            "([name, type, text]) => { const t = new DataTransfer(); t.items.add(new File([text], name, { type })); return t; }", new[] { name, type, text });
        await page.DispatchEventAsync("body", "dragover", new { dataTransfer = transfer });
        await page.DispatchEventAsync("body", "drop", new { dataTransfer = transfer });
    }

    /// <summary>What every view keeps: contrast, names, and no scrolling sideways. A picture of it is left behind.</summary>
    public async Task IsSoundAsync(string view)
    {
        await PictureAsync(view);
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.TooLow));
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.Nameless));
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.TooWide));
    }

    public Task PictureAsync(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "screenshots");
        return page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
