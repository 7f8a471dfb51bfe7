using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>A document that would take the page over, opened everywhere the page shows documents.</summary>
public sealed class HostileTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Title = "Beacon <script>document.title='stolen'</script> tested @everyone";

    [Fact]
    public async Task A_hostile_document_is_text_wherever_it_is_opened()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address);
        var page = open.Page;

        await open.DropAsync("<img src=x onerror=alert(1)>.md", "text/markdown", Document());
        await Assertions.Expect(open.Answered.Last.Locator(".fact-list")).ToContainTextAsync("Added");
        await open.AskAsync("What did the beacon keeper Orla Fenwick type into the fog log?");
        await Assertions.Expect(open.Answered.Last).ToContainTextAsync("<script>alert(5)</script>");
        await open.IsSoundAsync("hostile-answer");
        await IsHarmlessAsync(page);

        await open.Answered.Last.Locator(".sentences .marker").First.HoverAsync();
        await Assertions.Expect(page.Locator("#peek .quoted")).ToContainTextAsync("fog log");
        await IsHarmlessAsync(page);
        await open.Answered.Last.Locator(".sentences .marker").First.ClickAsync();
        await Assertions.Expect(page.Locator("#source-open mark")).ToContainTextAsync("<script>alert(5)</script>");
        await Assertions.Expect(page.Locator("#source-open .document")).ToContainTextAsync("@everyone");
        await open.IsSoundAsync("hostile-source");
        await IsHarmlessAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Documents", Exact = true }).ClickAsync();
        await page.GetByLabel("Search").FillAsync("Orla Fenwick");
        await page.Locator(".document-open", new() { HasText = "tested" }).ClickAsync();
        await Assertions.Expect(page.Locator("#source-open .document")).ToContainTextAsync("fog log");
        await open.IsSoundAsync("hostile-library");
        await IsHarmlessAsync(page);

        await page.ReloadAsync();
        await Assertions.Expect(open.Answered.Last).ToContainTextAsync("fog log");
        await IsHarmlessAsync(page);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Piled_marks_and_overrides_stay_in_their_own_box()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address);
        var page = open.Page;
        var pile = "e" + new string('\u0301', 10_000);

        await open.DropAsync(
            "tide.txt", "text/plain",
            $"Tide table \u202Edlo\u202C of the pilots\n\nThe tide clerk Bram Okker wrote \u202Egnorw\u202C and {pile} in the margin of the tide table.\n\nThe tide table of Bram Okker hangs in the pilots' hall.\n");
        await Assertions.Expect(open.Answered.Last.Locator(".fact-list")).ToContainTextAsync("Added");
        await open.AskAsync("What did Bram Okker write in the margin of the tide table?");
        await Assertions.Expect(open.Answered.Last).ToContainTextAsync("Bram Okker");
        await open.PictureAsync("marks-answer");
        Assert.Empty(await page.EvaluateAsync<string[]>(Loose));
        await open.Answered.Last.Locator(".sentences .marker").First.ClickAsync();
        await Assertions.Expect(page.Locator("#source-open .document")).ToContainTextAsync("in the margin");
        await open.PictureAsync("marks-source");
        Assert.Empty(await page.EvaluateAsync<string[]>(Loose));
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.TooWide));
        Assert.Empty(open.Complaints);
    }

    // Text with marks whose box clips nothing, and text with overrides that would reach what stands beside it.
    private const string Loose =
        """
        () => {
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const within = (node, property, values) => { for (let n = node; n; n = n.parentElement) if (values.includes(getComputedStyle(n)[property])) return true; return false; };
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent, node = walker.currentNode.parentElement;
            if (!node.checkVisibility() || node.closest("textarea, option, .unseen")) continue;
            if (/\u0301{20}/.test(text) && !within(node, "overflowY", ["clip", "hidden"])) found.push(`marks in ${node.tagName}.${node.className}`);
            if (/\u202e/.test(text) && !within(node, "unicodeBidi", ["isolate", "plaintext", "isolate-override"])) found.push(`override in ${node.tagName}.${node.className}`);
          }
          return found;
        }
        """;

    private static async Task IsHarmlessAsync(IPage page)
    {
        Assert.Equal("BriefingBot", await page.TitleAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("img, iframe, object, embed, video, audio, form[action], script:not([src='/app.js']), [onerror], [onclick]")].map((n) => n.outerHTML.slice(0, 80))
              .concat([...document.querySelectorAll("a[href]")].filter((a) => !/^(https?:|blob:)/.test(a.href)).map((a) => a.href))
              .concat([...document.querySelectorAll("[data-state] a[href], .source a[href]")].filter((a) => /evil|stranger/.test(a.href)).map((a) => a.href))
            """));
    }

    private static string Document() =>
        $"""
        # {Title.Replace("<", "&lt;", StringComparison.Ordinal)}

        The beacon keeper Orla Fenwick typed `<script>alert(5)</script>` into the fog log on Tuesday and nothing at all happened to the lamp.

        She told @everyone and @here to press [the big button](javascript:alert(6)) and to look at ![a picture](https://stranger.example/pixel.png) of it.

        <script>document.title = 'stolen'; fetch('https://stranger.example/');</script>
        <img src="https://stranger.example/x" onerror="document.title='stolen'">

        The lamp of the outer beacon was lit again by Orla Fenwick before the evening tide, said the harbour office in a short note to all pilots.
        """;
}
