using BriefingBot.Core.Text;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries.Corrections;

/// <summary>What texts say of themselves, documents that changed, and the past answers that touches.</summary>
public sealed class CorrectionStore(LibrarySession session)
{
    private const string Select =
        """
        select c.id, c.document_id, r.title, r.publisher, p.number, c.revision_id, r.number, c.kind, c.noticed_utc,
               (select count(distinct a.answer_id) from answer_corrections a where a.correction_id = c.id)
        from corrections c join revisions r on r.id = c.revision_id join revisions p on p.id = c.previous_id
        """;

    /// <summary>Stores what a text says of itself.</summary>
    public void AddNotices(Revision revision, IReadOnlyList<Notice> notices)
    {
        ArgumentNullException.ThrowIfNull(revision);
        ArgumentNullException.ThrowIfNull(notices);
        for (var i = 0; i < notices.Count; i++)
        {
            session.Prepared("insert into revision_notices (revision_id, ordinal, kind, start_at, end_at, removed_part) values ($revision, $ordinal, $kind, $start, $end, $part)")
                .Bind("$revision", revision.Id).Bind("$ordinal", i).Bind("$kind", notices[i].Kind.ToStored())
                .Bind("$start", notices[i].Range?.Start).Bind("$end", notices[i].Range?.End).Bind("$part", notices[i].RemovedPart).ExecuteNonQuery();
        }
    }

