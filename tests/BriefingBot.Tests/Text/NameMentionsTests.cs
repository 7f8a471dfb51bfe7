using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class NameMentionsTests
{
    [Theory]
    [InlineData("Yesterday Adrian Walden told the Sea Safety Council about it.", "Adrian Walden|Sea Safety Council")]
    [InlineData("a report by the Institute for the Study of Tides said", "Institute for the Study of Tides")]
    [InlineData("men of al-Nur met Omar bin Hassan and Gen. Orlo in the U.S. on Thursday", "al-Nur|Omar bin Hassan|Orlo|U.S")]
    [InlineData("what did IS-K say to the US", "IS-K|US")]
    [InlineData("Almar's Harbour Union and the WHO", "Harbour Union|WHO")]
    [InlineData("He saw Almar. Almar was closed. Officials left.", "Almar|Almar")]
    [InlineData("said Aaron Y. Telin of the Almar Institute for Coastal Policy", "Aaron Y. Telin|Almar Institute for Coastal Policy")]
    [InlineData("the strike, The Almar Courier wrote in May", "Almar Courier")]
    [InlineData("IN the view of one judge, the Sea Court erred", "Sea Court")]
    public void Names_are_the_longest_rows_of_capitals(string text, string expected) => Assert.Equal(expected, Names(text));

    [Theory]
    [InlineData("THE PORT OF ALMAR IS CLOSED")]
    [InlineData("Harbour Strike Enters Third Week as Talks Collapse")]
    [InlineData("Nobody came. Everyone left. On Monday, in May, I slept.")]
    public void Capitals_that_say_nothing_yield_none(string text) => Assert.Empty(NameMentions.Find(text));

    [Fact]
    public void Mentions_stand_in_order_and_never_overlap() =>
        HostileText.ForAll(text =>
        {
            var end = 0;
            foreach (var mention in NameMentions.Find(text))
            {
                if (mention.Range.Start < end || mention.Range.End > text.Length || mention.Range.Length == 0)
                {
                    return false;
                }

                end = mention.Range.End;
            }

            return true;
        });

    private static string Names(string text) => string.Join('|', NameMentions.Find(text).Select(mention => mention.Range.Of(text)));
}
