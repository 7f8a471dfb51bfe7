using BriefingBot.Core.Ingestion.Fetching;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Fetching;

public sealed class LinksInTextTests
{
    [Theory]
    [InlineData("https://courier.example/a", "https://courier.example/a")]
    [InlineData("<https://courier.example/a>", "https://courier.example/a")]
    [InlineData("see https://courier.example/a.", "https://courier.example/a")]
    [InlineData("(https://courier.example/a)", "https://courier.example/a")]
    [InlineData("https://wiki.example/Varran_(port), too", "https://wiki.example/Varran_(port)")]
    [InlineData("[the report](https://courier.example/a?b=c&d=e)", "https://courier.example/a?b=c&d=e")]
    [InlineData("**https://courier.example/a**", "https://courier.example/a")]
    [InlineData("HTTPS://courier.example/A", "HTTPS://courier.example/A")]
    [InlineData("https://a.example/1\nhttps://b.example/2", "https://a.example/1 https://b.example/2")]
    [InlineData("https://a.example/1#x https://a.example/1?utm_source=y", "https://a.example/1#x")]
    [InlineData("ftp://a.example/1 and a.example", "")]
    [InlineData("https://", "")]
    public void Links_are_found_as_written_each_page_once(string text, string links) =>
        Assert.Equal(links, string.Join(' ', LinksInText.Find(text, out _)));

    [Theory]
    [InlineData("https://courier.example/a", true)]
    [InlineData(" <https://courier.example/a> · https://b.example/ !", true)]
    [InlineData("what about https://courier.example/a", false)]
    [InlineData("what about it", false)]
    [InlineData("", false)]
    public void A_message_of_links_alone_asks_nothing(string text, bool only) => Assert.Equal(only, LinksInText.IsOnlyLinks(text));

    [Fact]
    public void Brackets_without_end_behind_a_link_are_taken_off_in_one_go()
    {
        var before = Environment.CpuUsage.TotalTime;

        Assert.Equal("https://a.example/(b)", Assert.Single(LinksInText.Find("https://a.example/(b)" + new string(')', 2_000_000), out _)));
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 20);
    }

    [Fact]
    public void Any_text_is_read_and_every_link_stands_in_it() => Prop.ForAll(
        Gen.ListOf(Gen.Elements("http://", "https://", "a.example/", "(", ")", ".", " ", "<", ">", "x", "\ud83d", "?", "*")).Select(string.Concat).ToArbitrary(),
        text => LinksInText.Find(text, out _).All(link => text.Contains(link, StringComparison.Ordinal))).QuickCheckThrowOnFailure();
}
