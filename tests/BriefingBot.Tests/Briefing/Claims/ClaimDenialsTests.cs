using BriefingBot.Core.Briefing.Claims;

namespace BriefingBot.Tests.Briefing.Claims;

public sealed class ClaimDenialsTests
{
    [Theory]
    // What is denied of another thing.
    [InlineData("Rents, fares and wages in Lissa were not changed by the bridge of Harrak. Trade grew.", "All of the trade was changed by the bridge of Harrak.", null)]
    [InlineData("The mayor did not open the bridge. Oren Vass is mayor of Harrak.", "It was Oren Vass who opened the bridge.", "negation")]
    [InlineData("The rents of Lissa were not changed by the bridge.", "The rents were changed by the bridge of Lissa.", "replacement")]
    [InlineData("In the end, the rents of Lissa were not changed by the bridge.", "The bridge changed rents in Lissa.", "negation")]
    [InlineData("They were not changed by the bridge.", "The bridge changed rents.", "negation")]
    // So does a failure.
    [InlineData("The pump failed to lower the water in the harbour of Lissa.", "The pump did not lower the water in the harbour of Lissa.", null)]
    [InlineData("The pump managed to lower the water in the harbour of Lissa.", "The pump did not lower the water in the harbour of Lissa.", "replacement")]
    // A ban denies too.
    [InlineData("New rules of the harbour set out a prohibition of tobacco and alcohol.", "Tobacco and alcohol are not allowed in the harbour.", null)]
    [InlineData("New rules of the harbour speak of tobacco and alcohol.", "Tobacco and alcohol are not allowed in the harbour.", "negation")]
    public void A_denial_counts_for_what_it_denies(string passage, string claim, string? rule) => Assert.Equal(rule, Verify(passage, claim).Rule);

    private static ClaimVerdict Verify(string passage, string claim)
    {
        Evidence[] sources = [new Evidence(passage)];
        return ClaimVerifier.Verify(Claim.Of(claim, sources), sources);
    }
}