    /// <summary>
    /// Notes that a document says something else than before, and which past answers that touches: those whose quote is gone, and where the text
    /// says that it was corrected or withdrawn all that quote it. Nothing where the text is the same.
    /// </summary>
    /// <returns>How, and how many past answers it touches; null where the text is the same.</returns>
    public (CorrectionKind Kind, int Answers)? Add(Revision previous, Revision revision, IReadOnlyList<Notice> notices)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(revision);
        var known = Notices(previous).ToList();
        var fresh = notices.Where(n => !known.Exists(k => k.Kind == n.Kind && string.Equals(k.Quote, QuoteOf(revision, n), StringComparison.Ordinal))).ToList();
        if (fresh.Count == 0 && string.Equals(previous.Text, revision.Text, StringComparison.Ordinal)) return null;
        var kind = fresh.Exists(n => n.Kind == NoticeKind.Retracted) ? CorrectionKind.Retracted : fresh.Count > 0 ? CorrectionKind.Corrected : CorrectionKind.Changed;
        var id = session.Prepared("insert into corrections (document_id, previous_id, revision_id, kind, noticed_utc) values ($document, $previous, $revision, $kind, $now)")
            .Bind("$document", revision.DocumentId).Bind("$previous", previous.Id).Bind("$revision", revision.Id).Bind("$kind", kind.ToStored())
            .Bind("$now", session.File.Time.GetUtcNow().ToStored()).InsertedId();
        return (kind, Flag(id, kind, revision));
    }

    /// <summary>What a text says of itself, in its order; empty where it says nothing.</summary>
    public IReadOnlyList<DocumentNotice> Notices(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var notices = new List<DocumentNotice>();
        using var row = session.Prepared("select kind, start_at, end_at, removed_part from revision_notices where revision_id = $id order by ordinal").Bind("$id", revision.Id).ExecuteReader();
        while (row.Read())
        {
            var notice = new Notice(Binding.Word<NoticeKind>(row.GetString(0)), row.IsDBNull(1) ? null : new TextRange(row.GetInt32(1), row.GetInt32(2)), row.IsDBNull(3) ? null : row.GetInt32(3));
            var inText = notice.RemovedPart is null ? notice.Range : null;
            notices.Add(new DocumentNotice(notice.Kind, QuoteOf(revision, notice), revision.Number, inText?.Start, inText?.End));
        }

        return notices;
    }

    /// <summary>The weightiest of them: that it is withdrawn before that it was corrected. Null where it says nothing.</summary>
    public DocumentNotice? Notice(Revision revision) => Notices(revision).OrderByDescending(n => n.Kind).FirstOrDefault(n => n.Quote.Length > 0);

    /// <summary>Documents whose current text says that it was corrected or is withdrawn, by id.</summary>
    public IReadOnlyDictionary<string, NoticeKind> Standing()
    {
        var standing = new Dictionary<string, NoticeKind>(StringComparer.Ordinal);
        using var row = session.Prepared(
            """
            select d.id, max(n.kind) from revision_notices n join documents d on d.current_revision_id = n.revision_id
            where d.removed_utc is null group by d.id
            """).ExecuteReader();
        while (row.Read()) standing[row.GetString(0)] = Binding.Word<NoticeKind>(row.GetString(1));
        return standing;
    }

    /// <summary>Corrections of documents in the library whose new text came in this span of revision ids (after the first, through the second), oldest first.</summary>
    /// <param name="afterRevision">0 for all.</param>
    /// <param name="throughRevision">The newest revision's id, or <see cref="long.MaxValue"/>.</param>
    public IReadOnlyList<Correction> Between(long afterRevision, long throughRevision) => Read(session.Prepared(
        $"{Select} join documents d on d.id = c.document_id where c.revision_id > $after and c.revision_id <= $through and d.removed_utc is null order by c.id")
        .Bind("$after", afterRevision).Bind("$through", throughRevision));

    /// <summary>Corrections noticed since an instant, of documents in the library, oldest first.</summary>
    public IReadOnlyList<Correction> Since(DateTimeOffset since) => Read(session.Prepared(
        $"{Select} join documents d on d.id = c.document_id where c.noticed_utc >= $since and d.removed_utc is null order by c.id").Bind("$since", since.ToStored()));

    /// <summary>Corrections of one document, oldest first.</summary>
    public IReadOnlyList<Correction> Of(string documentId) => Read(session.Prepared($"{Select} where c.document_id = $id order by c.id").Bind("$id", documentId));

    /// <summary>Number of past answers that a correction touches.</summary>
    public int TouchedAnswers() => (int)(long)session.Prepared("select count(distinct answer_id) from answer_corrections").ExecuteScalar()!;

    /// <summary>What a past answer's numbers were touched by, the weightiest of each, in the order of the numbers.</summary>
    public IReadOnlyList<AnswerCorrection> OfAnswer(string answerId)
    {
        var rows = new List<(int N, bool Gone, long Correction)>();
        using (var row = session.Prepared("select n, gone, correction_id from answer_corrections where answer_id = $id order by n, correction_id").Bind("$id", answerId).ExecuteReader())
            while (row.Read()) rows.Add((row.GetInt32(0), row.GetInt32(1) != 0, row.GetInt64(2)));
        return [.. rows.GroupBy(r => r.N).Select(numbers => Weightiest(numbers.Key, [.. numbers.Select(r => (One(r.Correction), r.Gone))]))];
    }

    private static AnswerCorrection Weightiest(int n, List<(Correction Correction, bool Gone)> all)
    {
        var correction = all.OrderByDescending(c => c.Correction.Kind).ThenByDescending(c => c.Correction.Id).First().Correction;
        var gone = all.Exists(c => c.Gone);
        return new AnswerCorrection(n, correction.DocumentId, correction.Kind, gone, correction.NoticedUtc, CorrectionWords.OfAnswer(n, correction.Kind, gone, correction.NoticedUtc, correction.Notice));
    }

    private Correction One(long id) => Read(session.Prepared(Select + " where c.id = $id").Bind("$id", id))[0];

    private int Flag(long correction, CorrectionKind kind, Revision revision)
    {
        var cited = new List<(string Answer, int N, long Revision, TextRange Quote)>();
        using (var row = session.Prepared(
            """
            select distinct a.answer_id, a.n, a.revision_id, a.start_at, a.end_at from answer_citations a join revisions r on r.id = a.revision_id
            where r.document_id = $document and a.part = 'cited'
            """).Bind("$document", revision.DocumentId).ExecuteReader())
            while (row.Read()) cited.Add((row.GetString(0), row.GetInt32(1), row.GetInt64(2), new TextRange(row.GetInt32(3), row.GetInt32(4))));
        var texts = new Dictionary<long, string>();
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (answer, n, of, quote) in cited)
        {
            if (!texts.TryGetValue(of, out var text)) texts[of] = text = RevisionStore.ById(session, of)?.Text ?? "";
            var gone = quote.End <= text.Length && !CurrentPlace.Holds(revision.Text, quote.Of(text));
            if (!gone && kind == CorrectionKind.Changed) continue;
            touched.Add(answer);
            session.Prepared("insert into answer_corrections (answer_id, n, correction_id, gone) values ($answer, $n, $correction, $gone)")
                .Bind("$answer", answer).Bind("$n", n).Bind("$correction", correction).Bind("$gone", gone).ExecuteNonQuery();
        }

        return touched.Count;
    }

    private List<Correction> Read(SqliteCommand command)
    {
        var rows = new List<Correction>();
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
            {
                rows.Add(new Correction(
                    row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetInt32(4), row.GetInt64(5), row.GetInt32(6),
                    Binding.Word<CorrectionKind>(row.GetString(7)), null, Binding.Instant(row.GetString(8)), row.GetInt32(9)));
            }
        }

        return rows.ConvertAll(c => c.Kind == CorrectionKind.Changed || RevisionStore.ById(session, c.RevisionId) is not { } revision ? c : c with { Notice = Notice(revision) });
    }

    // A purged text is empty, and so is what it said and what stood beside it; the title then is not told either.
    internal static string QuoteOf(Revision revision, Notice notice)
    {
        if (notice.Range is not { } range) return revision.Text.Length > 0 ? revision.Metadata.Title : "";
        var text = notice.RemovedPart is not { } part ? revision.Text : part < revision.Removed.Count ? revision.Removed[part].Text : "";
        return range.End <= text.Length ? range.Of(text) : "";
    }
}
