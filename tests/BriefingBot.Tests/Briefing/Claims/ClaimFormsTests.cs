using BriefingBot.Core.Briefing.Claims;

namespace BriefingBot.Tests.Briefing.Claims;

/// <summary>The same thing said in another form holds; another thing in the same form does not.</summary>
public sealed class ClaimFormsTests
{
    private static readonly ClaimContext Published = new("", new DateOnly(2031, 2, 12));

    [Theory]
    [InlineData("The twins both signed for Harrak Rovers in spring.", "The two twins signed for Harrak Rovers in spring.")]
    [InlineData("Inspectors found rust on 493 per million rivets of the Tamm bridge.", "Inspectors found rust on 1 in 2,000 rivets of the Tamm bridge.")]
    [InlineData("One in five boats of the Lissa fleet stayed in harbour.", "20% of the boats of the Lissa fleet stayed in harbour.")]
    [InlineData("The Port Workers League called the strike off at noon.", "The PWL called the strike off at noon.")]
    [InlineData("The League of Dockers and Pilots called the strike off at noon.", "The LDP called the strike off at noon.")]
    [InlineData("Divers of the COVARRA programme mapped the reef at dawn.", "Divers of the COVARRA-31 programme mapped the reef at dawn.")]
    [InlineData("The level of TNF-α in the lake rose sharply at the weir.", "The level of TNF-alpha in the lake rose sharply at the weir.")]
    [InlineData("The survey of Gorodezk was published by the academy.", "The survey of Gorodesk was published by the academy.")]
    [InlineData("The ferry was launched last month in front of a crowd.", "The ferry was launched in January 2031 in front of a crowd.")]
    [InlineData("The ferry was launched last year in front of a crowd.", "The ferry was launched in 2030 in front of a crowd.")]
    [InlineData("The ferry leaves Thursday 14 March from the old quay.", "The ferry leaves on Thursday 14 March from the old quay.")]
    public void Another_form_of_the_same_holds(string passage, string claim)
    {
        var verdict = Verify(passage, claim);
        Assert.True(verdict.Supported, $"{verdict.Rule}: {verdict.Reason}");
    }

    [Theory]
    [InlineData("The three brothers signed for Harrak Rovers in spring.", "The two brothers signed for Harrak Rovers in spring.", "replacement")]
    [InlineData("Inspectors found rust on 800 per million rivets of the Tamm bridge.", "Inspectors of the Tamm bridge say that 1 in 2,000 of its rivets has rust.", "number")]
    [InlineData("The army announced a 3-day truce for the valley of Harrak.", "For the valley of Harrak a 5-day truce was announced by the army.", "number")]
    [InlineData("The Port Workers League called the strike off at noon.", "At noon the strike was called off by the HRL of the port workers.", "name")]
    [InlineData("Ilse Tamm met Oren Vass and Bodo Krell in the town hall of Lissa.", "In the town hall of Lissa, Ilse Tamm, Oren Vass, Bodo Krell and Marek Duvall met.", "name")]
    [InlineData("The ferry was launched last month in front of a crowd.", "In March 2030 and in front of a crowd the ferry was launched.", "date")]
    [InlineData("The ferry leaves Thursday 14 March from the old quay.", "From the old quay the ferry leaves on 14 March 2029.", "date")]
    [InlineData("Exports of tin from Lissa fell by 12 percent in the first half of the year.", "In the first half of the year, exports of tin from Lissa rose by 12 percent.", "direction")]
    [InlineData("Oren Vass and Ilse Tamm met at the harbour on Monday.", "Oren Vass resigned.", "coverage")]
    [InlineData("Crews on weekend duty are paid at time and a half. Everybody can live with it, said the mediator.", "Everybody was paid double.", "coverage")]
    [InlineData("Rents in Port Varran increased after the bridge was opened.", "After the bridge was opened, rents in Port Varran declined.", "direction")]
    public void Another_thing_in_the_same_form_does_not(string passage, string claim, string rule) => Assert.Equal(rule, Verify(passage, claim).Rule);

    [Theory]
    [InlineData("He called it “a gift to our rivals.”", "He called it “a gift to our rivals”.")]
    [InlineData("It was “a gift to our rivals,” he said.", "It was “a gift to our rivals”, he said.")]
    [InlineData("“A gift to our rivals” was his word for it.", "“a gift to our rivals” was his word for it.")]
    [InlineData("It is \"the harbour’s gate\", she said.", "It is \"the Harbour's Gate\", she said.")]
    [InlineData("It was “a gift to all our rivals”, he said.", "It was “a gift to all our rivals”, he said.")]
    [InlineData("It was “a gift, to our rivals!”, he said.", "It was “a gift, to our rivals!”, he said.")]
    [InlineData("It was “unlawful. The harbour”, he said.", "It was “unlawful. The harbour”, he said.")]
    [InlineData("He called it “[a] gift to our rivals”.", "He called it “[a] gift to our rivals”.")]
    [InlineData("It was “[U]nlawful, a gift”, he said.", "It was “unlawful, a gift”, he said.")]
    [InlineData("It was “[un]lawful, a gift”, he said.", "It was “[un]lawful, a gift”, he said.")]
    [InlineData("It was “[A]wful, a gift”, he said.", "It was “[A]wful, a gift”, he said.")]
    [InlineData("Nothing is quoted here.", "Nothing is quoted here.")]
    public void A_quotation_takes_the_letters_of_the_source_or_stays_as_it_is(string claim, string expected) =>
        Assert.Equal(expected, QuoteAlignment.Of(claim, [new Evidence("It was unlawful, a gift to our rivals and the Harbour's Gate.")]));

    [Theory]
    [InlineData("“Unlawful” it was not.")]
    [InlineData("It was “a gift to")]
    [InlineData("“ a gift ” and '' and \"\" and ”")]
    [InlineData("“.,” “!” “a gift .”")]
    public void What_is_aligned_once_stays_as_it_is(string claim)
    {
        Evidence[] sources = [new Evidence("It was unlawful, a gift to our rivals.")];
        var once = QuoteAlignment.Of(claim, sources);
        Assert.Equal(once, QuoteAlignment.Of(once, sources));
    }

    private static ClaimVerdict Verify(string passage, string claim)
    {
        Evidence[] sources = [new Evidence(passage, Published)];
        return ClaimVerifier.Verify(Claim.Of(claim, sources), sources);
    }
}
