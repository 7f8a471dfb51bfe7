using Dapper;

namespace BriefingBot.Core.Libraries;

/// <summary>Blanks what past answers say from a document.</summary>
internal static class AnswerPurgeStore
{
    /// <summary>What stands where a sentence was.</summary>
    public const string Gone = "[removed]";

    /// <summary>
    /// Every sentence that rests on the document becomes <see cref="Gone"/> with its numbers, in the sentences and in the text; claims withheld
    /// from such an answer may be the document's words too, and go.
    /// </summary>
    public static void Blank(LibrarySession session, string documentId)
    {
        var store = new AnswerStore(session);
        var ids = session.Connection.Query<string>(
            """
            select distinct c.answer_id from answer_citations c join revisions r on r.id = c.revision_id where r.document_id = $documentId
            """, new { documentId }, session.Transaction).AsList();
        foreach (var id in ids) AnswerStore.SaveWords(session, Blanked(store.Find(id)!, documentId));
    }

    internal static Answer Blanked(Answer answer, string documentId)
    {
        var quoted = answer.Citations.Where(c => string.Equals(c.DocumentId, documentId, StringComparison.Ordinal)).Select(c => c.N).ToHashSet();
        var quotes = answer.Citations.Concat(answer.Related).Where(c => string.Equals(c.DocumentId, documentId, StringComparison.Ordinal)).Select(c => c.Quote)
            .Where(q => q.Length > 0).OrderByDescending(q => q.Length).ToList();
        var sentences = answer.Sentences.Select(s => s.Citations.Any(quoted.Contains) ? s with { Text = Stub(s) } : s).ToList();
        return answer with
        {
            Text = Text(answer, sentences, quotes),
            Sentences = sentences,
            Withheld = [.. answer.Withheld.Select(w => w with { Text = Gone })],
            Notes = [.. answer.Notes.Select(note => Without(note, quotes))],
        };
    }

    // The layout of the text is its writer's; where a sentence does not stand in it as such, the text is made again from the sentences.
    private static string Text(Answer answer, List<AnswerSentence> sentences, List<string> quotes)
    {
        var text = answer.Text;
        for (var i = 0; i < sentences.Count; i++)
        {
            var old = answer.Sentences[i].Text;
            if (ReferenceEquals(answer.Sentences[i], sentences[i])) continue;
            if (old.Length == 0 || !text.Contains(old, StringComparison.Ordinal)) return Without(string.Join('\n', sentences.Select(s => s.Text)), quotes);
            text = text.Replace(old, sentences[i].Text, StringComparison.Ordinal);
        }

        return Without(text, quotes);
    }

    private static string Stub(AnswerSentence sentence) => Gone + string.Concat(sentence.Citations.Select(n => $" [{n}]"));

    private static string Without(string text, List<string> quotes) =>
        quotes.Aggregate(text, (rest, quote) => rest.Replace(quote, Gone, StringComparison.Ordinal));
}
