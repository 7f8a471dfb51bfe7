using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Tests.Ingestion;

namespace BriefingBot.Tests.Stories;

public sealed class StoryClustersTests : IDisposable
{
    private readonly IngestionBench bench = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Reports_of_one_event_are_one_story_and_a_like_event_elsewhere_is_another()
    {
        Add("quake-a1", "An earthquake of magnitude 6.1 struck Ostrel province at dawn on Monday, killing at least 40 people in the town of Ostrel.", "2031-03-03");
        Add("quake-b1", "A magnitude 5.8 earthquake off the coast of Lissa island injured nine fishermen and damaged the old harbour of Lissa.", "2031-03-03");
        Add("quake-a2", "The death toll of the Ostrel earthquake rose to 52 as rescuers searched collapsed houses in the town of Ostrel at night.", "2031-03-04");
        Add("quake-b2", "Nine fishermen were injured when an earthquake shook Lissa island; the old harbour of Lissa was closed.", "2031-03-04");
        Add("museum", "The maritime museum reopened in Varran after four years of repairs to its brass lighthouse lamp.", "2031-03-04");
        StoryClusters.CatchUp(bench.Library, Cancelled);

        Assert.Equal(Story("quake-a1"), Story("quake-a2"));
        Assert.Equal(Story("quake-b1"), Story("quake-b2"));
        Assert.Equal(3, new[] { "quake-a1", "quake-b1", "museum" }.Select(Story).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_same_words_a_month_later_are_another_story()
    {
        const string text = "The Varran council voted on the harbour budget after a long debate about cranes and dredging.";
        Add("march", text + " Nobody left early.", "2031-03-03");
        Add("april", text + " Everybody left early.", "2031-04-07");
        StoryClusters.CatchUp(bench.Library, Cancelled);

        // The texts are copies: a reprint belongs to what it reprints.
        Assert.Equal("march", bench.Library.Read(s => new Copies(s).CopyOf("april")));
        Assert.Equal(Story("march"), Story("april"));

        Add("may", "A debate in the Varran council about dredging and cranes ended late; members voted on next year's budget of the harbour.", "2031-05-12");
        StoryClusters.CatchUp(bench.Library, Cancelled);
        Assert.NotEqual(Story("march"), Story("may"), StringComparer.Ordinal);
    }

    [Fact]
    public void A_story_keeps_its_id_when_more_of_it_comes()
    {
        Add("one", "About 1,400 dockers stayed away from Port Varran on Monday in a walkout over night shifts.", "2031-03-03");
        StoryClusters.CatchUp(bench.Library, Cancelled);
        var id = Story("one")!;

        Add("two", "The walkout of the dockers at Port Varran over night shifts entered its second day.", "2031-03-04");
        StoryClusters.CatchUp(bench.Library, Cancelled);

        Assert.Equal(id, Story("two"));
        Assert.Equal("one two", string.Join(' ', bench.Library.Read(s => StoryClusters.DocumentsOf(s, id))));
        Assert.Equal(id, bench.Library.Read(s => StoryClusters.Current(s, id)));
    }

    [Fact]
    public void How_arrival_is_cut_into_calls_changes_nothing()
    {
        var texts = Enumerable.Range(0, 30).Select(i => $"{(i % 3) switch { 0 => "Dockers walked out at Port Varran over night shifts", 1 => "Herring shoals returned to the Delta and boats landed tonnes", _ => "The transport ministry in Lissa named a mediator for rail" }}, report number {i} said.").ToList();
        using var other = new IngestionBench();
        foreach (var (text, i) in texts.Select((t, i) => (t, i)))
        {
            Add($"d{i}", text, "2031-03-03");
            StoryClusters.CatchUp(bench.Library, Cancelled);
            other.Ingest(other.Item($"d{i}.txt", text) with { DocumentId = $"d{i}", Given = new DocumentMetadata { PublishedOn = new DateOnly(2031, 3, 3), PublishedFrom = DateSource.Metadata } });
        }

        Assert.Equal(30, StoryClusters.CatchUp(other.Library, Cancelled));
        Assert.Equal(0, StoryClusters.CatchUp(other.Library, Cancelled));
        Assert.Equal(Groups(bench.Library), Groups(other.Library));

        string Groups(LibraryFile library) => library.Read(s => string.Join(' ', Enumerable.Range(0, 30).GroupBy(i => StoryClusters.StoryOf(s, $"d{i}"), StringComparer.Ordinal).Select(g => string.Join(',', g))));
    }

    [Fact]
    public void Fed_one_by_one_the_labelled_set_comes_out_as_promised()
    {
        var data = Environment.GetEnvironmentVariable("BRIEFINGBOT_DATA");
        Assert.SkipUnless(data is not null, "BRIEFINGBOT_DATA is not set: the stories of the labelled set are not measured.");
        var file = Path.Combine(data!, "stories-ecb-dev.jsonl");

        var metrics = new StoriesEvaluation(new Ingestor(new IngestionOptions(), TimeProvider.System), TimeProvider.System).Run(file, new EvaluationOptions(), TestContext.Current.CancellationToken);
        var batch = BatchStories.F1(file);

        TestContext.Current.SendDiagnosticMessage($"one by one {metrics.BcubedF1:F4}, in a batch {batch:F4}");
        Assert.True(metrics.BcubedF1 >= .83, metrics.ToString());
        Assert.True(Math.Abs(metrics.BcubedF1 - batch) <= .02, $"one by one {metrics.BcubedF1:F4}, in a batch {batch:F4}");
    }

    private string? Story(string id) => bench.Library.Read(s => StoryClusters.StoryOf(s, id));

    private void Add(string id, string text, string day) => Assert.Equal(ReceiptOutcome.Added, bench.Ingest(bench.Item(id + ".txt", text) with
    {
        DocumentId = id,
        Given = new DocumentMetadata { PublishedOn = DateOnly.Parse(day), PublishedFrom = DateSource.Metadata },
    }).Outcome);
}
