using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>Every view, wide and narrow, light and dark: readable, named, and nowhere wider than the window.</summary>
public sealed class ViewTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 860, ColorScheme.Light)]
    [InlineData(1280, 860, ColorScheme.Dark)]
    [InlineData(360, 740, ColorScheme.Light)]
    [InlineData(360, 740, ColorScheme.Dark)]
    public async Task Every_view_is_sound(int width, int height, ColorScheme scheme)
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address, width, height, scheme);
        var page = open.Page;
        var kind = $"{(width < 500 ? "phone" : "desk")}-{scheme}".ToLowerInvariant();
        await open.IsSoundAsync($"{kind}-01-welcome");

        await page.Locator("#question").FillAsync("/li");
        await Assertions.Expect(page.Locator("#completion li").First).ToBeVisibleAsync();
        await open.IsSoundAsync($"{kind}-02-completion");

        await AnswersAsync(open, kind);
        await RepliesAsync(open, kind);
        await LibraryAsync(open, kind);
        Assert.Empty(open.Complaints);
    }

    private static async Task AnswersAsync(OpenPage open, string kind)
    {
        var page = open.Page;
        await open.AskAsync("How many dockers walked out at Port Varran?");
        await Assertions.Expect(open.Answered).ToHaveCountAsync(1);
        await open.IsSoundAsync($"{kind}-03-answer");

        await open.Answered.Locator(".sentences .marker").First.FocusAsync();
        await Assertions.Expect(page.Locator("#peek")).ToBeVisibleAsync();
        await open.IsSoundAsync($"{kind}-04-quote");

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#source-open mark")).ToBeInViewportAsync();
        await open.IsSoundAsync($"{kind}-05-source");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.Equal("/", new Uri(page.Url).PathAndQuery + new Uri(page.Url).Fragment);

        await open.Answered.GetByRole(AriaRole.Button, new() { Name = "Wrong citation" }).ClickAsync();
        await Assertions.Expect(open.Answered.Locator(".wrong input")).ToBeVisibleAsync();
        await open.Answered.Locator(".wrong").ScrollIntoViewIfNeededAsync();
        await open.IsSoundAsync($"{kind}-06-wrong");
        await open.Answered.GetByRole(AriaRole.Button, new() { Name = "Report" }).ClickAsync();
        await Assertions.Expect(open.Answered.Locator(".said-back")).ToContainTextAsync("is wrong");

        await open.Answered.GetByRole(AriaRole.Button, new() { Name = "Ask further" }).ClickAsync();
        await open.AskAsync("And what did the union say?");
        await Assertions.Expect(page.Locator(".thread .exchange[data-state=answered]")).ToHaveCountAsync(1);
        await open.IsSoundAsync($"{kind}-07-thread");

        await open.AskAsync("/source 1");
        await Assertions.Expect(open.Answered.Last.GetByRole(AriaRole.Button, new() { Name = "Open in the library" })).ToBeVisibleAsync();
        await open.IsSoundAsync($"{kind}-08-place");
        await open.Answered.Last.GetByRole(AriaRole.Button, new() { Name = "Open in the library" }).ClickAsync();
        await Assertions.Expect(page.Locator("#source-open mark")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await open.AskAsync("Who founded Quillmark Zeppelins?");
        await Assertions.Expect(open.Answered.Last).ToContainTextAsync("Quillmark");
        await open.IsSoundAsync($"{kind}-08-refusal");
    }

    private static async Task RepliesAsync(OpenPage open, string kind)
    {
        var page = open.Page;
        foreach (var (command, words) in ((string, string)[])[("/gaps", "Quillmark"), ("/status", "waiting"), ("/help", "/ask"), ("/library remove nothing", "document")])
        {
            await open.AskAsync(command);
            await Assertions.Expect(open.Answered.Last).ToContainTextAsync(words);
            await open.IsSoundAsync($"{kind}-09-{command.Trim('/').Replace(' ', '-')}");
        }

        await open.DropAsync("beacon.txt", "text/plain", "Outer beacon lit again\n\nThe outer beacon of Lissa was lit again on Tuesday by its keeper Orla Fenwick, said the harbour office in a note to all pilots.\n");
        await Assertions.Expect(open.Answered.Last.Locator(".fact-list")).ToContainTextAsync("Added");
        await open.IsSoundAsync($"{kind}-10-receipt");

        await page.EvaluateAsync("() => { document.getElementById('drop').hidden = false; }");
        await open.IsSoundAsync($"{kind}-11-drop");
        await page.EvaluateAsync("() => { document.getElementById('drop').hidden = true; }");
    }

    private static async Task LibraryAsync(OpenPage open, string kind)
    {
        var page = open.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Documents", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".document-list li").First).ToBeVisibleAsync();
        await open.IsSoundAsync($"{kind}-12-library");
        await page.Locator(".document-open").First.ClickAsync();
        await Assertions.Expect(page.Locator("#source-open .document p").First).ToBeVisibleAsync();
        await open.IsSoundAsync($"{kind}-13-document");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.GetByLabel("Search").FillAsync("no such word anywhere qqq");
        await Assertions.Expect(page.Locator("#document-results")).ToContainTextAsync("No document matches");
        await open.IsSoundAsync($"{kind}-14-nothing-found");
    }
}
