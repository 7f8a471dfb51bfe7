using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>The messages of platforms that keep none of their own, in bot.db.</summary>
public sealed class ExchangeStore(BotFile bot, TimeProvider time)
{
    private const string Columns =
        """
        id Id, platform Platform, workspace Workspace, channel Channel, parent Parent, person Person, asked Asked, reply Reply, private Private, made_utc Made
        """;

    /// <summary>Writes down what a person said. The same request again finds what it began.</summary>
    /// <returns>The exchange, and whether it is new.</returns>
    public (Exchange Exchange, bool IsNew) Begin(ChannelKey channel, string requestId, string personId, string asked, string? parent)
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
        });
        return added
            ? (Find(channel, id)!, true)
            : (FindByRequest(channel.Workspace.Platform, requestId) ?? throw new InvalidOperationException($"The request {requestId} is neither new nor known."), false);
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

    /// <summary>Writes down the reply, in the place of the one there was. False where there is no such exchange.</summary>
    public bool Reply(ChannelKey channel, string id, string reply, bool isPrivate) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        "update exchanges set reply = $reply, private = $isPrivate where id = $id and platform = $Platform and workspace = $Workspace and channel = $Channel",
        new { id, reply, isPrivate, channel.Workspace.Platform, Workspace = channel.Workspace.Id, channel.Channel }, transaction)) > 0;

    /// <summary>Lets an exchange without a reply be taken up by another run: once, so that a question which ends the program does not end every next one.</summary>
    public bool Resume(string id) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        "update exchanges set resumed = 1 where id = $id and reply is null and resumed = 0", new { id }, transaction)) > 0;

    /// <summary>The last exchanges of a channel, oldest first.</summary>
    public IReadOnlyList<Exchange> Last(ChannelKey channel, int most)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var exchanges = Query(
            "where platform = $Platform and workspace = $Id and channel = $Channel order by ordinal desc limit $most",
            new { channel.Workspace.Platform, channel.Workspace.Id, channel.Channel, most });
        exchanges.Reverse();
        return exchanges;
    }

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
