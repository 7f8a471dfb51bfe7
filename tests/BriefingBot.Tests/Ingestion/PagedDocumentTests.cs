using BriefingBot.Core.Briefing;
using BriefingBot.Core.Commands.Memos;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;
using BriefingBot.Tests.Ingestion.Readers;

namespace BriefingBot.Tests.Ingestion;

public sealed class PagedDocumentTests
{
    [Fact]
    public void A_quote_from_a_PDF_names_the_page_it_stands_on()
    {
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "pdftotext"))), "pdftotext is not installed: PDFs are not read here (install poppler-utils).");
        using var bench = new IngestionBench();
        var pdf = new TinyPdf();
        for (var page = 1; page <= 14; page++)
            pdf.Page().Lines(72, 100, page == 12 ? "The mediator Ines Vaal put the cost of the strike at ninety million crowns." : $"Leaf {page} tells of tides, of weather and of ships in the northern sound.");

        var receipt = bench.Ingest(new IngestItem(new SourceBytes("paper.pdf", pdf.ToBytes(), bench.Time.Now)));
        var answer = new Briefer(new Retriever(), new BriefingOptions(), bench.Time).Ask(bench.Library, new BriefRequest("What cost of the strike did the mediator Ines Vaal name?"), CancellationToken.None);

        Assert.Equal(14, bench.Find(receipt.DocumentId).Current.Metadata.Pages!.Starts.Count);
        var citation = answer.Citations[0];
        Assert.Equal(12, citation.Page);
        Assert.EndsWith(", p. 12", AnswerReplies.Source(citation, new DateOnly(2031, 3, 6)).Title, StringComparison.Ordinal);
        Assert.Contains("p. 12", Memo.Origin(citation), StringComparison.Ordinal);
    }
}
