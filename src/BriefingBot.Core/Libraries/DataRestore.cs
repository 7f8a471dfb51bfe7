namespace BriefingBot.Core.Libraries;

/// <summary>Puts a backup back into a data folder that nobody uses.</summary>
/// <remarks>
/// Everything is copied aside and checked before anything is touched; then whole folders are renamed. A marker stands while they are, and a data
/// folder with the marker is not opened: restoring again mends it. What stood there before is kept in a folder beside.
/// </remarks>
public sealed class DataRestore(string dataDirectory, TimeProvider time)
{
    private readonly string _data = DataFolder.Full(dataDirectory);

    /// <summary>Restores a backup.</summary>
    /// <param name="directory">A folder that <see cref="DataBackup.Backup"/> made.</param>
    /// <param name="replace">Whether libraries that stand in the data folder may be moved aside.</param>
    /// <exception cref="LibraryBusyException">A process uses the data folder.</exception>
    /// <exception cref="LibraryExistsException">The data folder holds libraries and <paramref name="replace"/> is false.</exception>
    /// <exception cref="LibraryException">The backup is incomplete or damaged; nothing was changed.</exception>
    public RestoreOutcome Restore(string directory, bool replace = false)
    {
        var source = Path.GetFullPath(directory);
        return SqliteFaults.Guard($"data folder {_data}", () =>
        {
            var manifest = DataBackup.ReadManifest(source);
            foreach (var file in manifest.Files) RequireOurs(file, source);
            Directory.CreateDirectory(_data);
            using var alone = DataFolder.Claim(_data)
                ?? throw new LibraryBusyException($"The data folder {_data} is in use. Stop every briefingbot that uses it and try again.");
            if (!replace && Stands().Any())
                throw new LibraryExistsException($"The data folder {_data} holds libraries already; nothing was changed. Restore into another folder with --data, or move them away first.");
            var staged = Path.Combine(_data, $"restore-{ShortId.New()}");
            try
            {
                foreach (var file in manifest.Files) Stage(file, source, staged);
                return new RestoreOutcome(manifest, Swap(staged));
            }
            finally
            {
                if (Directory.Exists(staged)) Directory.Delete(staged, recursive: true);
            }
        });
    }

    // A manifest is a file like any other: it may name nothing but libraries and bot.db.
    private static void RequireOurs(BackupFile file, string source)
    {
        var library = file.Path.StartsWith("libraries/", StringComparison.Ordinal) && file.Path.EndsWith(".db", StringComparison.Ordinal)
            && LibraryName.IsValid(file.Path["libraries/".Length..^".db".Length]);
        if (!library && !string.Equals(file.Path, "bot.db", StringComparison.Ordinal))
            throw new LibraryCorruptException($"The manifest of the backup {source} names a file that is not ours. Use another backup.");
    }

    private static void Stage(BackupFile file, string source, string staged)
    {
        var (from, to) = (Path.Combine(source, file.Path), Path.Combine(staged, file.Path));
        if (!File.Exists(from)) throw new LibraryCorruptException($"The backup {source} is incomplete: {file.Path} is missing. Use another backup.");
        Directory.CreateDirectory(DataFolder.Libraries(staged));
        File.Copy(from, to);
        if (new FileInfo(to).Length != file.Bytes || !string.Equals(DataBackup.Hash(to), file.Sha256, StringComparison.Ordinal))
            throw new LibraryCorruptException($"The backup file {from} is not as it was made. Use another backup.");
        var kind = string.Equals(file.Path, "bot.db", StringComparison.Ordinal) ? DatabaseKind.Bot : DatabaseKind.Library;
        DatabaseFile.Verify(kind, to, kind.Describe(from));
    }

    private string? Swap(string staged)
    {
        var marker = Path.Combine(_data, DataFolder.RestoreMarker);
        var moved = new List<(string From, string To)>();
        var aside = Path.Combine(_data, $"replaced-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{ShortId.New()}");
        File.WriteAllText(marker, "A restore was under way. Run it again.\n");
        try
        {
            foreach (var old in Stands()) Move(old, Path.Combine(aside, Path.GetFileName(old)), moved);
            foreach (var fresh in Directory.EnumerateFileSystemEntries(staged)) Move(fresh, Path.Combine(_data, Path.GetFileName(fresh)), moved);
        }
        catch
        {
            foreach (var (from, to) in Enumerable.Reverse(moved)) Directory.Move(to, from);
            File.Delete(marker);
            throw;
        }

        File.Delete(marker);
        return Directory.Exists(aside) ? aside : null;
    }

    private static void Move(string from, string to, List<(string From, string To)> moved)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        Directory.Move(from, to);
        moved.Add((from, to));
    }

    // An empty folder of libraries is nothing that could be lost, but it stands in the way of the rename.
    private IEnumerable<string> Stands()
    {
        var libraries = DataFolder.Libraries(_data);
        if (Directory.Exists(libraries))
        {
            if (Directory.EnumerateFiles(libraries, "*.db*").Any()) yield return libraries;
            else Directory.Delete(libraries, recursive: true);
        }

        foreach (var ending in (string[])["", "-wal", "-shm"])
            if (File.Exists(DataFolder.Bot(_data) + ending)) yield return DataFolder.Bot(_data) + ending;
    }
}
