using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>A library a workspace may open.</summary>
/// <param name="Name">What the workspace calls it.</param>
/// <param name="Library">The library's file.</param>
public sealed record LibraryGrant(string Name, string Library);

/// <summary>Which libraries a workspace may open, and the names it knows them by. A workspace learns of no other library.</summary>
public sealed class GrantStore(BotFile bot, TimeProvider time)
{
    /// <summary>Lets a workspace open a library. Granting it again under another name renames it.</summary>
    /// <exception cref="LibraryExistsException">The workspace calls another library so.</exception>
    public void Grant(WorkspaceKey workspace, string library, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        name = LibraryName.Require(name ?? library);
        bot.Database.Write((connection, transaction) =>
        {
            var key = new { workspace.Platform, Workspace = workspace.Id, Name = name, Library = library, Now = time.GetUtcNow().ToStored() };
            var taken = connection.Sqlite.ExecuteScalar<string?>(
                "select library from grants where platform = $Platform and workspace = $Workspace and name = $Name and library <> $Library", key, transaction);
            if (taken is not null) throw new LibraryExistsException($"This workspace has a library \"{name}\" already. Choose another name.");
            var renamed = connection.Sqlite.Execute(
                "update grants set name = $Name where platform = $Platform and workspace = $Workspace and library = $Library", key, transaction);
            return renamed > 0 ? renamed : connection.Sqlite.Execute(
                "insert into grants (platform, workspace, name, library, granted_utc) values ($Platform, $Workspace, $Name, $Library, $Now)", key, transaction);
        });
    }

    /// <summary>Takes a library from a workspace, with its bindings. False where it was not granted.</summary>
    public bool Revoke(WorkspaceKey workspace, string library)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
            "delete from grants where platform = $Platform and workspace = $Id and library = $library",
            new { workspace.Platform, workspace.Id, library }, transaction)) > 0;
    }

    /// <summary>What the workspace was granted, by name.</summary>
    public IReadOnlyList<LibraryGrant> Of(WorkspaceKey workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return bot.Database.Read((connection, transaction) => connection.Sqlite.Query<LibraryGrant>(
            "select name, library from grants where platform = $Platform and workspace = $Id order by name",
            new { workspace.Platform, workspace.Id }, transaction).AsList());
    }

    /// <summary>The library the workspace calls so; null where it has none of that name, whoever else may.</summary>
    public LibraryGrant? Find(WorkspaceKey workspace, string name) =>
        Of(workspace).FirstOrDefault(grant => string.Equals(grant.Name, name, StringComparison.Ordinal));

    /// <summary>Whether any workspace was granted the library. For the operator: no workspace may learn of another's.</summary>
    public bool IsGranted(string library) => bot.Database.Read((connection, transaction) =>
        connection.Sqlite.ExecuteScalar<long>("select count(*) from grants where library = $library", new { library }, transaction)) > 0;

    /// <summary>Takes a library from every workspace, after it was deleted.</summary>
    public int RevokeAll(string library) => bot.Database.Write((connection, transaction) =>
        connection.Sqlite.Execute("delete from grants where library = $library", new { library }, transaction));
}
