using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>Two browsers, fifty questions, and the end of the process in the middle of them. A gate holds the work still wherever the page is looked at.</summary>
public sealed class LoadTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Each = 25;
    private const int All = 2 * Each;

    [Fact]
    public async Task Fifty_questions_of_two_browsers_survive_the_end_of_the_process_twice()
    {
        var browser = chromium.Browser;
        await using var gate = new Gate();
        await using var served = await Served.StartAsync(new { Model = gate.Settings });
        await using var one = await OpenPage.OpenAsync(browser, served.Address);
        await using var two = await OpenPage.OpenAsync(browser, served.Address);

        await Task.WhenAll(SendAsync(one.Page, "one"), SendAsync(two.Page, "two"));
        await gate.StalledAsync();

        // The first is being answered; everyone else is told how many are before them, on both pages.
        var waiting = new PageLocatorOptions { HasText = "before yours" };
        foreach (var page in (IPage[])[one.Page, two.Page]) await Assertions.Expect(page.Locator(".exchange[data-state=working]", waiting)).ToHaveCountAsync(All - 1);
        // Which of the two came first is not the test's: each place in the line is told to one.
        await Assertions.Expect(one.Page.Locator(".exchange", new() { HasText = "Next in line: one question is before yours" })).ToHaveCountAsync(1);
        var last = one.Page.Locator(".exchange", new() { HasText = $"{All - 1} questions are before yours" });
        await Assertions.Expect(last).ToHaveCountAsync(1);
        last = one.Page.Locator($"#{await last.GetAttributeAsync("id")}");
        await last.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(last).ToContainTextAsync("Called off");
        await Assertions.Expect(one.Page.Locator(".exchange", new() { HasText = "Called off" })).ToHaveCountAsync(1);
        await Assertions.Expect(last.Locator(".said-back")).ToBeHiddenAsync();
        await one.PictureAsync("fifty");
        var seen = await IdsAsync(one.Page);
        Assert.Equal(seen, await IdsAsync(two.Page));

        await served.KillAsync();
        await served.RunAsync();
        await gate.StalledAsync();
        await one.Page.ReloadAsync();

        // Every accepted one is taken up again, in the order in which it was asked.
        await Assertions.Expect(one.Page.Locator(".exchange[data-state=working]")).ToHaveCountAsync(All - 1);
        foreach (var name in (string[])["one", "two"]) Assert.Equal(Enumerable.Range(1, Each), await OrderAsync(one.Page, name));
        Assert.Equal(seen, await IdsAsync(one.Page));
        gate.Release(10);
        await gate.StalledAsync();

        // Once: what ends the program a second time is left to a person.
        await served.KillAsync();
        await served.RunAsync();
        await one.Page.ReloadAsync();
        await Assertions.Expect(one.Page.Locator(".exchange:not([data-state=working])")).ToHaveCountAsync(All);
        var answered = await one.Answered.Locator(".sentences").CountAsync();
        var interrupted = one.Page.Locator(".exchange[data-state=interrupted]");
        Assert.InRange(answered, 1, 10);
        await Assertions.Expect(interrupted).ToHaveCountAsync(All - 1 - answered);
        await Assertions.Expect(interrupted.GetByRole(AriaRole.Button, new() { Name = "Ask again" })).ToHaveCountAsync(All - 1 - answered);
        await one.PictureAsync("after-kill");

        gate.Release(All);
        var first = one.Page.Locator($"#{await interrupted.First.GetAttributeAsync("id")}");
        await first.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();
        await Assertions.Expect(first.Locator(".sentences")).ToContainTextAsync("dockers");
        await Assertions.Expect(interrupted).ToHaveCountAsync(All - 2 - answered);
        foreach (var name in (string[])["one", "two"]) Assert.Equal(Enumerable.Range(1, Each), await OrderAsync(one.Page, name));
        await one.PictureAsync("asked-again");
    }

    private static Task<string[]> IdsAsync(IPage page) => page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.exchange')].map((exchange) => exchange.id)");

    private static Task<int[]> OrderAsync(IPage page, string name) => page.EvaluateAsync<int[]>(
        "name => [...document.querySelectorAll('.question')].map((q) => q.textContent).filter((t) => t.includes(`(${name} `)).map((t) => Number(/(\\d+)\\)/.exec(t)[1]))", name);

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
