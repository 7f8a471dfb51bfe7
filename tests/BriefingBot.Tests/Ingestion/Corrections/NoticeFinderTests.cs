using BriefingBot.Core.Ingestion.Corrections;
using BriefingBot.Core.Libraries.Corrections;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Corrections;

public sealed class NoticeFinderTests
{
    private const string Before = "The cranes of Port Varran stood still on Monday. Nobody said why.\n\n";
    private const string After = "\n\nThe harbour master will speak on Friday.";

    [Theory]
    [InlineData("This article was corrected on 4 March to give the right number of ferries.")]
    [InlineData("This story has been corrected.")]
    [InlineData("This report, first published on Monday, has since been amended.")]
    [InlineData("An earlier version of this article misstated the name of the harbour master.")]
    [InlineData("Correction: the harbour master is Ilse Tamm, not Ilsa Tam.")]
    [InlineData("Correction (4 March): the harbour master is Ilse Tamm.")]
    [InlineData("Correction, 7 March: we misheard the number on the telephone.")]
    [InlineData("CORRECTION — Ilse Tamm has been harbour master since 2029.")]
    [InlineData("Clarification: the ferries are run by the city.")]
    [InlineData("Editor’s note: A previous version misidentified the vessel.")]
    [InlineData("Editor's note: the figure in the second paragraph was given wrongly.")]
    [InlineData("Corrections and clarifications: two ferries sailed, not three.")]
    [InlineData("Este artículo ha sido corregido para precisar el nombre del puerto.")]
    [InlineData("Una versión anterior de este artículo daba otra cifra.")]
    [InlineData("Fe de errores: la huelga empezó el lunes.")]
    [InlineData("Cet article a été corrigé mardi.")]
    [InlineData("Rectificatif : la grève a commencé lundi.")]
    [InlineData("Dieser Artikel wurde am 4. März korrigiert.")]
    [InlineData("In einer früheren Version hieß es, der Streik habe am Dienstag begonnen.")]
    [InlineData("Korrektur: Der Streik begann am Montag.")]
    [InlineData("Esta reportagem foi corrigida na terça-feira.")]
    [InlineData("Questo articolo è stato corretto martedì.")]
    [InlineData("Dit artikel is gisteren gecorrigeerd.")]
    [InlineData("В предыдущей версии была указана другая дата.")]
    [InlineData("更正：罢工始于星期一。")]
    [InlineData("本文已更正港口的名称。")]
    [InlineData("تصحيح: بدأ الإضراب يوم الاثنين.")]
    public void A_text_that_says_it_was_corrected_is_found_in_its_own_words(string notice) => Found(notice, NoticeKind.Corrected);

    [Theory]
    [InlineData("This article has been retracted.")]
    [InlineData("This story was withdrawn on 5 March because its source could not be confirmed.")]
    [InlineData("We have retracted this report and apologise to the harbour master.")]
    [InlineData("Retraction: the walkout reported here did not take place.")]
    [InlineData("Editor's note: This article has been withdrawn after an internal review.")]
    [InlineData("Este artículo ha sido retirado por el diario.")]
    [InlineData("Cet article a été retiré.")]
    [InlineData("Dieser Beitrag wurde zurückgezogen.")]
    [InlineData("Esta matéria foi retirada do ar.")]
    [InlineData("Questo articolo è stato ritirato.")]
    [InlineData("Dit bericht is ingetrokken.")]
    [InlineData("Этот материал снят с публикации.")]
    [InlineData("本文已撤回。")]
    [InlineData("تم سحب هذا المقال.")]
    public void A_text_that_says_it_is_withdrawn_is_found_in_its_own_words(string notice) => Found(notice, NoticeKind.Retracted);

    [Theory]
    [InlineData("The paper on sea levels has been retracted by the journal, the institute said.")]
    [InlineData("The ministry corrected its figures and withdrew the report.")]
    [InlineData("“This article was corrected,” the editor told the court.")]
    [InlineData("Analysts expect a correction of the market by June.")]
    [InlineData("Correction officers at the Varran prison went on strike.")]
    [InlineData("This report was corrected for inflation and covers ten years.")]
    [InlineData("Troops have withdrawn from this town.")]
    [InlineData("Update: the ferries sail again.")]
    [InlineData("Note: tickets are sold at the quay.")]
    [InlineData("Editor's note: our reporter travelled as a guest of the port authority.")]
    [InlineData("Correction\n\nShares of Port Varran Lines fell by a tenth and may fall further.")]
    [InlineData("The ambassador was withdrawn on Monday. This is the third time.")]
    public void News_about_corrections_elsewhere_is_none(string text) => Assert.Empty(NoticeFinder.Find("Cranes idle", Before + text + After));

    [Fact]
    public void A_label_on_a_line_of_its_own_goes_with_its_paragraph()
    {
        const string notice = "Correction\n\nAn earlier edition gave the number of ferries wrongly: there are three.";

        Found(notice, NoticeKind.Corrected);
    }

    [Theory]
    [InlineData("RETRACTED: Walkout empties Port Varran", NoticeKind.Retracted)]
    [InlineData("CORRECTED-Walkout empties Port Varran", NoticeKind.Corrected)]
    public void A_title_says_so_too(string title, NoticeKind kind) => Assert.Equal(new Notice(kind, null), Assert.Single(NoticeFinder.Find(title, Before)));

    [Theory]
    [InlineData("Corrections officers walk out")]
    [InlineData("Retracted wing, happy landing")]
    [InlineData("Update: ferries sail again")]
    public void A_title_about_something_else_says_nothing(string title) => Assert.Empty(NoticeFinder.Find(title, Before));

    [Fact]
    public void Any_text_gives_ranges_inside_it_in_order()
    {
        var words = Gen.Elements("Correction", ":", "this article", " has been corrected", "retracted this", "\n", " ", ".", "“", "编者按", "：", "İ", "\ud83d", "Dieser Artikel", "korrigiert", "editor’s note", "-", "(4");
        Prop.ForAll(Gen.ListOf(words).Select(string.Concat).ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var range in NoticeFinder.Find("", text).Select(n => n.Range!.Value))
            {
                if (range.Start < end || range.End <= range.Start || range.End > text.Length) return false;
                end = range.End;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_long_text_of_hints_is_read_in_one_pass()
    {
        var text = string.Concat(Enumerable.Repeat("correction this article corrected ", 60_000));

        Assert.InRange(NoticeFinder.Find("", text).Count, 0, 8);
    }

    private static void Found(string notice, NoticeKind kind)
    {
        var text = Before + notice + After;

        var found = Assert.Single(NoticeFinder.Find("Cranes idle", text));

        Assert.Equal((kind, notice), (found.Kind, found.Range!.Value.Of(text)));
    }
}
