using System.Security.Cryptography;
using System.Text.Json;

namespace BriefingBot.Core.Libraries;

/// <summary>How far a copy is, in bytes.</summary>
public readonly record struct CopyProgress(long Done, long Total);

/// <summary>Copies a data folder while it is used.</summary>
/// <remarks>Each file is copied by SQLite's backup from one snapshot (https://www.sqlite.org/backup.html); <c>bot.db</c> comes last, so that it never names a library younger than its copy.</remarks>
public sealed class DataBackup(LibraryCatalog catalog, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Copies every library and bot.db into a new folder with a manifest. The folder appears whole or not at all.</summary>
    /// <param name="directory">Must not exist, or be empty.</param>
    /// <param name="progress">Told the bytes copied; null: nobody.</param>
    /// <param name="cancellationToken">Stops it and takes away what was copied; begun again it is a backup of that later moment.</param>
    /// <exception cref="LibraryException">There is nothing to copy, the folder is not empty, or a copy failed; the message says what to do.</exception>
    public BackupManifest Backup(string directory, IProgress<CopyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var target = Path.GetFullPath(directory);
        return SqliteFaults.Guard($"backup folder {target}", () =>
        {
            if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
                throw new LibraryExistsException($"The backup folder {target} is not empty. Name a new one.");
            if (catalog.List().Count == 0 && !File.Exists(DataFolder.Bot(catalog.DataDirectory)))
                throw new LibraryNotFoundException($"There is nothing to back up in {catalog.DataDirectory}. Name the data folder with --data.");
            var aside = $"{target}.{ShortId.New()}.partial";
            try
            {
                var manifest = Copy(aside, progress, cancellationToken);
                if (Directory.Exists(target)) Directory.Delete(target);
                Directory.Move(aside, target);
                return manifest;
            }
            finally
            {
                if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
            }
        });
    }

    /// <summary>The manifest of a backup, its files not yet looked at.</summary>
    internal static BackupManifest ReadManifest(string directory)
    {
        var path = Path.Combine(directory, BackupManifest.FileName);
        if (!File.Exists(path)) throw new LibraryNotFoundException($"There is no backup in {directory}: it holds no {BackupManifest.FileName}. Name the folder that \"backup\" made.");
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Json);
            if (manifest is { Files: not null, Format: <= BackupManifest.CurrentFormat }) return manifest;
            if (manifest is { Format: > BackupManifest.CurrentFormat })
                throw new LibraryNewerException($"The backup in {directory} was made by a newer program. Restore it with that one.");
        }
        catch (JsonException fault)
        {
            throw new LibraryCorruptException(Damaged(path), fault);
        }

        throw new LibraryCorruptException(Damaged(path));
    }

    internal static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Damaged(string path) => $"The manifest {path} is damaged. Use another backup.";

    private BackupManifest Copy(string folder, IProgress<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        var made = time.GetUtcNow();
        var (done, left) = (0L, catalog.List().Sum(Bytes));
        Directory.CreateDirectory(DataFolder.Libraries(folder));
        var files = new List<BackupFile>();
        foreach (var name in catalog.List())
        {
            using var library = catalog.Open(name);
            // What a file grew to in its journal is known once it is opened.
            var (before, others) = (done, left -= Bytes(name));
            files.Add(Copy(library.Database, folder, $"libraries/{name}.db", copied => progress?.Report(new CopyProgress(before + copied.Done, before + copied.Total + others)), cancellationToken));
            done += files[^1].Bytes;
        }

        using (var bot = catalog.OpenBot()) files.Add(Copy(bot.Database, folder, "bot.db", copied: null, cancellationToken));
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, made, files);
        File.WriteAllBytes(Path.Combine(folder, BackupManifest.FileName), JsonSerializer.SerializeToUtf8Bytes(manifest, Json));
        return manifest;
    }

    private long Bytes(string library) => new FileInfo(catalog.PathOf(library)) is { Exists: true } file ? file.Length : 0;

    private static BackupFile Copy(DatabaseFile source, string folder, string relative, Action<CopyProgress>? copied, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, relative);
        source.CopyTo(path, copied, cancellationToken);
        return new BackupFile(relative, new FileInfo(path).Length, Hash(path));
    }
}
