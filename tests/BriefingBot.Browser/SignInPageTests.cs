using System.Text.Json;
using Microsoft.Playwright;

namespace BriefingBot.Browser;

/// <summary>Signing in by a link, as a person does it.</summary>
public sealed class SignInPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_link_signs_in_by_one_press_and_leaves_the_address()
    {
        var browser = chromium.Browser;
        await using var served = await Served.StartAsync(new { Web = new { SignIn = true } });
        await using (var stranger = await OpenPage.OpenAsync(browser, served.Address, 360, 740, ColorScheme.Dark))
        {
            await Assertions.Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
            await Assertions.Expect(stranger.Page.Locator("#columns")).ToBeHiddenAsync();
            await stranger.IsSoundAsync("sign-in-stranger");
            Assert.Empty(stranger.Complaints);
        }

        var link = JsonDocument.Parse(await served.VerbAsync("web", "invite", "--name", "Ilse Tamm", "--json")).RootElement.GetProperty("link").GetString()!;
        await using var ilse = await OpenPage.OpenAsync(browser, link);
        Assert.DoesNotContain("invite", ilse.Page.Url, StringComparison.Ordinal);
        await ilse.IsSoundAsync("sign-in-invited");
        await ilse.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(ilse.Page.Locator("#who")).ToContainTextAsync("Ilse Tamm");
        await ilse.Page.WaitForSelectorAsync("html[data-ready]");
        await Assertions.Expect(ilse.Page.Locator(".attach")).ToBeHiddenAsync();
        await ilse.AskAsync("How many dockers walked out at Port Varran?");
        await Assertions.Expect(ilse.Answered).ToHaveCountAsync(1);
        await ilse.IsSoundAsync("sign-in-reader");
        Assert.Empty(ilse.Complaints);

        await using (var thief = await OpenPage.OpenAsync(browser, link))
        {
            await thief.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
            await Assertions.Expect(thief.Page.Locator("#sign-in .trouble")).ToContainTextAsync("a link works once");
            await thief.IsSoundAsync("sign-in-used");
        }

        await ilse.Page.ReloadAsync();
        await Assertions.Expect(ilse.Answered).ToHaveCountAsync(1);
        await ilse.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(ilse.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await Assertions.Expect(ilse.Page.Locator("#log .exchange")).ToHaveCountAsync(0);
    }
}
