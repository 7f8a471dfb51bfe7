using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Evaluation.Perturbing;

namespace BriefingBot.Tests.Evaluation;

public sealed class PerturberTests
{
    [Fact]
    public void A_changed_number_is_another_number()
    {
        var perturber = new Perturber([]);
        var item = new PerturbItem("1", "Fish of the reef have the receptor KLEC-2.", [new Evidence("Fish of the reef have the receptor KLEC-2.")], Verbatim: true);
        for (var i = 0; i < 100; i++)
            Assert.NotEqual(item.Text, perturber.Change(item, PerturbKind.Number)!.After);
    }
}
