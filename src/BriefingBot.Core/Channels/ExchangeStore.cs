using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>The messages of platforms that keep none of their own, in bot.db.</summary>
public sealed class ExchangeStore(BotFile bot, TimeProvider time)
{
    private const string Columns =
        """
        id Id, ordinal Ordinal, platform Platform, workspace Workspace, channel Channel, parent Parent, person Person, asked Asked, reply Reply, private Private, made_utc Made
        """;

    /// <summary>Writes down what a person said. The same request again finds what it began.</summary>
    /// <returns>The exchange, and whether it is new; null where the request is somebody else's.</returns>
    public (Exchange Exchange, bool IsNew)? Begin(ChannelKey channel, string requestId, string personId, string asked, string? parent, bool isPrivate = false)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var id = ShortId.New();
        var added = Insert(new Row
        {
            Id = id,
            Platform = channel.Workspace.Platform,
            Workspace = channel.Workspace.Id,
            Channel = channel.Channel,
            Person = personId,
            Asked = asked,
            Parent = parent,
            RequestId = requestId,
            Private = isPrivate,
        });
        if (added) return (Find(channel, id)!, true);
        var known = FindByRequest(channel.Workspace.Platform, requestId) ?? throw new InvalidOperationException($"The request {requestId} is neither new nor known.");
        return known.Channel == channel && known.PersonId == personId ? (known, false) : null;
    }

    /// <summary>Writes down what the bot said under a key; the same key again finds what is there.</summary>
    public Exchange Post(ChannelKey channel, string key, string reply, bool isPrivate)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Insert(new Row
        {
            Id = ShortId.New(),
            Platform = channel.Workspace.Platform,
            Workspace = channel.Workspace.Id,
            Channel = channel.Channel,
            PostKey = key,
            Reply = reply,
            Private = isPrivate,
        });
        return FindByKey(channel, key, DateTimeOffset.MinValue) ?? throw new InvalidOperationException($"The post {key} was neither made nor found.");
    }

    /// <summary>What the bot said under a key since an instant; null where there is nothing.</summary>
    public Exchange? FindByKey(ChannelKey channel, string key, DateTimeOffset since) => Query(
        "where platform = $Platform and workspace = $Id and channel = $Channel and post_key = $key and made_utc >= $Since",
        new { channel.Workspace.Platform, channel.Workspace.Id, channel.Channel, key, Since = since.ToStored() }).FirstOrDefault();

    /// <summary>An exchange of a channel; null where it has none of that id.</summary>
    public Exchange? Find(ChannelKey channel, string id) => Query(
        "where id = $id and platform = $Platform and workspace = $Workspace and channel = $Channel",
        new { id, channel.Workspace.Platform, Workspace = channel.Workspace.Id, channel.Channel }).FirstOrDefault();

    /// <summary>The exchange a request began; null where it began none.</summary>
    public Exchange? FindByRequest(string platform, string requestId) =>
        Query("where platform = $platform and request_id = $requestId", new { platform, requestId }).FirstOrDefault();

    /// <summary>Writes down the reply, in the place of the one there was. What is private stays private. False where there is no such exchange.</summary>
    public bool Reply(ChannelKey channel, string id, string reply, bool isPrivate) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        "update exchanges set reply = $reply, private = max(private, $isPrivate) where id = $id and platform = $Platform and workspace = $Workspace and channel = $Channel",
        new { id, reply, isPrivate, channel.Workspace.Platform, Workspace = channel.Workspace.Id, channel.Channel }, transaction)) > 0;

    /// <summary>Lets an exchange without a reply be taken up by another run: once, so that a question which ends the program does not end every next one.</summary>
    public bool Resume(string id) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        "update exchanges set resumed = 1 where id = $id and reply is null and resumed = 0", new { id }, transaction)) > 0;

    /// <summary>The last exchanges of a channel, oldest first, without what was said to others alone.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="personId">Who looks on.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="before">Only those that stand before this exchange; null for the newest. One that is not there has none before it.</param>
    public IReadOnlyList<Exchange> Last(ChannelKey channel, string personId, int most, string? before = null)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var exchanges = Query(
            """
            where platform = $Platform and workspace = $Id and channel = $Channel and (private = 0 or person = $personId)
              and ($before is null or ordinal < (select ordinal from exchanges where id = $before))
            order by ordinal desc limit $most
            """,
            new { channel.Workspace.Platform, channel.Workspace.Id, channel.Channel, personId, before, most });
        exchanges.Reverse();
        return exchanges;
    }

    /// <summary>Keeps what was said to a person's press of a button, in the place of what was said before.</summary>
    public void Note(string exchangeId, string personId, string note) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        """
        insert into exchange_notes (exchange, person, note, made_utc) values ($exchangeId, $personId, $note, $Made)
        on conflict (exchange, person) do update set note = excluded.note, made_utc = excluded.made_utc
        """,
        new { exchangeId, personId, note, Made = time.GetUtcNow().ToStored() }, transaction));

    /// <summary>What was last said to a person's presses beside these exchanges, by the exchange.</summary>
    public IReadOnlyDictionary<string, string> Notes(IReadOnlyCollection<string> exchangeIds, string personId) => bot.Database.Read((connection, transaction) =>
        connection.Sqlite.Query<(string Exchange, string Note)>(
            "select exchange, note from exchange_notes where person = $personId and exchange in (select value from json_each($Ids))",
            new { personId, Ids = System.Text.Json.JsonSerializer.Serialize(exchangeIds) }, transaction).ToDictionary(row => row.Exchange, row => row.Note, StringComparer.Ordinal));

    /// <summary>Deletes what a person said with what was replied, what others said in reply stays.</summary>
    /// <param name="personId">The person's id on the platform.</param>
    /// <param name="platform">Null for every platform.</param>
    /// <returns>The number of exchanges.</returns>
    public int Forget(string personId, string? platform = null) => bot.Database.Write((connection, transaction) =>
    {
        var theirs = new { personId, platform };
        connection.Sqlite.Execute(
            """
            delete from exchange_notes where
              exchange in (select id from exchanges where person = $personId and ($platform is null or platform = $platform))
              or (person = $personId and ($platform is null or exchange in (select id from exchanges where platform = $platform)))
            """, theirs, transaction);
        return connection.Sqlite.Execute("delete from exchanges where person = $personId and ($platform is null or platform = $platform)", theirs, transaction);
    });

    private bool Insert(Row row) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        """
        insert into exchanges (id, platform, workspace, channel, post_key, request_id, parent, person, asked, reply, private, made_utc)
        values ($Id, $Platform, $Workspace, $Channel, $PostKey, $RequestId, $Parent, $Person, $Asked, $Reply, $Private, $Made) on conflict do nothing
        """,
        new
        {
            row.Id,
            row.Platform,
            row.Workspace,
            row.Channel,
            row.PostKey,
            row.RequestId,
            row.Parent,
            row.Person,
            row.Asked,
            row.Reply,
            row.Private,
            Made = time.GetUtcNow().ToStored(),
        },
        transaction)) > 0;

    private List<Exchange> Query(string which, object key) => bot.Database.Read((connection, transaction) =>
        connection.Sqlite.Query<Row>($"select {Columns} from exchanges {which}", key, transaction).Select(row => row.ToExchange()).ToList());

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public long Ordinal { get; init; }
        public string Platform { get; init; } = "";
        public string Workspace { get; init; } = "";
        public string Channel { get; init; } = "";
        public string? PostKey { get; init; }
        public string? RequestId { get; init; }
        public string? Parent { get; init; }
        public string? Person { get; init; }
        public string? Asked { get; init; }
        public string? Reply { get; init; }
        public bool Private { get; init; }
        public string Made { get; init; } = "";

        public Exchange ToExchange() => new()
        {
            Id = Id,
            Order = Ordinal,
            Channel = new ChannelKey(new WorkspaceKey(Platform, Workspace), Channel),
            Parent = Parent,
            PersonId = Person,
            Asked = Asked,
            Reply = Reply,
            Private = Private,
            MadeUtc = Binding.Instant(Made),
        };
    }
}
