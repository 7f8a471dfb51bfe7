using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Briefing;

public sealed class WriterRulesTests
{
    private static readonly Citation Source = new()
    {
        N = 3,
        DocumentId = "d",
        Title = "Walkout empties Port Varran",
        Origin = "d.txt",
        Quote = "About 1,400 dockers stayed away.",
        Revision = 1,
        Start = 0,
        End = 32,
    };

    [Theory]
    [InlineData("About 1,400 stayed away.", "“About 1,400 stayed away.”")]
    [InlineData("“We stay away,” the union said.", "‘“We stay away,” the union said.’")]
    [InlineData("The union said: \"We stay away.\"", "‘The union said: \"We stay away.\"’")]
    public void A_quote_with_marks_of_its_own_is_put_between_others(string quote, string marked) => Assert.Equal(marked, Framing.Marked(quote));

    [Fact]
    public void A_frame_names_publisher_and_day() =>
        Assert.Equal("Lissa Wire, 4 Mar 2031: “About 1,400 dockers stayed away.” [3]", Framing.Quote(Source with { Publisher = "Lissa Wire", PublishedOn = new DateOnly(2031, 3, 4) }));

    [Fact]
    public void A_frame_names_the_agency_a_publisher_took_it_from() =>
        Assert.StartsWith("Delta Post (Lissa Wire): “", Framing.Quote(Source with { Publisher = "Delta Post", Agency = "Lissa Wire" }), StringComparison.Ordinal);

    [Fact]
    public void Without_a_publisher_the_title_stands_for_it() =>
        Assert.StartsWith("Walkout empties Port Varran: “", Framing.Quote(Source), StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_is_known_the_quote_stands_alone() =>
        Assert.Equal("“About 1,400 dockers stayed away.” [3]", Framing.Quote(Source with { Title = "" }));

    [Theory]
    [InlineData("He left.", true)]
    [InlineData("“They will return,” she said.", true)]
    [InlineData("This was denied.", true)]
    [InlineData("IT staff walked out.", false)]
    [InlineData("Its-a-boat sank.", false)]
    [InlineData("Dockers walked out.", false)]
    [InlineData("…", false)]
    public void Sentences_that_lean_back_open_with_a_pronoun(string sentence, bool leans) => Assert.Equal(leans, Predecessor.LeansBack(sentence));

    [Fact]
    public void A_heading_is_no_predecessor()
    {
        const string text = "The harbour\n\nIt was built in 1884.";
        var sentence = new TextRange(13, text.Length);

        Assert.Equal(sentence, Predecessor.With(text, sentence));
    }

    [Fact]
    public void A_changed_text_is_a_fault_and_so_is_a_missing_one()
    {
        var verifier = new QuoteVerifier((id, _) => id switch { "d" => "About 1,400 dockers stayed away.", "changed" => "About 1,700 dockers stayed away.", _ => null });

        Assert.Null(verifier.Fault(Source));
        Assert.NotNull(verifier.Fault(Source with { DocumentId = "changed" }));
        Assert.NotNull(verifier.Fault(Source with { DocumentId = "gone" }));
        Assert.NotNull(verifier.Fault(Source with { Start = 1 }));
        Assert.NotNull(verifier.Fault(Source with { End = 4000 }));
    }

    [Theory]
    [InlineData("The harbour master resigned on Monday.", true)]
    [InlineData("Harbour master resigns", false)]
    [InlineData("Photo: The harbour master on Monday. Lissa Wire.", false)]
    [InlineData("The lamp.", false)]
    [InlineData("The following ships are expected in the harbour before the end of the week:", false)]
    [InlineData("The crane was built in 1884.[12]", true)]
    [InlineData("港务局长周一辞职了。", true)]
    [InlineData("Walkout empties Port Varran.", false)]
    public void Headlines_captions_and_fragments_are_not_quoted(string text, bool quotable)
    {
        var revision = new Revision { DocumentId = "d", Text = text, Metadata = new DocumentMetadata { Title = "Walkout empties Port Varran" }, ContentHash = "" };
        var passage = new Passage(1, 1, "d", 0, new TextRange(0, text.Length));

        Assert.Equal(quotable, Quotable.Is(new SentenceCandidate(passage, revision, passage.Range, Analyser.Analyse(text, null))));
    }

    [Theory]
    [InlineData(.5, AnswerStatus.Insufficient)]
    [InlineData(1.0, AnswerStatus.Doubtful)]
    [InlineData(2.0, AnswerStatus.Answered)]
    public void Three_bands_lie_between_two_cuts(double score, AnswerStatus status) => Assert.Equal(status, Refusal.Status(score, new BriefingOptions()));
}
