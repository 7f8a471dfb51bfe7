using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>What a person does on the page, in a real browser over the real program.</summary>
public sealed class ConversationTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Question = "How many dockers walked out at Port Varran?";

    [Fact]
    public async Task Ask_hover_open_the_quote_follow_up_and_complain()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address);
        var page = open.Page;
        await open.PictureAsync("welcome");

        await open.AskAsync(Question);
        var marker = open.Answered.Locator(".sentences .marker").First;
        await marker.HoverAsync();
        await Assertions.Expect(page.Locator("#peek .quoted")).ToContainTextAsync("dockers");
        await open.PictureAsync("hover");

        await marker.ClickAsync();
        var mark = page.Locator("#source-open mark");
        await Assertions.Expect(mark).ToContainTextAsync("dockers");
        await Assertions.Expect(mark).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#source-open .taken-out summary")).ToContainTextAsync("furniture");
        await open.PictureAsync("source");
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.TooLow));
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.Nameless));

        await open.Answered.GetByRole(AriaRole.Button, new() { Name = "Ask further" }).ClickAsync();
        await open.AskAsync("And what did the union say?");
        await Assertions.Expect(page.Locator(".thread .exchange[data-state=answered]")).ToHaveCountAsync(1);
        await open.PictureAsync("thread");

        var first = page.Locator(".log > .exchange > .brief").First;
        await first.GetByRole(AriaRole.Button, new() { Name = "Not a good answer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".log > .exchange > .said-back").First).ToContainTextAsync("not a good answer");
        await first.GetByRole(AriaRole.Button, new() { Name = "Wrong citation" }).ClickAsync();
        await first.Locator(".wrong input").FillAsync("it says Monday");
        await first.GetByRole(AriaRole.Button, new() { Name = "Report" }).ClickAsync();
        await Assertions.Expect(page.Locator(".log > .exchange > .said-back").First).ToContainTextAsync("citation [1] is wrong");

        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.Equal("", new Uri(page.Url).Fragment);
        var last = page.Locator(".thread .exchange > .brief");
        await last.GetByRole(AriaRole.Button, new() { Name = "Export memo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".thread .said-back a")).ToContainTextAsync("Save ");

        // What was said to the presses stands there after a reload, and the memo can still be saved.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".thread .exchange[data-state=answered]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".log > .exchange > .said-back").First).ToContainTextAsync("citation [1] is wrong");
        var saved = await page.RunAndWaitForDownloadAsync(() => page.Locator(".thread .said-back a").ClickAsync());
        Assert.EndsWith(".md", saved.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("union", await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_dropped_file_is_added_with_its_receipt_and_stands_on_the_library_page()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address);
        var page = open.Page;

        await open.DropAsync("beacon.txt", "text/plain",
            "Outer beacon <script>document.title = 'stolen'</script> lit again\n\nThe outer beacon of Lissa was lit again on Tuesday by its keeper Orla Fenwick, said the harbour office in a note to all pilots.\n");
        await Assertions.Expect(open.Answered.Locator(".fact-list")).ToContainTextAsync("Added");
        await Assertions.Expect(page.Locator("#library")).ToContainTextAsync("15 documents");
        await open.AskAsync("Who lit the outer beacon of Lissa again?");
        await Assertions.Expect(open.Answered.Last).ToContainTextAsync("Orla Fenwick");
        await open.PictureAsync("receipt");

        await page.GetByRole(AriaRole.Button, new() { Name = "Documents", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".document-list li")).ToHaveCountAsync(15);
        await Assertions.Expect(page.Locator(".chart")).ToBeVisibleAsync();
        await open.PictureAsync("library");
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.TooLow));
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.Nameless));
        await page.GetByLabel("Publisher").SelectOptionAsync("Varran Courier");
        await Assertions.Expect(page.Locator(".document-list li").First).ToContainTextAsync("Varran Courier");
        await page.GetByLabel("From").FillAsync("2026-03-10");
        await Assertions.Expect(page.Locator(".document-list li").First).ToContainTextAsync("Mar 2026");
        await page.Locator(".document-open").First.ClickAsync();
        await Assertions.Expect(page.Locator("#source-open .document p").First).ToBeVisibleAsync();
        Assert.Equal("BriefingBot", await page.TitleAsync());
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_phone_in_the_dark_shows_everything_without_scrolling_sideways()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address, 360, 740, ColorScheme.Dark, touch: true);
        var page = open.Page;
        await open.PictureAsync("phone-welcome");

        await open.AskAsync(Question);
        await Assertions.Expect(open.Answered).ToHaveCountAsync(1);
        await StandsInWidth(page);
        await open.PictureAsync("phone-answer");
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.TooLow));

        await open.Answered.Locator(".sentences .marker").First.TapAsync();
        await Assertions.Expect(page.Locator("#source-open mark")).ToBeInViewportAsync();
        await StandsInWidth(page);
        await open.PictureAsync("phone-source");
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.TooLow));
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Documents", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".document-list li").First).ToBeVisibleAsync();
        await StandsInWidth(page);
        await open.PictureAsync("phone-library");
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task The_keyboard_alone_asks_completes_opens_a_source_and_comes_back()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address);
        var page = open.Page;

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("/as");
        await Assertions.Expect(page.Locator("#completion li").First).ToContainTextAsync("/ask");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Question);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Answered).ToHaveCountAsync(1);

        await page.Locator("#question").FocusAsync();
        for (var step = 0; step < 40 && !await page.EvaluateAsync<bool>("() => document.activeElement.matches('.marker')"); step++) await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.Locator("#peek")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#source-open h2")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches('.marker')"));
        Assert.Empty(open.Complaints);
    }

    private static async Task StandsInWidth(IPage page) =>
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 360);
}
