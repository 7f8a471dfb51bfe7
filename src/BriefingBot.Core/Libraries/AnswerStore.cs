using System.Text;
using System.Text.Json;
using BriefingBot.Core.Libraries.Corrections;
using Dapper;

namespace BriefingBot.Core.Libraries;

/// <summary>A question the library could not answer.</summary>
/// <param name="Question">As it was last asked.</param>
/// <param name="Asked">How often, counted without regard to case, spacing and closing marks.</param>
/// <param name="LastAskedUtc">When it was last asked.</param>
public sealed record Gap(string Question, int Asked, DateTimeOffset LastAskedUtc);

/// <summary>The answers given from one library, each with the ranges it quoted.</summary>
public sealed class AnswerStore(LibrarySession session)
{
    /// <summary>Stores an answer whole.</summary>
    /// <param name="answer">Its quotes must be the text of their ranges.</param>
    /// <param name="passagesConsidered">Ids of the passages the writer was given, best first.</param>
    /// <exception cref="ArgumentException">A quote is not the text of its range.</exception>
    public void Add(Answer answer, IReadOnlyList<long> passagesConsidered)
    {
        session.Connection.Execute(
            """
            insert into answers (id, library_revision, question, question_key, rewritten_question, asked_utc, status, score, writer, prompt_hash,
                                 as_of, newest_source, text, sentences, withheld, notes, timings, passages_considered)
            values ($AnswerId, $LibraryRevision, $Question, $Key, $RewrittenQuestion, $Asked, $Status, $Score, $Writer, $PromptHash,
                    $AsOf, $Newest, $Text, $Sentences, $Withheld, $Notes, $Timings, $Considered)
            """,
            new
            {
                answer.AnswerId,
                answer.LibraryRevision,
                answer.Question,
                Key = QuestionKey(answer.Question),
                answer.RewrittenQuestion,
                Asked = answer.AskedUtc.ToStored(),
                Status = answer.Status.ToStored(),
                answer.Score,
                answer.Writer,
                answer.PromptHash,
                AsOf = answer.AsOf.ToStored(),
                Newest = answer.NewestSource.ToStored(),
                answer.Text,
                Sentences = JsonSerializer.Serialize(answer.Sentences),
                Withheld = JsonSerializer.Serialize(answer.Withheld),
                Notes = JsonSerializer.Serialize(answer.Notes),
                Timings = JsonSerializer.Serialize(answer.Timings),
                Considered = JsonSerializer.Serialize(passagesConsidered),
            },
            session.Transaction);
        var citations = new CitationStore(session);
        citations.Add(answer.AnswerId, CitationStore.Cited, answer.Citations);
        citations.Add(answer.AnswerId, CitationStore.Related, answer.Related);
    }

    /// <summary>An answer as it was given, its quotes read from the library and every citation with its status as of now; null where there is none.</summary>
    public Answer? Find(string answerId) => Select("where id = $key", answerId).FirstOrDefault();

    /// <summary>Ids that begin with these characters, newest first.</summary>
    public IReadOnlyList<string> FindIdsStartingWith(string prefix, int most = 10) => session.Connection.Query<string>(
        "select id from answers where substr(id, 1, length($prefix)) = $prefix order by asked_utc desc, id limit $most", new { prefix, most }, session.Transaction).AsList();

    /// <summary>The newest answers, newest first.</summary>
    public IReadOnlyList<Answer> Recent(int count) => Select("order by asked_utc desc, id limit $key", count);

    /// <summary>Ids of the passages the writer was given, best first; empty where there is no such answer.</summary>
    public IReadOnlyList<long> PassagesConsidered(string answerId) =>
        session.Connection.ExecuteScalar<string?>("select passages_considered from answers where id = $answerId", new { answerId }, session.Transaction) is { } json
            ? Json<List<long>>(json)
            : [];

