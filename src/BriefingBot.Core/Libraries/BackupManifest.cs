namespace BriefingBot.Core.Libraries;

/// <summary>What a backup holds: <c>manifest.json</c> in its folder, written last.</summary>
/// <param name="Format">Version of the layout of the folder.</param>
/// <param name="MadeUtc">When the copies were begun.</param>
/// <param name="Files">The copies, <c>bot.db</c> last.</param>
public sealed record BackupManifest(int Format, DateTimeOffset MadeUtc, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The layout this program writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the manifest in a backup.</summary>
    public const string FileName = "manifest.json";
}

/// <summary>One file of a backup.</summary>
/// <param name="Path">Below the folder, with forward slashes: "libraries/default.db", "bot.db".</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);

/// <summary>A restore that is done.</summary>
/// <param name="Manifest">What was put back.</param>
/// <param name="ReplacedTo">Folder that holds what stood in the data folder before; null where there was nothing.</param>
public sealed record RestoreOutcome(BackupManifest Manifest, string? ReplacedTo);
