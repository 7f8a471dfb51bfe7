using BriefingBot.Core.Briefing;
using BriefingBot.Core.Commands.Memos;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Tests.Ingestion.Corrections;

public sealed class CorrectionTests : IDisposable
{
    private const string Origin = "https://courier.example/walkout";
    private const string First = "Walkout empties Port Varran\n\nAbout 1,400 dockers stayed away from Port Varran on Monday. The port authority said two ferries were turned back before dawn.\n\nHarbour master Ilse Tamm called the walkout unlawful. She asked the dockers to return by Thursday.";
    private const string Notice = "Correction: an earlier version gave the number of dockers as 1,400.";
    private readonly IngestionBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_corrected_number_flags_the_answer_that_quoted_it_and_shows_both_texts()
    {
        bench.Ingest(Origin, First);
        var answer = Ask("How many dockers stayed away from Port Varran?");
        Assert.Contains("1,400", answer.Citations[0].Quote, StringComparison.Ordinal);
        bench.Time.Now = bench.Time.Now.AddDays(1);

        var receipt = bench.Ingest(Origin, First.Replace("About 1,400 dockers", "About 1,900 dockers", StringComparison.Ordinal) + "\n\n" + Notice);

        Assert.Equal((ReceiptOutcome.Updated, "it says that it was corrected; 1 past answer quotes what changed"), (receipt.Outcome, receipt.Reason));
        var reopened = Reopen(answer);
        var correction = Assert.Single(reopened.Corrections);
        Assert.Equal((1, CorrectionKind.Corrected, true, bench.Time.Now), (correction.N, correction.Kind, correction.Gone, correction.NoticedUtc));
        Assert.Equal($"[1] was corrected since (noticed 7 Mar 2031); the quote no longer stands there: “{Notice}”", Assert.Single(reopened.Cautions));
        var citation = reopened.Citations[0];
        Assert.Equal((CitationStatus.Superseded, answer.Citations[0].Quote, 1), (citation.Status, citation.Quote, citation.Revision));
        Assert.Equal((2, "About 1,900 dockers stayed away from Port Varran on Monday."), (citation.Now!.Revision, citation.Now.Quote));
        var current = bench.Find(citation.DocumentId).Current.Text;
        Assert.Equal(citation.Now.Quote, current[citation.Now.Start!.Value..citation.Now.End!.Value]);
        Assert.Equal((NoticeKind.Corrected, Notice), (citation.Notice!.Kind, citation.Notice.Quote));
        foreach (var memo in (string[])[Memo.Write(reopened, MemoFormat.Markdown), Memo.Write(reopened, MemoFormat.Html)])
        {
            Assert.Contains("1,400", memo, StringComparison.Ordinal);
            Assert.Contains("1,900", memo, StringComparison.Ordinal);
            Assert.Contains("was corrected since", memo, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_sentence_that_is_gone_is_said_to_be_gone()
    {
        bench.Ingest(Origin, First);
        var answer = Ask("What did Ilse Tamm call the walkout?");

        bench.Ingest(Origin, First.Replace("Harbour master Ilse Tamm called the walkout unlawful. ", "", StringComparison.Ordinal));

        var reopened = Reopen(answer);
        Assert.Equal((CorrectionKind.Changed, true), (Assert.Single(reopened.Corrections).Kind, reopened.Corrections[0].Gone));
        Assert.Null(reopened.Citations[0].Now!.Quote);
    }

    [Fact]
    public void A_change_elsewhere_in_the_page_flags_nothing()
    {
        bench.Ingest(Origin, First);
        var answer = Ask("What did Ilse Tamm call the walkout?");

        bench.Ingest(Origin, First.Replace("two ferries", "three ferries", StringComparison.Ordinal));

        var reopened = Reopen(answer);
        Assert.Empty(reopened.Corrections);
        Assert.Equal((CitationStatus.Superseded, reopened.Citations[0].Quote), (reopened.Citations[0].Status, reopened.Citations[0].Now!.Quote));
        Assert.Equal(CorrectionKind.Changed, Assert.Single(All()).Kind);
    }

    [Fact]
    public void A_withdrawn_document_flags_every_answer_that_quotes_it_and_is_labelled_in_the_next_brief()
    {
        bench.Ingest(Origin, First);
        var answer = Ask("What did Ilse Tamm call the walkout?");

        bench.Ingest(Origin, First + "\n\nThis article has been retracted.");

        var correction = Assert.Single(Reopen(answer).Corrections);
        Assert.Equal((CorrectionKind.Retracted, false), (correction.Kind, correction.Gone));
        var next = Ask("What did Ilse Tamm call the walkout?");
        Assert.Contains("retracted since: “Harbour master", next.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal("[1] Retracted: “This article has been retracted.”", Assert.Single(next.Cautions));
        Assert.Equal(2, next.Citations[0].Revision);
    }

    [Fact]
    public void A_notice_in_a_box_beside_the_text_counts_as_one_in_it()
    {
        const string page = "<html><head><title>Tugs idle</title></head><body><article><h1>Tugs idle</h1><p>The tugs of Port Varran lay idle all week, the harbour master said on Friday. Nobody in the port authority could say when they would sail again.</p><p>The owners want talks before Easter, and the union has asked for a mediator from the ministry.</p>BOX</article></body></html>";
        bench.Ingest(Origin, page.Replace("BOX", "", StringComparison.Ordinal));
        var answer = Ask("What did the harbour master say of the tugs?");

        var id = bench.Ingest(Origin, page.Replace("BOX", "<aside><p>Editor's note: This article has been retracted.</p><p>Correction: Opioid prices in another story</p></aside>", StringComparison.Ordinal)).DocumentId!;

        var notice = Assert.Single(bench.Library.Read(s => new CorrectionStore(s).Notices(new DocumentStore(s).Find(id)!.Current)));
        Assert.Equal((NoticeKind.Retracted, "Editor's note: This article has been retracted.", (int?)null), (notice.Kind, notice.Quote, notice.Start));
        Assert.Equal(CorrectionKind.Retracted, Assert.Single(Reopen(answer).Corrections).Kind);
        bench.Library.Write(s => new DocumentStore(s).Purge(id));
        Assert.DoesNotContain("Editor", string.Join(' ', Reopen(answer).Cautions), StringComparison.Ordinal);
    }

    [Fact]
    public void Cleaning_old_bytes_again_is_no_correction()
    {
        var receipt = bench.Ingest(Origin, First);
        bench.Library.Write(s =>
        {
            var current = new DocumentStore(s).Find(receipt.DocumentId!)!.Current;
            new DocumentStore(s).AddRevision(receipt.DocumentId!, new NewRevision(current.Text + "\n\nLeave a Reply", current.Metadata, current.FetchedUtc, RevisionCause.Recleaned, 0, current.ContentHash, [], null));
        });

        // New bytes that say the same: what differs is only what the older cleaner had left in.
        bench.Ingest(Origin, First + "\n");

        Assert.Empty(All());
    }

    [Fact]
    public void The_same_text_in_other_bytes_is_a_revision_and_no_correction()
    {
        bench.Ingest(Origin, First);

        Assert.Equal(ReceiptOutcome.Updated, bench.Ingest(Origin, First + "\n\n").Outcome);

        Assert.Empty(All());
    }

    [Fact]
    public void A_notice_that_stays_is_told_once()
    {
        bench.Ingest(Origin, First + "\n\n" + Notice);
        bench.Ingest(Origin, First.Replace("two ferries", "three ferries", StringComparison.Ordinal) + "\n\n" + Notice);

        Assert.Equal(CorrectionKind.Changed, Assert.Single(All()).Kind);
        Assert.Equal(NoticeKind.Corrected, Assert.Single(bench.Library.Read(s => new CorrectionStore(s).Standing())).Value);
    }

    [Fact]
    public void A_purge_leaves_no_word_of_a_notice()
    {
        var id = bench.Ingest(Origin, First).DocumentId!;
        var answer = Ask("How many dockers stayed away from Port Varran?");
        bench.Ingest(Origin, First.Replace("1,400 dockers", "1,900 dockers", StringComparison.Ordinal) + "\n\n" + Notice);

        bench.Library.Write(s => new DocumentStore(s).Purge(id));

        var reopened = Reopen(answer);
        Assert.DoesNotContain("earlier version", string.Join(' ', reopened.Cautions), StringComparison.Ordinal);
        Assert.Empty(reopened.Citations[0].Quote);
    }

    private Answer Ask(string question) => new Briefer(new Retriever(), new BriefingOptions(), bench.Time).Ask(bench.Library, new BriefRequest(question, Length: BriefLength.Short));

    private Answer Reopen(Answer answer) => bench.Library.Read(s => new AnswerStore(s).Find(answer.AnswerId))!;

    private IReadOnlyList<Correction> All() => bench.Library.Read(s => new CorrectionStore(s).Since(DateTimeOffset.MinValue));
}