    /// <summary>Questions answered "insufficient", most asked first.</summary>
    public IReadOnlyList<Gap> Gaps() => session.Connection.Query<(string Question, long Asked, string LastAsked)>(
        """
        select question, count(*), max(asked_utc) from answers where status = 'insufficient'
        group by question_key order by count(*) desc, max(asked_utc) desc
        """, transaction: session.Transaction).Select(row => new Gap(row.Question, (int)row.Asked, Binding.Instant(row.LastAsked))).ToList();

    /// <summary>Lower case, single spaces, compatibility forms folded (NFKC), no marks at the end.</summary>
    internal static string QuestionKey(string question)
    {
        var words = question.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var key = string.Join(' ', words);
        try
        {
            key = key.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Lone surrogates have no normal form: such a question is its own key.
            return key;
        }

        return key.TrimEnd('?', '!', '.', ' ', '\u061F', '\u3002');
    }

    /// <summary>Writes the words of an answer again after a purge blanked some.</summary>
    internal static void SaveWords(LibrarySession session, Answer answer) => session.Connection.Execute(
        "update answers set text = $Text, sentences = $Sentences, withheld = $Withheld, notes = $Notes where id = $AnswerId",
        new
        {
            answer.AnswerId,
            answer.Text,
            Sentences = JsonSerializer.Serialize(answer.Sentences),
            Withheld = JsonSerializer.Serialize(answer.Withheld),
            Notes = JsonSerializer.Serialize(answer.Notes),
        },
        session.Transaction);

    private List<Answer> Select(string which, object key)
    {
        var rows = session.Connection.Query<Row>(
            $"""
            select id Id, library_revision LibraryRevision, question Question, rewritten_question RewrittenQuestion, asked_utc AskedUtc, status Status,
                   score Score, writer Writer, prompt_hash PromptHash, as_of AsOf, newest_source NewestSource, text Text, sentences Sentences,
                   withheld Withheld, notes Notes, timings Timings
            from answers {which}
            """, new { key }, session.Transaction).AsList();
        var citations = new CitationStore(session);
        var corrections = new CorrectionStore(session);
        return rows.ConvertAll(row => row.ToAnswer(
            session.File.Name, citations.Find(row.Id, CitationStore.Cited), citations.Find(row.Id, CitationStore.Related)) with
        { Corrections = corrections.OfAnswer(row.Id) });
    }

    private static T Json<T>(string json) => JsonSerializer.Deserialize<T>(json)!;

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public long LibraryRevision { get; init; }
        public string Question { get; init; } = "";
        public string? RewrittenQuestion { get; init; }
        public string AskedUtc { get; init; } = "";
        public string Status { get; init; } = "";
        public double Score { get; init; }
        public string Writer { get; init; } = "";
        public string? PromptHash { get; init; }
        public string? AsOf { get; init; }
        public string? NewestSource { get; init; }
        public string Text { get; init; } = "";
        public string Sentences { get; init; } = "";
        public string Withheld { get; init; } = "";
        public string Notes { get; init; } = "";
        public string Timings { get; init; } = "";

        public Answer ToAnswer(string library, IReadOnlyList<Citation> cited, IReadOnlyList<Citation> related) => new()
        {
            AnswerId = Id,
            Library = library,
            LibraryRevision = LibraryRevision,
            Question = Question,
            RewrittenQuestion = RewrittenQuestion,
            AskedUtc = Binding.Instant(AskedUtc),
            Status = Binding.Word<AnswerStatus>(Status),
            Score = Score,
            Writer = Writer,
            PromptHash = PromptHash,
            AsOf = AsOf is null ? null : Binding.Day(AsOf),
            NewestSource = NewestSource is null ? null : Binding.Day(NewestSource),
            Text = Text,
            Sentences = Json<List<AnswerSentence>>(Sentences),
            Citations = cited,
            Related = related,
            Withheld = Json<List<WithheldClaim>>(Withheld),
            Notes = Json<List<string>>(Notes),
            Timings = Json<AnswerTimings>(Timings),
        };
    }
}
