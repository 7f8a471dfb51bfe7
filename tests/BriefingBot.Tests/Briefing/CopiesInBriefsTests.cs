using BriefingBot.Core.Briefing;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Tests.Ingestion;

namespace BriefingBot.Tests.Briefing;

public sealed class CopiesInBriefsTests : IDisposable
{
    private const string Report =
        "About 1,400 dockers stayed away from Port Varran on Monday, the port authority said. Two ferries were turned back before dawn and eleven ships waited in the roads.\n\n"
        + "Harbour master Ilse Tamm called the walkout unlawful and asked the dockers to return by Thursday. The union, led by Oren Vass, wants a new rota for night shifts and two more crane crews.";

    private readonly IngestionBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void The_original_is_cited_over_its_copies_and_they_are_named()
    {
        Add("post", Report + "\n\nRead the weekend magazine of the Delta Post.", "Delta Post", "2031-03-05");
        Add("wire", Report, "Lissa Wire", "2031-03-03");
        Add("news", "Harbour News front page.\n\n" + Report.Replace("before dawn", "before sunrise"), "Harbour News", "2031-03-04");
        Add("other", "The maritime museum reopened after four years of repairs to its lighthouse lamp.", "Varran Courier", "2031-03-04");

        var answer = Ask("How many dockers stayed away from Port Varran?");

        var citation = Assert.Single(answer.Citations);
        Assert.Equal("wire", citation.DocumentId);
        Assert.Equal(["Delta Post", "Harbour News"], citation.AlsoCarriedBy);
        Assert.Contains("1,400", citation.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void As_of_a_day_before_the_original_the_copy_speaks_for_itself()
    {
        Add("undated", Report, "Lissa Wire", null);
        Add("post", Report + "\n\nRead the weekend magazine of the Delta Post.", "Delta Post", "2031-03-05");

        var answer = Ask("How many dockers stayed away from Port Varran?", new DateOnly(2031, 3, 6));

        Assert.All(answer.Citations, c => Assert.Equal("post", c.DocumentId));
        Assert.NotEmpty(answer.Citations);
    }

    [Fact]
    public void A_sentence_only_the_copy_has_is_cited_there()
    {
        Add("wire", Report, "Lissa Wire", "2031-03-03");
        Add("post", Report + "\n\nThe bakery on Anchor Square gave 300 loaves to the pickets, its owner Runa Feld told the Delta Post.", "Delta Post", "2031-03-05");

        var answer = Ask("How many loaves did the bakery on Anchor Square give to the pickets?");

        // Cited or, in a library this small, named as the nearest.
        Assert.Equal("post", answer.Citations.Concat(answer.Related).First().DocumentId);
    }

    private Answer Ask(string question, DateOnly? asOf = null) =>
        new Briefer(new Retriever(), new BriefingOptions(), TimeProvider.System).Ask(bench.Library, new BriefRequest(question, asOf, BriefLength.Short), TestContext.Current.CancellationToken);

    private void Add(string id, string text, string publisher, string? day) => bench.Ingest(bench.Item(id + ".txt", text) with
    {
        DocumentId = id,
        Given = new DocumentMetadata { Title = "Walkout", Publisher = publisher, PublishedOn = day is null ? null : DateOnly.Parse(day), PublishedFrom = day is null ? null : DateSource.Metadata },
    });
}
