using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>A channel and the library it opens.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Library">The library's file.</param>
/// <param name="Name">What the workspace calls it.</param>
public sealed record ChannelBinding(ChannelKey Channel, string Library, string Name);

/// <summary>Which library a channel opens: one, or none.</summary>
public sealed class BindingStore(BotFile bot, TimeProvider time)
{
    private const string Select =
        """
        select b.platform Platform, b.workspace Workspace, b.channel Channel, b.library Library, g.name Name
        from bindings b join grants g on g.platform = b.platform and g.workspace = b.workspace and g.library = b.library
        """;

    /// <summary>Lets a channel open a library its workspace was granted, in the place of the one it opened before.</summary>
    /// <returns>False where the workspace was not granted that library.</returns>
    public bool Bind(ChannelKey channel, string library)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
            """
            insert into bindings (platform, workspace, channel, library, bound_utc)
            select platform, workspace, $Channel, library, $Now from grants where platform = $Platform and workspace = $Workspace and library = $library
            on conflict (platform, workspace, channel) do update set library = excluded.library, bound_utc = excluded.bound_utc
            """,
            new { channel.Workspace.Platform, Workspace = channel.Workspace.Id, channel.Channel, library, Now = time.GetUtcNow().ToStored() }, transaction)) > 0;
    }

    /// <summary>Leaves a channel without a library. False where it had none.</summary>
    public bool Unbind(ChannelKey channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
            "delete from bindings where platform = $Platform and workspace = $Id and channel = $Channel",
            new { channel.Workspace.Platform, channel.Workspace.Id, channel.Channel }, transaction)) > 0;
    }

    /// <summary>What a channel opens; null where it is bound to nothing its workspace is still granted.</summary>
    public ChannelBinding? Find(ChannelKey channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Query("where b.platform = $Platform and b.workspace = $Id and b.channel = $Channel", new { channel.Workspace.Platform, channel.Workspace.Id, channel.Channel })
            .FirstOrDefault();
    }

    /// <summary>Every bound channel, for the operator.</summary>
    public IReadOnlyList<ChannelBinding> List() => Query("order by b.platform, b.workspace, b.channel", new { });

    private List<ChannelBinding> Query(string which, object key) => bot.Database.Read((connection, transaction) =>
        connection.Sqlite.Query<Row>($"{Select} {which}", key, transaction).Select(row => row.ToBinding()).ToList());

    private sealed class Row
    {
        public string Platform { get; init; } = "";
        public string Workspace { get; init; } = "";
        public string Channel { get; init; } = "";
        public string Library { get; init; } = "";
        public string Name { get; init; } = "";

        public ChannelBinding ToBinding() => new(new ChannelKey(new WorkspaceKey(Platform, Workspace), Channel), Library, Name);
    }
}
