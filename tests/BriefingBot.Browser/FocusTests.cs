using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>Where the Tab key leads, control by control.</summary>
public sealed class FocusTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Name =
        "() => { const n = document.activeElement; return n === document.body ? 'page' : (n.getAttribute('aria-label') ?? n.labels?.[0]?.textContent ?? n.textContent).trim() || n.id; }";

    [Fact]
    public async Task The_focus_goes_through_the_page_as_it_is_read()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address);
        var page = open.Page;

        Assert.Equal(
            [
                "Skip to the question", "Documents", "default", "How many dockers walked out at Port Varran?", "What is known about soldiers at Port Varran?",
                "What does the settlement say about shifts?", "Your question", "Add file", "Ask", "page",
            ],
            await TabsAsync(page), StringComparer.Ordinal);

        await open.AskAsync("How many dockers walked out at Port Varran?");
        await Assertions.Expect(open.Answered).ToHaveCountAsync(1);
        await open.Answered.Locator(".sentences .marker").First.ClickAsync();
        await Assertions.Expect(page.Locator("#source-open h2")).ToBeFocusedAsync();
        var reading = await TabsAsync(page);

        // Head, channels, the answer with its numbers and what can be done with it, the composer, the source.
        Assert.Equal(["Skip to the question", "Documents", "default"], reading.Take(3), StringComparer.Ordinal);
        var numbers = reading.Skip(3).TakeWhile(name => name.StartsWith("Source ", StringComparison.Ordinal)).ToList();
        Assert.Equal(await open.Answered.Locator(".marker").CountAsync(), numbers.Count);
        Assert.Equal((await open.Answered.Locator(".sources .title").AllTextContentsAsync()).Select((title, i) => $"Source {i + 1}: {title}"), numbers.TakeLast(3).Select(name => name[..name.IndexOf(", ", StringComparison.Ordinal)]), StringComparer.Ordinal);
        var address = (await open.Answered.Locator(".small-print a").TextContentAsync())!;
        Assert.Equal(
            [address, "Ask further", "Good answer", "Not a good answer", "Wrong citation", "Export memo", "Your question", "Add file", "Ask", "Close"],
            reading.Skip(3 + numbers.Count).Take(10), StringComparer.Ordinal);
        Assert.Equal("page", reading[^1]);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Regions_and_headings_tell_what_is_where()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address);
        var page = open.Page;
        await open.AskAsync("How many dockers walked out at Port Varran?");
        await Assertions.Expect(open.Answered).ToHaveCountAsync(1);

        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Channels" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Source" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Log, new() { Name = "Questions and answers" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "BriefingBot" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "How many dockers walked out at Port Varran?" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Documents", Pressed = false })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Your question" })).ToBeVisibleAsync();
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    // The names of what takes the focus, from the top of the page until it leaves it.
    private static async Task<List<string>> TabsAsync(IPage page)
    {
        await page.EvaluateAsync("() => { document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }");
        var names = new List<string>();
        while (names.Count < 80 && (names.Count == 0 || names[^1] != "page"))
        {
            await page.Keyboard.PressAsync("Tab");
            names.Add(await page.EvaluateAsync<string>(Name));
        }

        return names;
    }
}
