using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class AcronymPairsTests
{
    [Theory]
    [InlineData("the faction of the militant Northern Tide (NT) group", "Northern Tide", "NT")]
    [InlineData("by the Institute for the Study of Tides (IST), which", "Institute for the Study of Tides", "IST")]
    [InlineData("the Northern Tide-Harbour Province (NT-HP), an offshoot", "Northern Tide-Harbour Province", "NT-HP")]
    [InlineData("the Almar Port Authority (“APA”) said", "Almar Port Authority", "APA")]
    [InlineData("the Almar Port Authority (APA, formerly the Quay Board) said", "Almar Port Authority", "APA")]
    [InlineData("the APA (Almar Port Authority) said", "Almar Port Authority", "APA")]
    public void A_definition_yields_its_two_forms(string text, string longForm, string shortForm)
    {
        var pair = Assert.Single(AcronymPairs.Find(text));
        Assert.Equal((longForm, shortForm), (pair.LongForm, pair.ShortForm));
        Assert.Equal((longForm, shortForm), (pair.LongRange.Of(text), pair.ShortRange.Of(text)));
    }

    [Theory]
    [InlineData("the accord (2020) and the rest (see below)")]
    [InlineData("his friend (BBC) left")]
    [InlineData("the NT faction (NT) left")]
    [InlineData("open (NT")]
    [InlineData("line one\n(NT) two")]
    public void Other_brackets_yield_none(string text) => Assert.Empty(AcronymPairs.Find(text));

    [Fact]
    public void Any_text_is_read_and_ranges_hold_what_they_say() =>
        HostileText.ForAll(text => AcronymPairs.Find(text).All(pair => string.Equals(pair.LongRange.Of(text), pair.LongForm, StringComparison.Ordinal) && string.Equals(pair.ShortRange.Of(text), pair.ShortForm, StringComparison.Ordinal)));
}
