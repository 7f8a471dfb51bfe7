using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Cli;

public sealed class WordsTests
{
    [Theory]
    [InlineData("2031-03-05", "5 Mar 2031, today")]
    [InlineData("2031-03-04", "4 Mar 2031, yesterday")]
    [InlineData("2031-03-03", "3 Mar 2031, 2 days ago")]
    [InlineData("2030-12-05", "5 Dec 2030, 3 months ago")]
    [InlineData("2022-02-11", "11 Feb 2022, 9 years ago")]
    [InlineData("2031-03-09", "9 Mar 2031")]
    public void A_day_says_how_long_ago_it_was(string day, string expected) =>
        Assert.Equal(expected, Phrases.DayAndAge(DateOnly.Parse(day), new DateOnly(2031, 3, 5)));

    [Fact]
    public void Every_source_of_a_day_has_words() =>
        Assert.All(Enum.GetValues<DateSource>(), source => Assert.NotEmpty(source.InWords()));

    [Theory]
    [InlineData(1, "1 passage")]
    [InlineData(0, "0 passages")]
    [InlineData(1400, "1,400 passages")]
    public void Counts_agree_with_their_noun(int count, string expected) => Assert.Equal(expected, Phrases.Count(count, "passage"));

    [Fact]
    public void What_is_unknown_is_left_out() => Assert.Equal("a · c", Phrases.Dotted("a", null, " ", "c"));
}
