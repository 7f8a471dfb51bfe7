using System.Diagnostics;
using BriefingBot.Core.Ingestion.Fetching;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: BriefingBot/2\nAllow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: briefingbot\nDisallow: /x", "/x/1", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a--b--c--", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a--c--b", true)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%C3%A9/x", false)]
    [InlineData("\uFEFFUser-agent: * # all\r\nDisallow: /a # this\r\n", "/a", false)]
    [InlineData("Disallow: /a", "/a", true)]
    [InlineData("User-agent: *\nSitemap: http://x.example/\nDisallow: /a", "/a", false)]
    public void Rules_are_read_as_the_standard_says(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(file).Allows(new Uri("http://courier.example" + path)));

    [Fact]
    public void Any_text_is_read() => Prop.ForAll<string>(text =>
    {
        RobotsRules.Parse((text ?? "") + "\nUser-agent: *\nDisallow: " + text).Allows(new Uri("http://courier.example/a?b=c"));
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rules_of_nothing_but_stars_take_no_time()
    {
        var file = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /" + string.Concat(Enumerable.Repeat("*a", 900)) + "b$\n", 250));
        var watch = Stopwatch.StartNew();

        Assert.True(RobotsRules.Parse(file).Allows(new Uri("http://courier.example/" + new string('a', 3900))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
