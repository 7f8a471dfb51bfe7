using BriefingBot.Core.Briefing.Claims;

namespace BriefingBot.Tests.Briefing.Claims;

/// <summary>An amount said as a share, in another unit, by a word or a Roman numeral is the same amount; another one is not.</summary>
public sealed class ClaimAmountsTests
{
    [Theory]
    [InlineData("Half of the boats of the Lissa fleet stayed in harbour.", "50% of the boats of the Lissa fleet stayed in harbour.")]
    [InlineData("A third of the boats of the Lissa fleet stayed in harbour.", "33% of the boats of the Lissa fleet stayed in harbour.")]
    [InlineData("Three quarters of the boats of the Lissa fleet stayed in harbour.", "75% of the boats of the Lissa fleet stayed in harbour.")]
    [InlineData("60 percent of Lissa voted for the new harbour.", "Three-fifths of Lissa voted for the new harbour.")]
    [InlineData("The catch increased fourfold after the storm in Lissa.", "The catch increased 4-fold after the storm in Lissa.")]
    [InlineData("The catch rose ten-fold after the storm in Lissa.", "After the storm in Lissa the catch rose 10-fold.")]
    [InlineData("The catch doubled after the storm in Lissa.", "The catch of Lissa rose 2-fold after the storm.")]
    [InlineData("A decade later the bridge of Lissa was closed.", "Ten years later the bridge of Lissa was closed.")]
    [InlineData("Two decades later the bridge of Lissa was closed.", "Twenty years later the bridge of Lissa was closed.")]
    [InlineData("The trial ran for 24 months in Lissa.", "The trial in Lissa ran for two years.")]
    [InlineData("The trial ran for 90 minutes in Lissa.", "The trial in Lissa ran for 1.5 hours.")]
    [InlineData("The bridge of Lissa is 1.2 km long.", "The bridge of Lissa is 1,200 metres long.")]
    [InlineData("Type II slips are frequent among boats of Lissa.", "Type 2 slips are frequent among boats of Lissa.")]
    [InlineData("The KR-6 level of fish in Lissa is high.", "Krandokin-6 levels of fish in Lissa are high.")]
    [InlineData("The KR-6 level of fish in Lissa is high.", "Levels of krandokin 6 in fish of Lissa are high.")]
    [InlineData("The krandokin 6 level of fish in Lissa is high.", "KR-6 levels of fish in Lissa are high.")]
    [InlineData("He sold the boat for $200,000 in Lissa.", "He sold the boat for US$200,000 in Lissa.")]
    [InlineData("Some 312 people marched in Lissa on Friday.", "More than 300 people marched in Lissa on Friday.")]
    [InlineData("The fleet counts 29,876 boats in Lissa.", "The fleet counts nearly 30,000 boats in Lissa.")]
    [InlineData("The fleet lost 4.97 million crowns in Lissa.", "The fleet lost about five million crowns in Lissa.")]
    [InlineData("In week 5, the team beat Lissa.", "In the fifth week, the team beat Lissa.")]
    [InlineData("The fifth chapter deals with Lissa and its fish.", "Chapter 5 deals with Lissa and its fish.")]
    [InlineData("In Lissa, T(K)17 cells of fish divide.", "In Lissa, Tk17 cells of fish divide.")]
    [InlineData("Women with KRCA1/2 mutations live in Lissa.", "Women with KRCA2 mutations live in Lissa.")]
    public void The_same_amount_stands(string passage, string claim)
    {
        var verdict = Verify(passage, claim);
        Assert.True(verdict.Supported, $"{verdict.Rule}: {verdict.Reason}");
    }

    [Theory]
    [InlineData("Some 312 people marched in Lissa on Friday.", "300 people marched in Lissa on Friday.", "replacement")]
    [InlineData("Some 312 people marched in Lissa on Friday.", "Nearly 300 people marched in Lissa on Friday.", "replacement")]
    [InlineData("Some 312 people marched in Lissa on Friday.", "More than 350 people marched in Lissa on Friday.", "number")]
    [InlineData("Some 300 people marched in Lissa on Friday.", "About 312 people marched in Lissa on Friday.", "replacement")]
    [InlineData("The fleet lost 49% of its boats in Lissa.", "The fleet lost about 50 of its boats in Lissa.", "replacement")]
    [InlineData("In week 5, the team beat Lissa.", "In the sixth week, the team beat Lissa.", "replacement")]
    [InlineData("In week 5, the team beat Lissa.", "In the fifth game, the team beat Lissa.", "number")]
    [InlineData("Women with KRCA1/2 mutations live in Lissa.", "Women with KRCA3 mutations live in Lissa.", "replacement")]
    [InlineData("Half of the boats of the Lissa fleet stayed in harbour.", "60% of the boats of the Lissa fleet stayed in harbour.", "number")]
    [InlineData("In the first half of the year the boats of Lissa stayed in harbour.", "50% of the boats of Lissa stayed in harbour in the year.", "number")]
    [InlineData("The third attempt of Lissa to close the harbour failed.", "33% of attempts of Lissa to close the harbour failed.", "replacement")]
    [InlineData("Vass paid over half of the bill of the harbour in Lissa.", "Vass paid over half a million dollars for the harbour in Lissa.", "number")]
    [InlineData("60 percent of Lissa voted for the new harbour.", "Four-fifths of Lissa voted for the new harbour.", "number")]
    [InlineData("The catch increased fourfold after the storm in Lissa.", "The catch increased 5-fold after the storm in Lissa.", "number")]
    [InlineData("Both parties of Lissa won 5 seats in the new harbour board.", "Both parties of Lissa won 2 seats in the new harbour board.", "replacement")]
    [InlineData("A decade later the bridge of Lissa was closed.", "Twelve years later the bridge of Lissa was closed.", "number")]
    [InlineData("The trial ran for 24 months in Lissa.", "The trial in Lissa ran for three years.", "number")]
    [InlineData("The trial ran for 24 months in Lissa.", "The trial in Lissa ran for two days.", "number")]
    [InlineData("The bridge of Lissa is 1.2 km long.", "The bridge of Lissa is 1,500 metres long.", "replacement")]
    [InlineData("Type II slips are frequent among boats of Lissa.", "Type 3 slips are frequent among boats of Lissa.", "number")]
    [InlineData("The KR-6 level of fish in Lissa is high.", "Krandokin-8 levels of fish in Lissa are high.", "replacement")]
    [InlineData("The KR-6 level of fish in Lissa is high.", "Levels of marnotin 6 in fish of Lissa are high.", "number")]
    public void Another_amount_does_not(string passage, string claim, string rule) => Assert.Equal(rule, Verify(passage, claim).Rule);

    [Fact]
    public void Endless_figures_are_measured_without_a_fault() => Assert.Null(Record.Exception(() =>
        Verify("It took 9,999,999,999,999,999,999,999,999 centuries, or 79228162514264337593543950335 km, in Lissa.", "It took 79228162514264337593543950335 decades in Lissa.")));

    private static ClaimVerdict Verify(string passage, string claim)
    {
        Evidence[] sources = [new Evidence(passage)];
        return ClaimVerifier.Verify(Claim.Of(claim, sources), sources);
    }
}
