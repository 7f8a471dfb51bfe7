using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class NumberMentionsTests
{
    [Theory]
    [InlineData("$10m was paid", "$10m", 10_000_000, NumberUnit.Currency, "USD")]
    [InlineData("two rewards of $10 million", "$10 million", 10_000_000, NumberUnit.Currency, "USD")]
    [InlineData("a €5bn loan", "€5bn", 5_000_000_000, NumberUnit.Currency, "EUR")]
    [InlineData("Rs. 500 a day", "Rs. 500", 500, NumberUnit.Currency, "PKR")]
    [InlineData("A$5 fee", "A$5", 5, NumberUnit.Currency, "AUD")]
    [InlineData("5 million dollars", "5 million dollars", 5_000_000, NumberUnit.Currency, "USD")]
    [InlineData("5,000 dockers", "5,000", 5000, NumberUnit.None, null)]
    [InlineData("1.250.000 Menschen", "1.250.000", 1_250_000, NumberUnit.None, null)]
    [InlineData("3,00,000 votes", "3,00,000", 300_000, NumberUnit.None, null)]
    [InlineData("20 per cent of", "20 per cent", 20, NumberUnit.Percent, null)]
    [InlineData("fell −5% then", "−5%", -5, NumberUnit.Percent, null)]
    [InlineData("twenty percent", "twenty percent", 20, NumberUnit.Percent, null)]
    [InlineData("twenty-one ships", "twenty-one", 21, NumberUnit.None, null)]
    [InlineData("a hundred and forty ships", "a hundred and forty", 140, NumberUnit.None, null)]
    [InlineData("three million people", "three million", 3_000_000, NumberUnit.None, null)]
    [InlineData("half a million people", "half a million", 500_000, NumberUnit.None, null)]
    [InlineData("two hundred and three thousand five hundred", "two hundred and three thousand five hundred", 203_500, NumberUnit.None, null)]
    [InlineData("a dozen ships", "a dozen", 12, NumberUnit.None, null)]
    [InlineData("the 11th day", "11th", 11, NumberUnit.Ordinal, null)]
    [InlineData("the third day", "third", 3, NumberUnit.Ordinal, null)]
    [InlineData("the twenty-first ship", "twenty-first", 21, NumberUnit.Ordinal, null)]
    [InlineData("the second ship", "second", 2, NumberUnit.Ordinal, null)]
    [InlineData("one docker died", "one", 1, NumberUnit.None, null)]
    [InlineData("a 20-year-old crane", "20", 20, NumberUnit.None, null)]
    [InlineData("in 2022 they", "2022", 2022, NumberUnit.None, null)]
    [InlineData("5000万人", "5000万", 50_000_000, NumberUnit.None, null)]
    public void Numbers_are_brought_to_one_form(string text, string written, long value, NumberUnit unit, string? currency)
    {
        var mention = NumberMentions.Find(text).Single(found => found.Range.Of(text).Length > 3 || found.Value != 2 || unit == NumberUnit.Ordinal);
        Assert.Equal((written, (decimal)value, unit, currency), (mention.Range.Of(text), mention.Value, mention.Unit, mention.Currency));
    }

    [Theory]
    [InlineData("the AK-47, the G20 and COVID-19")]
    [InlineData("one of them saw no one")]
    [InlineData("for a second")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Digits_in_names_and_pronouns_are_no_numbers(string text) => Assert.Empty(NumberMentions.Find(text));

    [Fact]
    public void A_sign_between_two_numbers_belongs_to_one_of_them()
    {
        const string Text = "10€ 5 million";
        Assert.Equal("10€|5 million", string.Join('|', NumberMentions.Find(Text).Select(mention => mention.Range.Of(Text))));
    }

    [Fact]
    public void Mentions_stand_in_order_and_never_overlap() =>
        HostileText.ForAll(text =>
        {
            var end = 0;
            foreach (var mention in NumberMentions.Find(text))
            {
                if (mention.Range.Start < end || mention.Range.End > text.Length || mention.Range.Length == 0 || (mention.Currency is null) == (mention.Unit == NumberUnit.Currency))
                {
                    return false;
                }

                end = mention.Range.End;
            }

            return true;
        });

    [Fact]
    public void Endless_magnitudes_do_not_overflow()
    {
        var text = "9 " + string.Concat(Enumerable.Repeat("trillion ", 1000)) + "nine " + string.Concat(Enumerable.Repeat("hundred ", 1000)) + string.Concat(Enumerable.Repeat("dozen ", 1000));
        Assert.NotEmpty(NumberMentions.Find(text));
    }
}
