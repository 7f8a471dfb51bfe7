using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>An answer that a model writes while the page looks on: a sentence stands there once it is checked, and not before.</summary>
public sealed class StreamingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Question = "How many dockers walked out at Port Varran?";

    [Theory]
    [InlineData("", 1280, ColorScheme.Light)]
    [InlineData("-phone", 360, ColorScheme.Dark)]
    public async Task Checked_sentences_stand_there_while_the_model_still_writes(string view, int width, ColorScheme scheme)
    {
        var browser = chromium.Browser;
        await using var gate = new Gate(
            "About 1,400 dockers walked out at Port Varran on Monday morning, the port authority said. [1]\nEverybody was paid double. [1]\nThe port authority employs 2,1",
            "00 people. [1]\n");
        await using var served = await Served.StartAsync(new { Model = gate.Settings });
        await using var open = await OpenPage.OpenAsync(browser, served.Address, width, 860, scheme);
        var page = open.Page;

        await open.AskAsync(Question);
        await gate.StalledAsync();
        var working = page.Locator(".exchange[data-state=working]");
        var soFar = working.Locator(".so-far");
        await Assertions.Expect(soFar).ToContainTextAsync("About 1,400 dockers walked out");
        await Assertions.Expect(soFar).ToContainTextAsync("[1]");
        await Assertions.Expect(soFar).ToContainTextAsync("Varran Courier");
        await Assertions.Expect(working.Locator(".progress")).ToContainTextAsync("1 sentence checked");
        await Assertions.Expect(working).Not.ToContainTextAsync("employs");
        await Assertions.Expect(working).Not.ToContainTextAsync("paid double");
        await open.IsSoundAsync($"streaming{view}");

        // Whoever opens the page now sees the same.
        await page.ReloadAsync();
        await Assertions.Expect(soFar).ToContainTextAsync("About 1,400 dockers walked out");
        await Assertions.Expect(working).Not.ToContainTextAsync("employs");

        gate.Release(1);
        var sentences = open.Answered.Locator(".sentences");
        await Assertions.Expect(sentences).ToContainTextAsync("employs 2,100 people");
        await Assertions.Expect(sentences.Locator(".sentence")).ToHaveCountAsync(2);
        await Assertions.Expect(sentences.Locator(".sentence").First.Locator(".marker")).ToHaveTextAsync("1");
        await Assertions.Expect(open.Answered.Locator(".small-print")).ToContainTextAsync("1 claim withheld");
        await Assertions.Expect(open.Answered).Not.ToContainTextAsync("paid double");
        await Assertions.Expect(page.Locator(".so-far")).ToHaveCountAsync(0);
        await open.IsSoundAsync($"streamed{view}");
        Assert.Empty(open.Complaints);
    }
}
