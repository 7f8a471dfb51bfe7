using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>Who asked for an answer, where, and in which conversation.</summary>
public sealed record Turn
{
    public required string AnswerId { get; init; }

    /// <summary>The thread, or the first answer of a chain of replies.</summary>
    public required string Conversation { get; init; }
    public required ChannelKey Channel { get; init; }
    public required string PersonId { get; init; }

    /// <summary>Opens for its asker and for editors only.</summary>
    public bool Private { get; init; }
    public DateTimeOffset AskedUtc { get; init; }

    /// <summary>The post that shows the answer; null until it is posted.</summary>
    public string? MessageId { get; init; }
}

/// <summary>The conversations of one library: they quote its documents, so they are in its file.</summary>
public sealed class ConversationStore(LibrarySession session)
{
    /// <summary>Turns a follow-up is understood from.</summary>
    public const int Remembered = 10;

    private const string Columns =
        """
        t.answer_id AnswerId, t.conversation Conversation, t.platform Platform, t.workspace Workspace, t.channel Channel, t.person Person, t.private Private,
        t.asked_utc Asked, t.message_id MessageId
        """;

    /// <summary>Writes a turn down before its answer exists. A turn that stands already is left as it is.</summary>
    public void Begin(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        session.Connection.Execute(
            """
            insert into turns (answer_id, conversation, platform, workspace, channel, person, private, asked_utc)
            values ($AnswerId, $Conversation, $Platform, $Workspace, $Channel, $PersonId, $Private, $Asked) on conflict (answer_id) do nothing
            """,
            new
            {
                turn.AnswerId,
                turn.Conversation,
                turn.Channel.Workspace.Platform,
                Workspace = turn.Channel.Workspace.Id,
                turn.Channel.Channel,
                turn.PersonId,
                turn.Private,
                Asked = turn.AskedUtc.ToStored(),
            },
            session.Transaction);
    }

    /// <summary>Remembers the post that shows an answer, so that a reply to it is understood.</summary>
    public void Posted(string answerId, string messageId) => session.Connection.Execute(
        "update turns set message_id = $messageId where answer_id = $answerId", new { answerId, messageId }, session.Transaction);

    /// <summary>The turn of an answer; null for an answer that nobody asked for in a channel.</summary>
    public Turn? Find(string answerId) => Query("where t.answer_id = $answerId", new { answerId }).FirstOrDefault();

    /// <summary>The turn a post shows; null where it shows none.</summary>
    public Turn? FindByMessage(ChannelKey channel, string messageId) => Query(
        "where t.platform = $Platform and t.message_id = $messageId and t.workspace = $Id and t.channel = $Channel",
        new { channel.Workspace.Platform, messageId, channel.Workspace.Id, channel.Channel }).FirstOrDefault();

    /// <summary>The last turns of a conversation that came to an answer, oldest first, those included which only this person may see.</summary>
    /// <param name="conversation">Its key.</param>
    /// <param name="platform">Where the person is known.</param>
    /// <param name="personId">Who may see their private turns; null for nobody.</param>
    public IReadOnlyList<Turn> Last(string conversation, string platform, string? personId)
    {
        var turns = Query(
            """
            join answers a on a.id = t.answer_id where t.conversation = $conversation and (t.private = 0 or (t.platform = $platform and t.person = $personId))
            order by t.asked_utc desc, t.answer_id limit $Remembered
            """,
            new { conversation, platform, personId, Remembered });
        turns.Reverse();
        return turns;
    }

    /// <summary>Ids of the newest answers given in a channel that this person may see, newest first.</summary>
    public IReadOnlyList<string> Recent(ChannelKey channel, string personId, int most) => Query(
        """
        join answers a on a.id = t.answer_id where t.platform = $Platform and t.workspace = $Id and t.channel = $Channel and (t.private = 0 or t.person = $personId)
        order by t.asked_utc desc, t.answer_id limit $most
        """,
        new { channel.Workspace.Platform, channel.Workspace.Id, channel.Channel, personId, most }).ConvertAll(turn => turn.AnswerId);

    /// <summary>Deletes what a person asked, with the answers and what others said about them.</summary>
    /// <param name="personId">The person's id on the platform.</param>
    /// <param name="platform">Null for every platform.</param>
    /// <returns>The number of questions.</returns>
    public int Forget(string personId, string? platform = null)
    {
        var theirs = new { personId, platform };
        const string Answers = "(select answer_id from turns where person = $personId and ($platform is null or platform = $platform))";
        session.Connection.Execute($"delete from feedback where answer_id in {Answers}", theirs, session.Transaction);
        session.Connection.Execute($"delete from answer_citations where answer_id in {Answers}", theirs, session.Transaction);
        session.Connection.Execute($"delete from answers where id in {Answers}", theirs, session.Transaction);
        return session.Connection.Execute("delete from turns where person = $personId and ($platform is null or platform = $platform)", theirs, session.Transaction);
    }

    private List<Turn> Query(string which, object key) => session.Connection.Query<Row>($"select {Columns} from turns t {which}", key, session.Transaction)
        .Select(row => new Turn
        {
            AnswerId = row.AnswerId,
            Conversation = row.Conversation,
            Channel = new ChannelKey(new WorkspaceKey(row.Platform, row.Workspace), row.Channel),
            PersonId = row.Person,
            Private = row.Private,
            AskedUtc = Binding.Instant(row.Asked),
            MessageId = row.MessageId,
        }).ToList();

    private sealed class Row
    {
        public string AnswerId { get; init; } = "";
        public string Conversation { get; init; } = "";
        public string Platform { get; init; } = "";
        public string Workspace { get; init; } = "";
        public string Channel { get; init; } = "";
        public string Person { get; init; } = "";
        public bool Private { get; init; }
        public string Asked { get; init; } = "";
        public string? MessageId { get; init; }
    }
}
