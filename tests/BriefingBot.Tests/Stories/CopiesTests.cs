using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Tests.Ingestion;

namespace BriefingBot.Tests.Stories;

public sealed class CopiesTests : IDisposable
{
    private const string Report =
        "About 1,400 dockers stayed away from Port Varran on Monday, the port authority said. Two ferries were turned back before dawn and eleven ships waited in the roads.\n\n"
        + "Harbour master Ilse Tamm called the walkout unlawful and asked the dockers to return by Thursday. The union, led by Oren Vass, wants a new rota for night shifts and two more crane crews.\n\n"
        + "Talks broke off late on Sunday after nine hours. The ministry declined to comment, and no new date has been set for the parties to meet again.";

    private readonly IngestionBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_report_another_paper_carries_is_a_copy_of_the_first()
    {
        var first = Add("first", Report, "Lissa Wire", "2031-03-03");
        var second = Add("second", "From our news desk.\n\n" + Report.Replace("late on Sunday", "on Sunday night") + "\n\nMore harbour news on page four.", "Delta Post", "2031-03-04");

        Assert.Null(first.CopyOf);
        Assert.Equal("first", second.CopyOf);
        Assert.Equal("first", Add("second", "From our news desk.\n\n" + Report.Replace("late on Sunday", "on Sunday night") + "\n\nMore harbour news on page four.", "Delta Post", "2031-03-04").CopyOf);
    }

    [Fact]
    public void The_earliest_published_is_the_one_to_cite_whenever_it_came()
    {
        Add("late", Report, "Delta Post", "2031-03-05");
        Add("early", Report + "\n\nLast line.", "Lissa Wire", "2031-03-03");

        var group = Group("late")!;

        Assert.Equal("early late", string.Join(' ', group.Members.Select(m => m.DocumentId)));
        Assert.Equal(["Delta Post"], group.AlsoCarriedBy("Lissa Wire"));
        Assert.Null(bench.Library.Read(s => new Copies(s).CopyOf("early")));
    }

    [Fact]
    public void Two_reports_of_the_same_event_in_other_words_are_no_copies()
    {
        Add("first", Report, "Lissa Wire", "2031-03-03");

        var second = Add("second",
            "Port Varran came to a halt on Monday as dockers began a walkout over night shifts. Their union said 1,900 had joined and spoke of a record turnout.\n\n"
            + "Ilse Tamm, who runs the harbour, said the action broke the law. Oren Vass of the union answered that the crews had waited two years for a rota they could live with.", "Delta Post", "2031-03-03");

        Assert.Null(second.CopyOf);
    }

    [Fact]
    public void A_weekly_report_in_the_same_words_with_other_figures_is_no_copy()
    {
        const string form = "The Varran fish market sold {0} tonnes of herring, {1} tonnes of cod and {2} tonnes of mackerel this week at mean prices of {3}, {4} and {5} crowns a kilogram. "
            + "The market opens at four every morning but Sunday, and the auction of the day's landings is open to all licensed buyers of the delta and the outer islands.";
        Add("week-9", string.Format(form, 310, 122, 87, 14, 29, 19), "Varran Courier", "2031-03-01");

        Assert.Null(Add("week-10", string.Format(form, 277, 140, 93, 15, 27, 21), "Varran Courier", "2031-03-08").CopyOf);
    }

    [Fact]
    public void A_copy_corrected_into_another_text_stands_alone_again()
    {
        Add("first", Report, "Lissa Wire", "2031-03-03");
        Add("second", Report, "Delta Post", "2031-03-04");

        var corrected = Add("second", "The maritime museum reopened after four years of repairs. Its curator, Hanne Orlo, restored a brass lighthouse lamp from 1884 that hung over the old quay for a century.", "Delta Post", "2031-03-04");

        Assert.Equal(ReceiptOutcome.Updated, corrected.Outcome);
        Assert.Null(corrected.CopyOf);
        Assert.Null(Group("first"));
    }

    [Fact]
    public void Where_the_first_is_removed_its_copy_is_cited()
    {
        Add("first", Report, "Lissa Wire", "2031-03-03");
        Add("second", Report, "Delta Post", "2031-03-04");
        Add("third", Report, "Harbour News", "2031-03-05");

        bench.Library.Write(s => new DocumentStore(s).Remove("first"));

        Assert.Equal("second", bench.Library.Read(s => new Copies(s).CopyOf("third")));
        Assert.Equal("second", Add("fourth", Report, "Varran Courier", "2031-03-06").CopyOf);
    }

    [Fact]
    public void A_copy_is_found_before_and_after_the_bands_of_its_original_were_moved()
    {
        Add("first", Report, "Lissa Wire", "2031-03-03");
        BandStore.Settle(bench.Library, most: int.MaxValue);
        Assert.True(Rows("copy_bands_recent") > 0);

        BandStore.Settle(bench.Library, most: 0);

        Assert.Equal(0, Rows("copy_bands_recent"));
        Assert.True(Rows("copy_bands") > 0);
        Assert.Equal("first", Add("second", Report + "\n\nMore on page four.", "Delta Post", "2031-03-04").CopyOf);
    }

    [Fact]
    public async Task Planted_copies_are_found_and_nothing_else_is_merged()
    {
        const int originals = 600, copies = 400;
        var planted = new PlantedCopies(7);
        var items = Enumerable.Range(0, originals).Select(i => bench.Item($"original-{i}.txt", planted.Original(i)) with { DocumentId = $"original-{i}" })
            .Concat(Enumerable.Range(0, copies).Select(i => bench.Item($"copy-{i}.txt", planted.CopyOf(i)) with { DocumentId = $"copy-{i}" }))
            .ToList();

        var receipts = new List<Receipt>();
        await foreach (var receipt in bench.Ingestor.IngestAsync(bench.Library, items.ToAsyncEnumerable(), TestContext.Current.CancellationToken)) receipts.Add(receipt);

        var found = receipts.Skip(originals).Count(r => r.CopyOf == r.DocumentId!.Replace("copy", "original"));
        var wrong = receipts.Count(r => r.CopyOf is not null) - found;
        Assert.True(found >= .98 * copies, $"{found} of {copies} found");
        Assert.True(wrong <= .002 * items.Count, $"{wrong} wrong merges");
    }

    private long Rows(string table) => bench.Library.Read(s => (long)s.Prepared($"select count(*) from {table}").ExecuteScalar()!);

    private CopyGroup? Group(string id) => bench.Library.Read(s => new Copies(s).GroupOf(id));

    private Receipt Add(string id, string text, string publisher, string day) => bench.Ingest(bench.Item(id + ".txt", text) with
    {
        DocumentId = id,
        Given = new DocumentMetadata { Title = "Walkout at Port Varran", Publisher = publisher, PublishedOn = DateOnly.Parse(day), PublishedFrom = DateSource.Metadata },
    });
}
