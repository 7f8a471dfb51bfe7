using BriefingBot.Core.Briefing.Claims;

namespace BriefingBot.Tests.Briefing.Claims;

/// <summary>A name written in another way is the same name; another name in the same way is not.</summary>
public sealed class ClaimNamesTests
{
    [Theory]
    // One cut short to its first letter.
    [InlineData("Colonies of E. vassi covered the quay of the old harbour.", "Ebria vassi covered the quay of the old harbour in colonies.")]
    [InlineData("Divers found Ebria vassi below the quay of the old harbour.", "Divers found E. vassi below the quay of the old harbour.")]
    [InlineData("J. Tamm signed the lease of the old harbour on Monday.", "Jonas Tamm signed the lease of the old harbour on Monday.")]
    [InlineData("Jonas B. Tamm signed the lease of the old harbour on Monday.", "J. Tamm signed the lease of the old harbour on Monday.")]
    // One cut short as everybody does.
    [InlineData("The ferry to Saint Orla leaves the old harbour at noon.", "The ferry to St. Orla leaves the old harbour at noon.")]
    [InlineData("Nurses gave intravenous fluids to the crew of the ferry.", "Nurses gave IV fluids to the crew of the ferry.")]
    [InlineData("The film was shot in Lissa, Harrak., in the spring.", "The film was shot in Lissa, Harrakovia, in the spring.")]
    [InlineData("The Harbour Union sent ships to Lissa on Monday.", "The H.U. sent ships to Lissa on Monday.")]
    [InlineData("Vass has a B.H. from Lissa.", "Vass has a Bachelor of Harbours from Lissa.")]
    // Long and short form together, one of which the source has.
    [InlineData("The PWL called the strike at the old harbour off.", "The Port Workers League (PWL) called the strike at the old harbour off.")]
    [InlineData("Carriers of LUME epsilon4 aged more slowly in Lissa.", "Carriers of the Lumoprotein E4 (LUME4) gene aged more slowly in Lissa.")]
    [InlineData("Ships with LuMx left the old harbour on Monday.", "On Monday, ships with Lumex (LuMx) left the old harbour.")]
    // Greek letters, full stops and hyphens.
    [InlineData("The lake held more KRM-β than the weir below it.", "The lake held more KRMb than the weir below it.")]
    [InlineData("The lake held more (Kβ) peptides than the weir below it.", "The lake held more KBeta than the weir below it.")]
    [InlineData("The S.L.K. announced a new ferry for the old harbour.", "A new ferry for the old harbour was announced by the SLK.")]
    // A word made of a name, and a name that makes two words of it.
    [InlineData("KARBergic cells of the reef died after the storm.", "Cells of the reef that carry KARB died after the storm.")]
    [InlineData("The English game was played at the old harbour.", "In England the game was played at the old harbour.")]
    [InlineData("Fish of low birthweight were caught below the old harbour.", "Fish of low birth weight were caught below the old harbour.")]
    // A symbol of a word that stands beside it.
    [InlineData("KEPT turns PX(3,4) into another lipid in all cells of the reef.", "KEPT turns PhxIns(3,4) of the reef into phoxidylinositol.")]
    // A name that looks like a small word.
    [InlineData("US doctors came to Lissa on Monday.", "On Monday American doctors came to Lissa.")]
    [InlineData("American doctors came to Lissa on Monday.", "On Monday US doctors came to Lissa.")]
    [InlineData("In the reef, nitric oxide widens the vessels of the fish.", "In the reef, the vessels of the fish are widened by NO.")]
    public void The_same_name_in_another_form_stands(string passage, string claim)
    {
        var verdict = Verify(passage, claim);
        Assert.True(verdict.Supported, $"{verdict.Rule}: {verdict.Reason}");
    }

    [Theory]
    [InlineData("Colonies of E. vassi covered the quay of the old harbour.", "Colonies of Norda vassi covered the quay of the old harbour.", "replacement")]
    [InlineData("Colonies of E. vassi covered the quay of the old harbour.", "Colonies of Ebria krellii covered the quay of the old harbour.", "name")]
    [InlineData("J. Tamm signed the lease of the old harbour on Monday.", "Oren Tamm signed the lease of the old harbour on Monday.", "replacement")]
    [InlineData("J. Tamm signed the lease of the old harbour on Monday.", "Jonas Vass signed the lease of the old harbour on Monday.", "replacement")]
    [InlineData("The film was shot in Lissa, Harrak., in the spring.", "The film was shot in Lissa, Harbinia, in the spring.", "replacement")]
    [InlineData("The Harbour Union sent ships to Lissa on Monday.", "The K.V. sent ships to Lissa on Monday.", "replacement")]
    [InlineData("Vass has a B.H. from Lissa.", "Vass has a Master of Harbours from Lissa.", "name")]
    [InlineData("The M.A. at Lissa was her second one.", "Her second one was the Marrak at Lissa.", "name")]
    [InlineData("T cells of the reef died after the storm.", "After the storm the Tk9 cells of the reef died.", "name")]
    [InlineData("The ferry to Saint Orla leaves the old harbour at noon.", "The ferry to Mt. Orla leaves the old harbour at noon.", "replacement")]
    [InlineData("The Pilots' Wage Lottery (PWL) called the strike at the old harbour off.", "At the old harbour the strike was called off by the Deep Varran Sailors (PWL).", "name")]
    [InlineData("Ships of the Late Upper Mixed (LuMx) left the old harbour.", "The old harbour was left on ships by people with Lumex (LuMx).", "name")]
    [InlineData("The lake held more KRM-β than the weir below it.", "Below the weir the lake held more KRMg.", "name")]
    [InlineData("The lake held beta waves and the weir below it did too.", "Waves of the lake held Alpha, and the weir below did too.", "name")]
    [InlineData("KARBergic cells of the reef died after the storm.", "Cells of the reef that carry KIRB died after the storm.", "name")]
    [InlineData("The English game was played at the old harbour.", "In Scotland the game was played at the old harbour.", "name")]
    [InlineData("KEPT turns PX(3,4) into another lipid in all cells of the reef.", "KEPT turns PhxIns(3,4) of the reef into another lipid.", "name")]
    [InlineData("In the reef, nitric oxide widens the vessels of the fish.", "In the reef, the vessels of the fish are widened, says the WHO.", "name")]
    [InlineData("Plants of Lissa and the U.S. fleet paid for the old harbour.", "Plants of Lissa and the Sarrak fleet paid for the old harbour.", "replacement")]
    [InlineData("Doctors who came to Lissa gave it to us.", "It was given by doctors to American crews in Lissa.", "name")]
    [InlineData("Doctors who came to Lissa gave it to us.", "The WHO and US doctors came to Lissa.", "name")]
    [InlineData("The locus rk3121 is known from fish of the reef.", "The locus rk4452 is known from the fish of this reef.", "replacement")]
    [InlineData("From fish of the reef the locus rk3121 is known.", "Known is the locus rk4452, from the fish of this reef.", "name")]
    public void Another_name_in_the_same_form_does_not(string passage, string claim, string rule) => Assert.Equal(rule, Verify(passage, claim).Rule);

    [Fact]
    public void A_name_that_looks_like_a_small_word_is_one() => Assert.Contains(new Claim("To Lissa, WHO sent doctors.").NameWords, w => w.Word == "who");

    private static ClaimVerdict Verify(string passage, string claim)
    {
        Evidence[] sources = [new Evidence(passage)];
        return ClaimVerifier.Verify(Claim.Of(claim, sources), sources);
    }
}
