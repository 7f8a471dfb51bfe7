using BriefingBot.Core.Briefing.Claims;

namespace BriefingBot.Tests.Briefing.Claims;

/// <summary>Figures inside words, in rows, and of one whole.</summary>
public sealed class ClaimFiguresTests
{
    [Theory]
    [InlineData("The level of Kol-122 in fish of the reef rose after the storm.", "The level of Kol-122 in fish of the reef rose after the storm.")]
    [InlineData("She played for Harrak Rovers from 2031-2032 before she moved to Lissa.", "She played for Harrak Rovers from 2031–32 before she moved to Lissa.")]
    [InlineData("She played for Harrak Rovers from 2031-32 before she moved to Lissa.", "She played for Harrak Rovers from 2031–2032 before she moved to Lissa.")]
    [InlineData("In the winter of 2031/32 she played for Harrak Rovers in Lissa.", "She played for Harrak Rovers of Lissa in 2031–32.")]
    [InlineData("In the winter of 2031 she played for Harrak Rovers in Lissa.", "She played for Harrak Rovers of Lissa in 2031–32.")]
    [InlineData("Oren Vass died on 7 January 2031 in the old harbour.", "Oren Vass died on 7 Jan 2031 in the old harbour.")]
    [InlineData("The rovers of Harrak won the final by 10-7 on Monday.", "The rovers of Harrak won the final by 10–7 on Monday.")]
    [InlineData("Judges Tamm, Vass and Krell are the three applicants for the seat in Lissa.", "Tamm is one of three applicants for the seat in Lissa, the other two being judges Vass and Krell.")]
    [InlineData("In 95% of cases rust was found, that is on 212 out of 430 rivets of the bridge.", "Rust was found on 212 out of 430 rivets of the bridge.")]
    public void The_same_figures_stand(string passage, string claim)
    {
        var verdict = Verify(passage, claim);
        Assert.True(verdict.Supported, $"{verdict.Rule}: {verdict.Reason}");
    }

    [Theory]
    [InlineData("The level of kol-122 in fish of the reef rose after the storm.", "The level of kol-523 in fish of the reef rose after the storm.", "replacement")]
    [InlineData("Blockade by anti-KD-1 helped the fish of the reef after the storm.", "Blockade by anti-KD-9 helped the fish of the reef after the storm.", "replacement")]
    [InlineData("She played for Harrak Rovers from 2031-32 before she moved to Lissa.", "She played for Harrak Rovers from 2031-35 before she moved to Lissa.", "replacement")]
    [InlineData("She played for Harrak Rovers from 2031-32 before she moved to Lissa.", "Before she moved to Lissa, Harrak Rovers had her from 2031-35.", "date")]
    [InlineData("In the winter of 2031 she played for Harrak Rovers in Lissa.", "She played for Harrak Rovers of Lissa in 2031–34.", "date")]
    [InlineData("The harbour of Lissa opened on August 12 for all boats.", "The harbour of Lissa had fish at 12 and boats.", "number")]
    [InlineData("Oren Vass died on 7 January 2031 in the old harbour.", "Oren Vass died on 7 Feb 2031 in the old harbour.", "replacement")]
    [InlineData("The rovers of Harrak won the final by 10-7 on Monday.", "The rovers of Harrak won the final by 10-4 on Monday.", "replacement")]
    [InlineData("Judges Tamm, Vass and Krell are the three applicants for the seat in Lissa.", "Tamm is one of three applicants for the seat in Lissa, the other four being judges.", "number")]
    [InlineData("Judges Tamm, Vass and Krell are the three applicants for the seat in Lissa.", "Tamm is one of five applicants for the seat in Lissa, the other four being judges.", "number")]
    [InlineData("Rust was found on 212 out of 430 rivets (49%, 95% confidence) of the bridge.", "Rust was found on 212 out of 223 rivets (49%, 95% confidence) of the bridge.", "replacement")]
    public void Other_figures_do_not(string passage, string claim, string rule) => Assert.Equal(rule, Verify(passage, claim).Rule);

    [Theory]
    [InlineData("From 2031-3% to 2031-k and 2031-–32, 9999-99 and 0000-00.")]
    [InlineData("--1-2---3- 2031-32-33 -")]
    public void Odd_rows_of_figures_are_read(string text) => Assert.Null(Verify(text, text).Rule);

    private static ClaimVerdict Verify(string passage, string claim)
    {
        Evidence[] sources = [new Evidence(passage)];
        return ClaimVerifier.Verify(Claim.Of(claim, sources), sources);
    }
}
