using BriefingBot.Core.Briefing.Claims;

namespace BriefingBot.Tests.Briefing.Claims;

public sealed class QuoteOmissionsTests
{
    private const string Passage =
        "Ilse Tamm called the bridge slender, well built and, let me say it... lovely to look at. She said that nobody in Lissa had ever promised a second ferry before the winter. "
        + "The pilots would be glad to leave the old harbour if the wind allowed it. The mayor will hardly ever come to the harbour again. Oren Vass denied that the walkout was a gift to our rivals.";

    [Theory]
    [InlineData("slender, well built and [...] lovely to look at")]
    [InlineData("slender, well built and […] lovely to look at")]
    [InlineData("slender, well built [. . .] lovely to look at")]
    [InlineData("slender [...] built and [...] lovely to look at")]
    [InlineData("had ever promised … before the winter")]
    [InlineData("had ever promised ... before the winter")]
    public void Parts_in_order_of_one_sentence_stand(string quoted) => Assert.NotNull(QuoteOmissions.Find(quoted, new Evidence(Passage)));

    [Theory]
    [InlineData("lovely to look at [...] slender, well built")]
    [InlineData("slender, well built [...] had ever promised a second ferry")]
    [InlineData("slender, well made and [...] lovely to look at")]
    [InlineData("She said that [...] in Lissa had ever promised a second ferry")]
    [InlineData("The pilots [...] be glad to leave the old harbour")]
    [InlineData("The mayor will [...] come to the harbour again")]
    [InlineData("Oren Vass [...] the walkout was a gift to our rivals")]
    [InlineData("slender [...] lovely")]
    [InlineData("slender, well built and ... lovely to look at")]
    [InlineData("slender, well built and [...] love")]
    [InlineData("slender, well built and")]
    [InlineData("[...]")]
    [InlineData("")]
    public void What_turns_round_joins_or_changes_does_not(string quoted) => Assert.Null(QuoteOmissions.Find(quoted, new Evidence(Passage)));

    [Theory]
    [InlineData("Ilse Tamm called the bridge “slender, well built and [...] lovely to look at”.", null)]
    [InlineData("Ilse Tamm called the bridge “slender, well built and lovely to look at”.", "quote")]
    [InlineData("Ilse Tamm said that “the mayor [...] will come to the harbour again”.", "quote")]
    public void The_claim_stands_or_falls_with_its_quotation(string claim, string? rule)
    {
        Evidence[] sources = [new Evidence(Passage)];
        Assert.Equal(rule, ClaimVerifier.Verify(Claim.Of(claim, sources), sources).Rule);
    }
}
