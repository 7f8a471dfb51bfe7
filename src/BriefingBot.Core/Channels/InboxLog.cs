using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>The inbox in bot.db: no accepted question is lost, whatever happens to the process.</summary>
public sealed class InboxLog(BotFile bot, TimeProvider time)
{
    /// <summary>How long the rows of finished questions are kept, so that a request delivered twice is known.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>How long a reply address is of use: no platform takes a reply in its own place for longer.</summary>
    public static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(15);

    private const string Columns =
        """
        answer_id AnswerId, platform Platform, workspace Workspace, channel Channel, thread Thread, request_id RequestId, person Person, library Library,
        private Private, question Question, as_of AsOf, length Length, conversation Conversation, accepted_utc Accepted, state State,
        reply_address ReplyAddress
        """;

    /// <summary>Writes a question down. False where the same request was accepted before.</summary>
    public bool Accept(AcceptedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
            """
            insert into inbox (answer_id, platform, workspace, channel, thread, request_id, person, library, private, question, as_of, length,
                               conversation, accepted_utc, state, state_utc, reply_address)
            values ($AnswerId, $Platform, $Workspace, $Channel, $Thread, $RequestId, $PersonId, $Library, $Private, $Question, $AsOf, $Length,
                    $Conversation, $Accepted, 'accepted', $Now, $ReplyAddress)
            on conflict (platform, request_id) do nothing
            """,
            new
            {
                question.AnswerId,
                question.Place.Platform,
                Workspace = question.Place.Workspace ?? "",
                question.Place.Channel,
                question.Place.Thread,
                question.RequestId,
                question.PersonId,
                question.Library,
                question.Private,
                question.Question,
                AsOf = question.AsOf.ToStored(),
                question.Length,
                question.Conversation,
                Accepted = question.AcceptedUtc.ToStored(),
                Now = Now,
                question.ReplyAddress,
            },
            transaction)) > 0;
    }

    /// <summary>A question by the id of its answer; null where there is none.</summary>
    public AcceptedQuestion? Find(string answerId) => Query("where answer_id = $answerId", new { answerId }).FirstOrDefault();

    /// <summary>Takes an interrupted question up again. False where it is not interrupted, so that two presses of the button ask once.</summary>
    /// <param name="answerId">Its answer's id.</param>
    /// <param name="replyAddress">Where the reply goes now; null where the platform gives no address.</param>
    public bool Reopen(string answerId, string? replyAddress) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        "update inbox set state = 'accepted', state_utc = $Now, reply_address = $replyAddress where answer_id = $answerId and state = 'interrupted'",
        new { answerId, replyAddress, Now }, transaction)) > 0;

    /// <summary>Says how far a question has come. What was shown, called off or has failed is nobody's business any more: its words go, and where its reply went.</summary>
    public void Mark(string answerId, InboxState state) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        """
        update inbox set state = $State, state_utc = $Now, question = case when $Open then question end, reply_address = case when $Waits then reply_address end
        where answer_id = $answerId
        """,
        new { answerId, State = state.ToStored(), Now, Open = state is InboxState.Accepted or InboxState.Interrupted, Waits = state is InboxState.Accepted }, transaction));

    /// <summary>Questions a former run accepted and did not finish, oldest first; all of them are interrupted from now on.</summary>
    public IReadOnlyList<AcceptedQuestion> Interrupt() => bot.Database.Write((connection, transaction) =>
    {
        connection.Sqlite.Execute("update inbox set reply_address = null where state_utc < $Dead", new { Dead = (time.GetUtcNow() - AddressLife).ToStored() }, transaction);
        var open = connection.Sqlite.Query<Row>($"select {Columns} from inbox where state = 'accepted' order by ordinal", transaction: transaction).Select(Made).ToList();
        connection.Sqlite.Execute("update inbox set state = 'interrupted', state_utc = $Now, reply_address = null where state = 'accepted'", new { Now }, transaction);
        connection.Sqlite.Execute(
            "delete from inbox where state not in ('accepted', 'interrupted') and state_utc < $Before", new { Before = (time.GetUtcNow() - Kept).ToStored() }, transaction);
        return open;
    });

    /// <summary>How many questions are in each state.</summary>
    public IReadOnlyDictionary<InboxState, int> Count() => bot.Database.Read((connection, transaction) => connection.Sqlite
        .Query<(string State, long Count)>("select state, count(*) from inbox group by state", transaction: transaction)
        .ToDictionary(row => Binding.Word<InboxState>(row.State), row => (int)row.Count));

    /// <summary>Deletes what a person asked.</summary>
    /// <param name="personId">The person's id on the platform.</param>
    /// <param name="platform">Null for every platform.</param>
    public int Forget(string personId, string? platform = null) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        "delete from inbox where person = $personId and ($platform is null or platform = $platform)", new { personId, platform }, transaction));

    private string Now => time.GetUtcNow().ToStored();

    private List<AcceptedQuestion> Query(string which, object key) => bot.Database.Read((connection, transaction) =>
        connection.Sqlite.Query<Row>($"select {Columns} from inbox {which}", key, transaction).Select(Made).ToList());

    private static AcceptedQuestion Made(Row row) => new()
    {
        AnswerId = row.AnswerId,
        Place = new ChatPlace(row.Platform, row.Workspace.Length > 0 ? row.Workspace : null, row.Channel, row.Thread),
        RequestId = row.RequestId,
        PersonId = row.Person,
        Library = row.Library,
        Private = row.Private,
        Question = row.Question ?? "",
        AsOf = row.AsOf is null ? null : Binding.Day(row.AsOf),
        Length = row.Length,
        Conversation = row.Conversation,
        AcceptedUtc = Binding.Instant(row.Accepted),
        State = Binding.Word<InboxState>(row.State),
        ReplyAddress = row.ReplyAddress,
    };

    private sealed class Row
    {
        public string AnswerId { get; init; } = "";
        public string Platform { get; init; } = "";
        public string Workspace { get; init; } = "";
        public string Channel { get; init; } = "";
        public string? Thread { get; init; }
        public string RequestId { get; init; } = "";
        public string Person { get; init; } = "";
        public string Library { get; init; } = "";
        public bool Private { get; init; }
        public string? Question { get; init; }
        public string? AsOf { get; init; }
        public string Length { get; init; } = "";
        public string Conversation { get; init; } = "";
        public string Accepted { get; init; } = "";
        public string State { get; init; } = "";
        public string? ReplyAddress { get; init; }
    }
}
