using BriefingBot.Core.Evaluation.Runs;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Evaluation;

public sealed class CitationCheckTests : IDisposable
{
    private const string Text = "The harbour was closed.\nNobody was hurt 🚢 there.";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("citations-");
    private readonly LibraryFile _library;

    public CitationCheckTests()
    {
        _library = new LibraryCatalog(_folder.FullName, TimeProvider.System).Create("default");
        _library.Write(session =>
        {
            var revision = new NewRevision(Text, new DocumentMetadata(), DateTimeOffset.UnixEpoch, RevisionCause.Received, 1, new string('0', 64), [], null);
            new DocumentStore(session).Add("d1", "d1.txt", revision);
        });
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_quote_that_is_the_stored_range_holds() => Assert.Equal(new CitationTally(1, 1), Check(Answer(Quote(0, 23))));

    [Theory]
    [InlineData(0, 23, "The harbour was opened.", 1)] // the quote was changed
    [InlineData(1, 24, "The harbour was closed.", 1)] // the range was moved
    [InlineData(0, 23, "The harbour was closed.", 2)] // a revision that is not there
    [InlineData(-1, 3, "The", 1)]
    [InlineData(0, 4000, "The harbour was closed.", 1)]
    [InlineData(5, 5, "", 1)]
    public void A_tampered_citation_does_not_hold(int start, int end, string quote, int revision)
    {
        var tampered = Quote(0, 23) with { Start = start, End = end, Quote = quote, Revision = revision };

        Assert.Equal(0, Check(Answer(tampered)).Held);
    }

    [Fact]
    public void A_range_that_splits_a_surrogate_pair_does_not_hold()
    {
        var ship = Text.IndexOf("🚢", StringComparison.Ordinal);

        Assert.Equal(0, Check(Answer(Quote(24, ship + 1))).Held);
        Assert.Equal(1, Check(Answer(Quote(24, ship + 2))).Held);
    }

    [Fact]
    public void A_citation_of_another_document_does_not_hold() => Assert.Equal(0, Check(Answer(Quote(0, 23) with { DocumentId = "d2" })).Held);

    [Fact]
    public void A_sentence_that_does_not_show_the_quote_it_cites_is_a_fault()
    {
        var answer = Answer(Quote(0, 23));
        var changed = answer with { Sentences = [answer.Sentences[0] with { Text = "“The harbour was opened.” [1]" }] };

        Assert.Equal(new CitationTally(1, 2), Check(changed));
    }

    [Fact]
    public void A_sentence_without_a_number_and_a_number_that_opens_nothing_are_faults()
    {
        var answer = Answer(Quote(0, 23));

        Assert.Equal(new CitationTally(1, 2), Check(answer with { Sentences = [answer.Sentences[0] with { Citations = [] }] }));
        Assert.Equal(new CitationTally(1, 2), Check(answer with { Sentences = [answer.Sentences[0] with { Citations = [2] }] }));
    }

    [Fact]
    public void A_line_break_of_the_stored_text_may_be_shown_as_a_space()
    {
        var citation = Quote(0, Text.Length);
        var answer = Answer(citation) with { Sentences = [new AnswerSentence($"“{Text.Replace('\n', ' ')}” [1]", SentenceKind.Quote, [1])] };

        Assert.Equal(new CitationTally(1, 1), Check(answer));
    }

    private static Citation Quote(int start, int end) => new()
    {
        N = 1,
        DocumentId = "d1",
        Revision = 1,
        Title = "",
        Origin = "d1.txt",
        Start = start,
        End = end,
        Quote = Text[start..end],
    };

    private static Answer Answer(Citation citation) => new()
    {
        AnswerId = "a",
        Library = "default",
        Question = "What happened?",
        Writer = "extractive",
        Text = "",
        Sentences = [new AnswerSentence($"Corran Mail: “{citation.Quote}” [1]", SentenceKind.Quote, [1])],
        Citations = [citation],
    };

    private CitationTally Check(Answer answer) => _library.Read(session => CitationCheck.Check(session, answer));
}
