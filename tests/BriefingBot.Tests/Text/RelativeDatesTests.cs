using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class RelativeDatesTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Today = new(2022, 2, 16);

    [Theory]
    [InlineData("what happened yesterday", "yesterday", "2022-02-15", "2022-02-15")]
    [InlineData("what happens today?", "today", "2022-02-16", "2022-02-16")]
    [InlineData("strikes last month", "last month", "2022-01-01", "2022-01-31")]
    [InlineData("strikes last week", "last week", "2022-02-07", "2022-02-13")]
    [InlineData("strikes this week", "this week", "2022-02-14", "2022-02-20")]
    [InlineData("strikes this year", "this year", "2022-01-01", "2022-12-31")]
    [InlineData("in the past 3 days", "past 3 days", "2022-02-13", "2022-02-16")]
    [InlineData("in the last two weeks", "last two weeks", "2022-02-02", "2022-02-16")]
    [InlineData("over the past month", "past month", "2022-01-16", "2022-02-16")]
    [InlineData("two weeks ago", "two weeks ago", "2022-01-31", "2022-02-06")]
    [InlineData("who won last Friday", "last Friday", "2022-02-11", "2022-02-11")]
    [InlineData("since last August", "last August", "2021-08-01", "2021-08-31")]
    [InlineData("el mes pasado", "mes pasado", "2022-01-01", "2022-01-31")]
    [InlineData("was geschah letzte Woche", "letzte Woche", "2022-02-07", "2022-02-13")]
    public void Phrases_become_days(string text, string phrase, string from, string to)
    {
        var found = Assert.Single(RelativeDates.Find(text, Today));
        Assert.Equal((phrase, DateOnly.Parse(from), DateOnly.Parse(to)), (found.Range.Of(text), found.From, found.To));
    }

    [Theory]
    [InlineData("the last ferry")]
    [InlineData("this is it")]
    [InlineData("10000000 years ago")]
    [InlineData("months of talks")]
    public void Other_words_are_no_dates(string text) => Assert.Empty(RelativeDates.Find(text, Today));

    [Fact]
    public void The_ends_of_the_calendar_are_no_fault()
    {
        foreach (var day in (DateOnly[])[DateOnly.MinValue, DateOnly.MaxValue])
        {
            HostileText.ForAll(text => RelativeDates.Find(text + " last week last year next month this week next Friday 5000 years ago yesterday tomorrow last August", day).All(date => date.From <= date.To));
        }
    }
}
