using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Libraries;

public sealed class AnswerStoreTests : IDisposable
{
    private const string Story = "Rain fell all week. The quay flooded on Monday. Nobody was hurt.";
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void An_answer_opens_again_as_it_was()
    {
        var given = Give(_library.Add(Story, "2030-02-03", "Flood at the quay"));

        var found = Find(given.AnswerId);

        Assert.Equivalent(given, found, strict: true);
        Assert.Equal([9L, 4], _library.File.Read(s => new AnswerStore(s).PassagesConsidered(given.AnswerId)));
        Assert.Null(Find("0000000000"));
    }

    [Fact]
    public void A_quote_that_is_not_the_text_of_its_range_is_not_stored()
    {
        var document = _library.Add(Story);
        var answer = Make(document) with { Citations = [Cite(document) with { Quote = "The quay flooded on Tuesday." }] };

        Assert.Throws<ArgumentException>(() => _library.File.Write(s => new AnswerStore(s).Add(answer, [])));

        Assert.Null(Find(answer.AnswerId));
    }

    [Fact]
    public void New_bytes_supersede_a_citation_and_a_new_cleaning_does_not()
    {
        var document = _library.Add(Story);
        var given = Give(document);
        Assert.Equal(CitationStatus.Current, Find(given.AnswerId)!.Citations[0].Status);

        _library.Revise(document.Id, Story + " Really.", cause: RevisionCause.Recleaned);
        Assert.Equal(CitationStatus.Current, Find(given.AnswerId)!.Citations[0].Status);

        _library.Revise(document.Id, "The quay flooded on Tuesday.");
        var citation = Find(given.AnswerId)!.Citations[0];
        Assert.Equal((CitationStatus.Superseded, "The quay flooded on Monday."), (citation.Status, citation.Quote));
    }

    [Fact]
    public void A_removed_document_keeps_its_quotes_and_says_so()
    {
        var document = _library.Add(Story);
        var given = Give(document);

        _library.Remove(document.Id);

        var found = Find(given.AnswerId)!;
        Assert.Equal((CitationStatus.Removed, "The quay flooded on Monday."), (found.Citations[0].Status, found.Citations[0].Quote));
        Assert.Equal(given.Text, found.Text);
    }

    [Fact]
    public void A_purged_document_is_quoted_nowhere()
    {
        var document = _library.Add(Story);
        var given = Give(document);

        _library.Remove(document.Id, purge: true);

        var found = Find(given.AnswerId)!;
        Assert.Equal((CitationStatus.Removed, "", "", ""), (found.Citations[0].Status, found.Citations[0].Quote, found.Citations[0].Before, found.Citations[0].After));
        Assert.Equal("[removed] [1]\nAnd the mayor spoke.", found.Text);
        Assert.Equal(["[removed] [1]", "And the mayor spoke."], found.Sentences.Select(s => s.Text), StringComparer.Ordinal);
        _library.File.Dispose();
        Assert.DoesNotContain("quay flooded", File.ReadAllText(_library.File.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_laid_out_otherwise_is_made_again_from_its_sentences()
    {
        var document = _library.Add(Story);
        var answer = Make(document) with { Text = "Heading\n> The quay\n> flooded on Monday." };

        Assert.Equal("[removed] [1]\nAnd the mayor spoke.", AnswerPurgeStore.Blanked(answer, document.Id).Text);
    }

    [Fact]
    public void The_newest_answers_come_first()
    {
        var document = _library.Add(Story);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(Give(document).AnswerId);
            _library.Clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.Equal([ids[2], ids[1]], _library.File.Read(s => new AnswerStore(s).Recent(2)).Select(a => a.AnswerId), StringComparer.Ordinal);
        Assert.Equal([ids[0]], _library.File.Read(s => new AnswerStore(s).FindIdsStartingWith(ids[0][..8])));
    }

    [Fact]
    public void What_was_asked_in_vain_is_counted_however_it_was_typed()
    {
        foreach (var question in (string[])["Who paid?", "who  paid ?", "WHO PAID", "Why\ud800", "Where is it?"]) Ask(question, AnswerStatus.Insufficient);
        Ask("Who won?", AnswerStatus.Answered);

        var gaps = _library.File.Read(s => new AnswerStore(s).Gaps());

        Assert.Equal([("WHO PAID", 3), ("Where is it?", 1), ("Why\ufffd", 1)], gaps.Select(g => (g.Question, g.Asked)));
        Assert.Equal(_library.Clock.Now, gaps[1].LastAskedUtc + TimeSpan.FromMinutes(2));
    }

    private void Ask(string question, AnswerStatus status)
    {
        _library.File.Write(s => new AnswerStore(s).Add(
            new Answer { AnswerId = ShortId.New(), Library = "default", Question = question, AskedUtc = _library.Clock.Now, Status = status, Writer = "extractive", Text = "" }, []));
        _library.Clock.Now += TimeSpan.FromMinutes(1);
    }

    private Answer? Find(string id) => _library.File.Read(s => new AnswerStore(s).Find(id));

    private Answer Give(Document document)
    {
        var answer = Make(document);
        _library.File.Write(s => new AnswerStore(s).Add(answer, [9, 4]));
        return answer;
    }

    private Answer Make(Document document) => new()
    {
        AnswerId = ShortId.New(),
        Library = "default",
        LibraryRevision = 1,
        Question = "What flooded?",
        RewrittenQuestion = "What flooded on Monday?",
        AskedUtc = _library.Clock.Now,
        Status = AnswerStatus.Doubtful,
        Score = 0.75,
        Writer = "extractive",
        PromptHash = "feed",
        AsOf = new DateOnly(2030, 3, 1),
        NewestSource = new DateOnly(2030, 2, 3),
        Text = "“The quay flooded on Monday.” [1]\nAnd the mayor spoke.",
        Sentences = [new("“The quay flooded on Monday.” [1]", SentenceKind.Quote, [1]), new("And the mayor spoke.", SentenceKind.Summary, [])],
        Citations = [Cite(document)],
        Related = [Cite(document) with { N = 2, Start = 0, End = 19, Quote = "Rain fell all week.", Before = "", After = "The quay flooded on Monday." }],
        Withheld = [new("It cost a fortune.", "no source")],
        Notes = ["One document has no day."],
        Timings = new(1, 2, 3, 6),
    };

    private static Citation Cite(Document document) => new()
    {
        N = 1,
        DocumentId = document.Id,
        Revision = 1,
        PassageId = 1,
        Title = document.Current.Metadata.Title,
        PublishedOn = document.Current.Metadata.PublishedOn,
        PublishedFrom = document.Current.Metadata.PublishedFrom,
        Origin = document.Origin,
        FetchedUtc = document.Current.FetchedUtc,
        Start = 20,
        End = 47,
        Quote = "The quay flooded on Monday.",
        Before = "Rain fell all week.",
        After = "Nobody was hurt.",
        AlsoCarriedBy = ["Orsk Wire"],
    };
}
