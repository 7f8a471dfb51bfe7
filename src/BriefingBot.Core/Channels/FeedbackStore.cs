using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>What a reader says about an answer.</summary>
public enum FeedbackVerdict { Up, Down, WrongCitation }

/// <summary>One reader's word on an answer.</summary>
/// <param name="AnswerId">The answer.</param>
/// <param name="Verdict">What they say.</param>
/// <param name="Number">The citation complained of; null for the answer as a whole.</param>
/// <param name="Note">What they wrote; null for nothing.</param>
/// <param name="Platform">Where they are known.</param>
/// <param name="PersonId">Who they are there.</param>
/// <param name="GivenUtc">When.</param>
public sealed record Feedback(string AnswerId, FeedbackVerdict Verdict, int? Number, string? Note, string Platform, string PersonId, DateTimeOffset GivenUtc);

/// <summary>Feedback on the answers of one library; it quotes them, so it is in the library's file.</summary>
public sealed class FeedbackStore(LibrarySession session)
{
    /// <summary>Keeps a reader's word on an answer or one of its citations, in the place of what they said about the same before.</summary>
    public void Put(Feedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        session.Connection.Execute(
            """
            insert into feedback (answer_id, verdict, n, note, platform, person, given_utc)
            values ($AnswerId, $Verdict, $Number, $Note, $Platform, $PersonId, $Given)
            on conflict (answer_id, platform, person, n) do update set verdict = excluded.verdict, note = excluded.note, given_utc = excluded.given_utc
            """,
            new
            {
                feedback.AnswerId,
                Verdict = feedback.Verdict.ToStored(),
                Number = feedback.Number ?? 0,
                feedback.Note,
                feedback.Platform,
                feedback.PersonId,
                Given = feedback.GivenUtc.ToStored(),
            },
            session.Transaction);
    }

    /// <summary>All of it, oldest first.</summary>
    public IReadOnlyList<Feedback> List() => session.Connection.Query<Row>(
        """
        select answer_id AnswerId, verdict Verdict, n Number, note Note, platform Platform, person Person, given_utc Given from feedback order by given_utc, id
        """,
        transaction: session.Transaction).Select(row => new Feedback(
            row.AnswerId, Binding.Word<FeedbackVerdict>(row.Verdict), row.Number == 0 ? null : (int)row.Number, row.Note, row.Platform, row.Person,
            Binding.Instant(row.Given))).ToList();

    /// <summary>Deletes what a person said.</summary>
    /// <param name="personId">The person's id on the platform.</param>
    /// <param name="platform">Null for every platform.</param>
    public int Forget(string personId, string? platform = null) => session.Connection.Execute(
        "delete from feedback where person = $personId and ($platform is null or platform = $platform)", new { personId, platform }, session.Transaction);

    private sealed class Row
    {
        public string AnswerId { get; init; } = "";
        public string Verdict { get; init; } = "";
        public long Number { get; init; }
        public string? Note { get; init; }
        public string Platform { get; init; } = "";
        public string Person { get; init; } = "";
        public string Given { get; init; } = "";
    }
}
