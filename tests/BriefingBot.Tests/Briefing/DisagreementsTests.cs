using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Briefing;

public sealed class DisagreementsTests
{
    [Fact]
    public void Another_count_of_the_same_thing_is_a_disagreement()
    {
        var found = Between("About 1,400 dockers stayed away from Port Varran on Monday.", "Some 1,900 dockers stayed away from Port Varran on Monday.");

        Assert.NotNull(found);
        Assert.Equal(DisagreementKind.Number, found.Kind);
        Assert.StartsWith("1,400", found.FirstWords, StringComparison.Ordinal);
        Assert.StartsWith("1,900", found.SecondWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_day_of_the_same_event_is_a_disagreement() =>
        Assert.Equal(DisagreementKind.Date, Between(
            "The mediator Oren Vass will meet the dockers' union of Port Varran on 3 March 2031.",
            "The mediator Oren Vass will meet the dockers' union of Port Varran on 5 March 2031.")?.Kind);

    [Fact]
    public void An_outright_denial_of_what_another_reports_is_a_disagreement() =>
        Assert.Equal(DisagreementKind.Denial, Between(
            "Secret talks between the ministry and the dockers' union of Port Varran have begun.",
            "The ministry denied that secret talks with the dockers' union had begun at Port Varran.")?.Kind);

    [Theory]
    [InlineData("About 1,400 dockers stayed away from Port Varran on Monday.", "About 1,400 dockers stayed away from Port Varran, the Lissa union said.")]
    [InlineData("About 1,400 dockers stayed away from Port Varran on Monday.", "Some 1,900 dockers stayed away from Port Tamm on Monday.")]
    [InlineData("About 1,400 dockers stayed away from Port Varran.", "Some 12 cranes stand idle in Port Varran.")]
    [InlineData("In 2029 about 1,400 dockers worked in Port Varran.", "In 2031 about 1,900 dockers worked in Port Varran.")]
    [InlineData("The ministry denied a visa to Oren Vass.", "The ministry opened a museum for Oren Vass.")]
    public void What_can_both_be_true_is_none(string one, string other) => Assert.Null(Between(one, other));

    [Fact]
    public void One_publisher_does_not_differ_with_itself() =>
        Assert.Null(Between("About 1,400 dockers stayed away from Port Varran on Monday.", "Some 1,900 dockers stayed away from Port Varran on Monday.", "Lissa Wire"));

    [Fact]
    public void Where_the_carriers_are_unknown_nothing_is_said() => Assert.Null(Disagreements.Among(
    [
        Sentence("a", null, "About 1,400 dockers stayed away from Port Varran on Monday."),
        Sentence("b", null, "Some 1,900 dockers stayed away from Port Varran on Monday."),
    ]));

    private static Disagreement? Between(string one, string other, string publisher = "Varran Courier") =>
        Disagreements.Among([Sentence("a", "Lissa Wire", one), Sentence("b", publisher, other)]);

    private static SentenceCandidate Sentence(string id, string? publisher, string text)
    {
        var revision = new Revision { DocumentId = id, Text = text, Metadata = new DocumentMetadata { Publisher = publisher, Language = "en" }, ContentHash = "" };
        var passage = new Passage(1, 1, id, 0, new TextRange(0, text.Length));
        return new SentenceCandidate(passage, revision, passage.Range, Analyser.Analyse(text, "en"));
    }
}
