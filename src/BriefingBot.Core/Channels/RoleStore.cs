using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>Which role of the platform makes a person what at the desk.</summary>
public sealed class RoleStore(BotFile bot)
{
    /// <summary>Maps a role of the platform, in the place of what it was mapped to; null takes the mapping away.</summary>
    public void Map(WorkspaceKey workspace, string platformRole, DeskRole? role)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var row = new { workspace.Platform, workspace.Id, platformRole, Role = role?.ToStored() };
        bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
            role is null
                ? "delete from roles where platform = $Platform and workspace = $Id and platform_role = $platformRole"
                : """
                  insert into roles (platform, workspace, platform_role, role) values ($Platform, $Id, $platformRole, $Role)
                  on conflict (platform, workspace, platform_role) do update set role = excluded.role
                  """,
            row, transaction));
    }

    /// <summary>The highest role the person has: whoever manages the workspace is an editor, and everyone else at least a reader.</summary>
    public DeskRole Of(ChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ManagesWorkspace) return DeskRole.Editor;
        return WorkspaceKey.Of(request.Place) is { } workspace ? Of(workspace, request.PlatformRoles) : DeskRole.Reader;
    }

    /// <summary>The highest role that these roles of the platform make somebody.</summary>
    public DeskRole Of(WorkspaceKey workspace, IReadOnlySet<string> platformRoles)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(platformRoles);
        if (platformRoles.Count == 0) return DeskRole.Reader;
        var mapped = bot.Database.Read((connection, transaction) => connection.Sqlite.Query<(string PlatformRole, string Role)>(
            "select platform_role, role from roles where platform = $Platform and workspace = $Id", new { workspace.Platform, workspace.Id }, transaction).AsList());
        return mapped.Where(row => platformRoles.Contains(row.PlatformRole)).Select(row => Binding.Word<DeskRole>(row.Role))
            .DefaultIfEmpty(DeskRole.Reader).Max();
    }
}
