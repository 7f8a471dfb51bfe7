using BriefingBot.Core.Briefing.Claims;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Briefing.Claims;

public sealed class ClaimVerifierTests
{
    private const string Passage =
        "About 1,400 dockers stayed away from Port Varran on 11 February 2031. Harbour master Ilse Tamm said the walkout was unlawful and \"a gift to our rivals\". "
        + "The port lost $10m in a week. Oren Vass of the union did not attend the talks in Lissa. Twenty-one ships waited outside the harbour, 20% more than in 2029.";

    private static readonly Evidence[] Sources = [new Evidence(Passage, new ClaimContext("Walkout empties Port Varran. Varran Courier", new DateOnly(2031, 2, 12)))];

    [Theory]
    [InlineData("About 1,400 dockers stayed away from Port Varran on 11 February 2031.")]
    [InlineData("On February 11, about 1400 dockers stayed away from Port Varran.")]
    [InlineData("On Feb 11, 1,400 dockers stayed away from Port Varran.")]
    [InlineData("The port lost $10 million in one week.")]
    [InlineData("The port lost ten million dollars in a week.")]
    [InlineData("21 ships waited outside the harbour, 20 percent more than in 2029.")]
    [InlineData("Harbour master Ilse Tamm called the walkout \"a gift to our rivals\".")]
    [InlineData("According to Ilse Tamm, the walkout was unlawful.")]
    [InlineData("The union's Oren Vass didn't attend the talks in Lissa.")]
    public void What_the_passage_says_in_other_words_holds(string claim)
    {
        var verdict = ClaimVerifier.Verify(new Claim(claim), Sources);
        Assert.True(verdict.Supported, verdict.Reason);
    }

    [Theory]
    [InlineData("About 1,900 dockers stayed away from Port Varran on 11 February 2031.", "replacement")]
    [InlineData("On 12 March 2031 about 1,400 dockers stayed away from Port Varran.", "date")]
    [InlineData("The port lost €10m in a week.", "number")]
    [InlineData("Twenty-one ships waited outside the harbour, 21% more than in 2029.", "replacement")]
    [InlineData("Harbour master Bodo Krell said the walkout was unlawful.", "replacement")]
    [InlineData("Oren Vass of the union did attend the talks in Lissa.", "replacement")]
    [InlineData("About 1,400 dockers did not stay away from Port Varran on 11 February 2031.", "replacement")]
    [InlineData("Harbour master Ilse Tamm called the walkout \"a gift to all our rivals\".", "quote")]
    [InlineData("Harbour master Ilse Tamm called the walkout \"a gift to our rivals.", "quote")]
    [InlineData("The port lost $10m in a week, see https://example.test/more.", "link")]
    [InlineData("@everyone About 1,400 dockers stayed away from Port Varran.", "link")]
    [InlineData("A storm broke the lighthouse and flooded the fish market.", "coverage")]
    public void What_it_does_not_say_is_withheld_with_the_rule_that_found_it(string claim, string rule)
    {
        var verdict = ClaimVerifier.Verify(new Claim(claim), Sources);
        Assert.Equal(rule, verdict.Rule);
        Assert.NotEmpty(verdict.Reason!);
    }

    [Fact]
    public void The_verdict_names_the_sentences_the_claim_rests_on()
    {
        var verdict = ClaimVerifier.Verify(new Claim("The port lost $10 million in one week."), Sources);
        Assert.Equal("The port lost $10m in a week.", verdict.Window!.Text);
    }

    [Fact]
    public void Without_a_sentence_there_is_no_support() => Assert.False(ClaimVerifier.Verify(new Claim("Two cranes fell."), [new Evidence("")]).Supported);

    [Fact]
    public void Any_claim_gets_a_verdict_over_any_passage()
    {
        string[] parts = ["2031", "-", "–", "32", "/", ".", "...", "[...]", "[w]", "U.S.", "A", "alpha", "β", "KR-6", "half", "a", "third", "%", "two", "years", "(", ")", "“", "”", "\"", "not", " ", " ", " ", "Lissa", "fold", "nearly", "$", "\n", "St.", "\uD800"];
        var text = Gen.Elements(parts).ArrayOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(text, text, (claim, passage) =>
        {
            Evidence[] sources = [new Evidence(passage), new Evidence(claim + passage)];
            return ClaimVerifier.Verify(Claim.Of(claim, sources), sources) is { Coverage: >= 0 and <= 1 };
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("He said “yes”.", true)]
    [InlineData("He said \"yes\" and \"no\".", true)]
    [InlineData("He said “yes.", false)]
    [InlineData("He said yes”.", false)]
    [InlineData("He said “one “two” three”.", false)]
    public void Marks_must_have_partners(string text, bool balanced) => Assert.Equal(balanced, QuotedStrings.Balanced(text));
}
