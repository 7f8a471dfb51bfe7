using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class DateMentionsTests
{
    [Theory]
    [InlineData("Published in The Almar Courier, February 11th, 2022", "February 11th, 2022", 2022, 2, 11)]
    [InlineData("on 11 Feb 2022 the port", "11 Feb 2022", 2022, 2, 11)]
    [InlineData("by Feb. 11 at the latest", "Feb. 11", null, 2, 11)]
    [InlineData("stamped 2022-02-11T08:00Z", "2022-02-11", 2022, 2, 11)]
    [InlineData("due 25/02/2022.", "25/02/2022", 2022, 2, 25)]
    [InlineData("due 02/25/2022.", "02/25/2022", 2022, 2, 25)]
    [InlineData("since August 2021 nobody", "August 2021", 2021, 8, null)]
    [InlineData("the strike in 2015 ended", "2015", 2015, null, null)]
    [InlineData("the 2015 accord", "2015", 2015, null, null)]
    [InlineData("founded in 1848 by", "1848", 1848, null, null)]
    [InlineData("Updated 05 Dec, 2024", "05 Dec, 2024", 2024, 12, 5)]
    [InlineData("the 3rd of March 2020", "3rd of March 2020", 2020, 3, 3)]
    [InlineData("el 11 de febrero de 2022", "11 de febrero de 2022", 2022, 2, 11)]
    [InlineData("le 1er janvier 2023", "1er janvier 2023", 2023, 1, 1)]
    [InlineData("am 5. Mai 2020", "5. Mai 2020", 2020, 5, 5)]
    [InlineData("在2022年2月11日关闭", "2022年2月11日", 2022, 2, 11)]
    [InlineData("closed in August after", "August", null, 8, null)]
    [InlineData("February 29 may exist", "February 29", null, 2, 29)]
    [InlineData("11-13 February 2022", "11-13 February 2022", 2022, 2, 11)]
    public void Dates_are_found_as_written(string text, string written, int? year, int? month, int? day)
    {
        var mention = Assert.Single(DateMentions.Find(text));
        Assert.Equal((written, year, month, day), (mention.Range.Of(text), mention.Year, mention.Month, mention.Day));
    }

    [Theory]
    [InlineData("Feb 30, 2022")]
    [InlineData("31 April")]
    [InlineData("February 29, 2021")]
    [InlineData("2022-13-01")]
    [InlineData("on 11/02/2022")]
    [InlineData("about 2000 people")]
    [InlineData("2000 people and $2015 and F-2000 and 2015%")]
    [InlineData("they may march 5,000 miles in the sun and sat down")]
    [InlineData("June 5,000")]
    [InlineData("the Mars rover")]
    [InlineData("call 020 7946 0000")]
    public void What_is_no_date_is_not_found(string text) => Assert.Empty(DateMentions.Find(text));

    [Fact]
    public void A_weekday_belongs_to_the_date_beside_it_and_stands_alone_otherwise()
    {
        const string Text = "Thursday, August 1, and again on Friday";
        var mentions = DateMentions.Find(Text);
        Assert.Equal(2, mentions.Count);
        Assert.Equal(new DateMention(new TextRange(0, 18), null, 8, 1, DayOfWeek.Thursday), mentions[0]);
        Assert.Equal((DayOfWeek.Friday, null), (mentions[1].Weekday, mentions[1].Month));
    }

    [Fact]
    public void A_whole_date_is_a_day() => Assert.Equal(new DateOnly(2022, 2, 11), DateMentions.Find("11 Feb 2022")[0].Date);

    [Fact]
    public void Mentions_stand_in_order_exist_and_never_overlap() =>
        HostileText.ForAll(text =>
        {
            var end = 0;
            foreach (var mention in DateMentions.Find(text))
            {
                if (mention.Range.Start < end || mention.Range.End > text.Length || mention.Range.Length == 0 || (mention.Date is null && mention is { Year: not null, Month: not null, Day: not null }))
                {
                    return false;
                }

                end = mention.Range.End;
            }

            return true;
        });
}
