namespace BriefingBot.Core.Ingestion.Corrections;

/// <summary>How the texts of one language speak of their own corrections. All in lower case, with straight apostrophes.</summary>
/// <param name="Subjects">Names a text has for itself: "this article". A verb counts only behind one of them, in the same sentence.</param>
/// <param name="Corrected">Verbs of correcting, as they stand behind a subject.</param>
/// <param name="Retracted">Verbs of withdrawing.</param>
/// <param name="CorrectedAlone">What says by itself that a text was corrected: "an earlier version of this".</param>
/// <param name="RetractedAlone">What says by itself that a text is withdrawn: "we have retracted this".</param>
/// <param name="Labels">Words before a colon at the beginning of a line.</param>
/// <param name="RetractedLabels">The same, of withdrawing.</param>
/// <param name="NoteLabels">Labels that count only where the line speaks of a mistake.</param>
/// <param name="Mistakes">Words that speak of one.</param>
internal sealed record NoticeLanguage(
    string[] Subjects, string[] Corrected, string[] Retracted, string[] CorrectedAlone, string[] RetractedAlone,
    string[] Labels, string[] RetractedLabels, string[] NoteLabels, string[] Mistakes);

/// <summary>Our own lists, written from how newsrooms of each language usually put it.</summary>
internal static class NoticePhrases
{
    public static IReadOnlyList<NoticeLanguage> All { get; } =
    [
        new(
            ["this article", "this story", "this report", "this piece", "this post", "this page", "this item", "this dispatch", "this paper", "this column", "this interview", "this headline", "this version", "this news item"],
            ["been corrected", "was corrected", "were corrected", "been amended", "was amended", "to correct", "been clarified", "was clarified", "contained an error", "contained errors", "contained incorrect", "originally misstated", "incorrectly stated", "incorrectly said"],
            ["been retracted", "was retracted", "is retracted", "been withdrawn", "was withdrawn", "is withdrawn", "been taken down", "been removed because", "been removed after", "been removed from publication"],
            ["an earlier version of this", "a previous version of this", "earlier versions of this", "previous versions of this", "the original version of this", "corrected this article", "corrected this story", "corrected this report", "an earlier version of the article", "an earlier version of the story"],
            ["retracted this", "retracting this", "retracts this", "withdrawn this article", "withdrawn this story", "withdrawn this report", "withdrawing this article", "withdrawing this story", "withdraws this article", "withdraws this story"],
            ["correction", "corrections", "corrected", "clarification", "erratum", "correction and clarification", "corrections and clarifications", "corrects"],
            ["retraction", "retracted", "withdrawn", "notice of retraction"],
            ["editor's note", "editors' note", "editor's notes", "note to readers", "publisher's note", "update", "updated", "note"],
            ["correct", "misstat", "inaccura", "earlier version", "previous version", "in error", "an error", "errors", "erroneous", "wrongly", "mistaken", "misidentif", "misspell", "retract", "withdr", "amended"]),
        new(
            ["este artículo", "esta noticia", "esta nota", "esta información", "esta versión", "este reportaje", "este texto", "esta publicación", "este despacho"],
            ["ha sido corregid", "fue corregid", "se ha corregido", "se corrigió", "ha sido rectificad", "para corregir", "ha sido enmendad"],
            ["ha sido retirad", "fue retirad", "se ha retirado", "ha sido retractad", "queda retirad", "queda anulad"],
            ["una versión anterior de est", "una versión previa de est", "la versión original de est", "hemos corregido est"],
            ["hemos retirado est", "ha retirado est"],
            ["corrección", "correcciones", "rectificación", "fe de errores", "fe de erratas", "fe de errata", "aclaración"],
            ["retractación", "retirado", "retirada"],
            ["nota del editor", "nota de la editora", "nota de la redacción", "nota de redacción", "actualización"],
            ["corregi", "correcci", "rectific", "versión anterior", "error", "errónea", "erróneo", "equivoc", "retirad", "retract"]),
        new(
            ["cet article", "cette dépêche", "ce texte", "cette information", "ce reportage", "cette version", "ce papier", "cette publication"],
            ["a été corrigé", "a été rectifié", "pour corriger", "a été amendé", "comportait une erreur", "contenait une erreur"],
            ["a été retiré", "a été rétracté", "est retiré", "est annulé", "a été annulé", "a été dépublié"],
            ["une version antérieure de ce", "une version précédente de ce", "une première version de ce", "la version initiale de ce", "nous avons corrigé ce"],
            ["nous avons retiré ce", "nous retirons ce"],
            ["correction", "rectificatif", "rectification", "erratum", "errata", "mise au point"],
            ["rétractation", "annulation de la dépêche", "dépêche annulée"],
            ["note de la rédaction", "ndlr", "note de l'éditeur", "mise à jour", "précision"],
            ["corrig", "correction", "rectifi", "version antérieure", "version précédente", "erreur", "erroné", "inexact", "retiré", "rétract"]),
        new(
            ["dieser artikel", "dieser beitrag", "diese meldung", "dieser text", "dieser bericht", "in diesem artikel", "in diesem beitrag", "in dieser meldung", "diesen artikel", "diesen beitrag"],
            ["korrigiert", "berichtigt", "richtiggestellt"],
            ["zurückgezogen", "zurückgenommen", "depubliziert"],
            ["in einer früheren version", "in einer früheren fassung", "eine frühere version dies", "eine frühere fassung dies", "in einer ersten version", "in der ursprünglichen version", "in einer vorherigen version"],
            [],
            ["korrektur", "korrekturhinweis", "berichtigung", "richtigstellung", "klarstellung", "erratum"],
            ["zurückgezogen", "widerruf"],
            ["anmerkung der redaktion", "anm. d. red.", "hinweis der redaktion", "hinweis", "update"],
            ["korrig", "berichtig", "richtiggestellt", "früheren version", "früheren fassung", "fehler", "fälschlich", "irrtümlich", "falsch", "zurückgezogen"]),
        new(
            ["este artigo", "esta matéria", "esta reportagem", "esta notícia", "este texto", "esta versão", "esta publicação"],
            ["foi corrigid", "foi retificad", "para corrigir", "continha um erro", "continha erro"],
            ["foi retirad", "foi despublicad", "foi retratad", "foi removida por", "foi removido por"],
            ["uma versão anterior dest", "a versão original dest", "versão anterior desta", "corrigimos est"],
            ["retiramos est"],
            ["correção", "errata", "erramos", "retificação", "esclarecimento"],
            ["retratação"],
            ["nota da redação", "nota do editor", "nota da editora", "atualização"],
            ["corrig", "correção", "retific", "versão anterior", "erro", "errad", "equivoc", "retirad"]),
        new(
            ["questo articolo", "questa notizia", "questo testo", "questa versione", "questo servizio", "questo pezzo"],
            ["è stato corretto", "è stata corretta", "è stato rettificato", "è stata rettificata", "per correggere", "conteneva un errore"],
            ["è stato ritirato", "è stata ritirata", "è stato ritrattato", "è stata ritrattata", "è stata annullata"],
            ["una versione precedente di quest", "una precedente versione di quest", "la versione originale di quest"],
            ["abbiamo ritirato quest"],
            ["correzione", "rettifica", "errata corrige", "precisazione"],
            ["ritrattazione"],
            ["nota della redazione", "nota dell'editore", "ndr", "aggiornamento"],
            ["corre", "rettific", "versione precedente", "precedente versione", "errore", "errat", "sbaglia", "ritirat"]),
        new(
            ["dit artikel", "dit bericht", "deze tekst", "dit verhaal", "dit stuk", "deze versie", "in dit artikel"],
            ["gecorrigeerd", "gerectificeerd", "verbeterd", "rechtgezet"],
            ["ingetrokken", "teruggetrokken", "offline gehaald"],
            ["in een eerdere versie", "een eerdere versie van dit", "in een vorige versie", "in de oorspronkelijke versie"],
            [],
            ["correctie", "rectificatie", "rechtzetting", "erratum", "aanvulling en verbetering"],
            ["intrekking", "ingetrokken"],
            ["noot van de redactie", "naschrift van de redactie", "redactionele noot", "update"],
            ["correct", "gecorrig", "rectific", "eerdere versie", "fout", "onjuist", "abusievelijk", "ingetrokken"]),
        new(
            ["эта статья", "эта новость", "этот материал", "эта публикация", "в этой статье", "в этой новости", "в этом материале", "этот текст"],
            ["исправлен", "исправлена", "уточнен", "уточнён", "были исправлены", "внесены исправления", "была допущена ошибка"],
            ["отозван", "снят с публикации", "снята с публикации", "удалена по", "удален по"],
            ["в предыдущей версии", "в более ранней версии", "в первоначальной версии", "в ранней версии"],
            [],
            ["исправление", "поправка", "уточнение", "опровержение"],
            ["отзыв публикации"],
            ["от редакции", "примечание редакции", "обновлено", "обновление"],
            ["исправ", "ошибк", "ошибочн", "неверно", "версии", "уточн", "отозван"]),
        new(
            ["本文", "本报道", "本報道", "本稿", "本篇报道", "本篇報道"],
            ["更正", "修正", "订正", "訂正", "勘误", "勘誤"],
            ["撤回", "撤稿", "撤銷", "撤销", "已撤下"],
            ["本文较早版本", "本文早前版本", "本文先前版本", "本文較早版本", "此前版本", "早前版本"],
            [],
            ["更正", "勘误", "勘誤", "订正", "訂正", "更正启事", "更正啟事"],
            ["撤稿声明", "撤稿聲明", "撤稿"],
            ["编者按", "編者按", "编者注", "編者註", "更新"],
            ["更正", "错误", "錯誤", "有误", "有誤", "误", "誤", "撤"]),
        new(
            ["هذا المقال", "هذه المقالة", "هذا الخبر", "هذا التقرير"],
            ["تم تصحيحه", "جرى تصحيحه", "صُحح", "صحح"],
            ["تم سحبه", "جرى سحبه", "سُحب"],
            ["تم تصحيح هذا", "جرى تصحيح هذا", "تم تصحيح هذه", "في نسخة سابقة من هذا", "نسخة سابقة من هذا"],
            ["تم سحب هذا", "جرى سحب هذا", "تم سحب هذه"],
            ["تصحيح", "تصويب", "توضيح"],
            ["سحب خبر", "سحب مقال"],
            ["ملاحظة المحرر", "ملاحظة من المحرر", "تنويه"],
            ["تصحيح", "خطأ", "بالخطأ", "نسخة سابقة", "سحب"]),
    ];
}
