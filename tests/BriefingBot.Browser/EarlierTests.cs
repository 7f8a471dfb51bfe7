using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>What was said long ago.</summary>
public sealed class EarlierTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Said = 170;
    private const int Page = 80;
    private const int InThread = 5;

    [Fact]
    public async Task Earlier_messages_come_in_above_and_what_is_read_stays_where_it_is()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var open = await OpenPage.OpenAsync(browser, served.Address);
        var page = open.Page;
        await open.AskAsync("How many dockers walked out at Port Varran?");
        await Assertions.Expect(open.Answered).ToHaveCountAsync(1);
        var first = (await page.Locator(".exchange").First.GetAttributeAsync("id"))![2..];
        await page.EvaluateAsync(
            """
            async ([said, first]) => {
              const { say } = await import("/requests.js");
              for (let i = 1; i < said; i++) await say("default", i % 30 === 0 ? "And what did the union say?" : "/status", i % 30 === 0 ? first : null);
            }
            """,
            new object[] { Said, first });
        await Assertions.Expect(open.Answered).ToHaveCountAsync(Said);

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".exchange")).ToHaveCountAsync(Page);
        var earlier = page.GetByRole(AriaRole.Button, new() { Name = "Earlier messages" });
        await earlier.ClickAsync();
        await Assertions.Expect(page.Locator(".exchange")).ToHaveCountAsync(2 * Page);
        await earlier.ScrollIntoViewIfNeededAsync();
        await open.PictureAsync("earlier-before");
        var seen = await page.Locator("#log > .exchange").First.GetAttributeAsync("id");
        var at = await TopAsync(page, seen!);
        await earlier.ClickAsync();

        await Assertions.Expect(page.Locator(".exchange")).ToHaveCountAsync(Said);
        await Assertions.Expect(earlier).ToBeHiddenAsync();
        Assert.InRange(await TopAsync(page, seen!), at - 60, at + 60);
        Assert.Equal(first, (await page.Locator(".exchange").First.GetAttributeAsync("id"))![2..]);
        // What was said in its thread, and stood alone before it came, is in its thread.
        await Assertions.Expect(page.Locator($"#x-{first} > .thread > .exchange")).ToHaveCountAsync(InThread);
        await Assertions.Expect(page.Locator("#log > .exchange")).ToHaveCountAsync(Said - InThread);
        foreach (var place in (string[])["#log", $"#x-{first} > .thread"])
            Assert.True(await page.EvaluateAsync<bool>("(place) => [...document.querySelectorAll(`${place} > .exchange`)].every((node, i, all) => i === 0 || Number(all[i - 1].dataset.order) <= Number(node.dataset.order))", place), place);
        await open.PictureAsync("earlier-after");
        Assert.Empty(open.Complaints);
    }

    private static Task<double> TopAsync(IPage page, string id) => page.EvaluateAsync<double>("(id) => document.getElementById(id).getBoundingClientRect().top", id);
}
