using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>Two browsers, fifty questions, and the end of the process in the middle of them.</summary>
public sealed class LoadTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Each = 25;

    [Fact]
    public async Task Fifty_questions_of_two_browsers_survive_the_end_of_the_process()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync();
        await using var one = await OpenPage.OpenAsync(browser, served.Address);
        await using var two = await OpenPage.OpenAsync(browser, served.Address);

        await Task.WhenAll(SendAsync(one.Page, "one"), SendAsync(two.Page, "two"));
        // At once: the list moves under a pointer while the line gets shorter.
        var line = one.Page.Locator(".exchange[data-state=working]").Filter(new() { HasText = "questions are before yours" });
        await line.Last.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).DispatchEventAsync("click");
        await Assertions.Expect(one.Page.Locator(".exchange", new() { HasText = "Called off" })).ToHaveCountAsync(1);
        await one.PictureAsync("fifty");

        await served.KillAsync();
        await served.RunAsync();
        await one.Page.ReloadAsync();

        // Every one is answered, called off or shown as interrupted with a way to ask again.
        var settled = one.Page.Locator(".exchange:not([data-state=working])");
        await Assertions.Expect(settled).ToHaveCountAsync(2 * Each, new() { Timeout = 30_000 });
        var interrupted = await one.Page.Locator(".exchange[data-state=interrupted]").CountAsync();
        Assert.Equal(interrupted, await one.Page.Locator(".exchange[data-state=interrupted]").GetByRole(AriaRole.Button, new() { Name = "Ask again" }).CountAsync());
        foreach (var name in (string[])["one", "two"])
        {
            var order = await one.Page.EvaluateAsync<int[]>(
                "name => [...document.querySelectorAll('.question')].map((q) => q.textContent).filter((t) => t.includes(`(${name} `)).map((t) => Number(/(\\d+)\\)/.exec(t)[1]))", name);
            Assert.Equal(Enumerable.Range(1, Each), order);
        }

        await one.PictureAsync("after-kill");
    }

    // As fast as the page's own script can send them, in order.
    private static async Task SendAsync(IPage page, string name) => await page.EvaluateAsync(
        """
        async ([name, each]) => {
          const { say } = await import("/requests.js");
          for (let i = 1; i <= each; i++) await say("default", `How many dockers walked out at Port Varran? (${name} ${i})`, null);
        }
        """,
        new object[] { name, Each });
}
