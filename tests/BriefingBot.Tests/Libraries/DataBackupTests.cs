using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Libraries;

public sealed class DataBackupTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    private string Target => Path.Combine(_library.Directory, "copies", "monday");

    [Fact]
    public void A_copy_made_while_the_library_is_in_use_comes_back_whole()
    {
        var document = _library.Add("The ferry was late.");
        using (var bot = _library.Catalog.OpenBot()) bot.Set("greeting", "hello");
        var manifest = Backup();
        _library.Add("What came after the copy.");
        Assert.Equal(["libraries/default.db", "bot.db"], manifest.Files.Select(f => f.Path), StringComparer.Ordinal);

        var elsewhere = Path.Combine(_library.Directory, "elsewhere");
        var outcome = new DataRestore(elsewhere, _library.Clock).Restore(Target);

        Assert.Null(outcome.ReplacedTo);
        var catalog = new LibraryCatalog(elsewhere, _library.Clock);
        using var file = catalog.Open("default");
        Assert.Equal(["The ferry was late."], file.Read(s => new DocumentStore(s).List().Select(d => new DocumentStore(s).Find(d.Id)!.Current.Text).ToList()));
        Assert.NotNull(file.Read(s => new DocumentStore(s).Original(document.Current.ContentHash)));
        using var restored = catalog.OpenBot();
        Assert.Equal("hello", restored.Get("greeting"));
        Assert.Empty(Directory.EnumerateDirectories(elsewhere, "re*"));
    }

    [Fact]
    public void A_copy_that_is_stopped_leaves_no_folder_and_can_be_made_again()
    {
        for (var i = 0; i < 5; i++) _library.Add(string.Concat(Enumerable.Repeat($"The ferry number {i} was late again. ", 20_000)));
        using var stop = new CancellationTokenSource();
        var seen = new List<CopyProgress>();
        var progress = new Stopping(seen, stop);

        Assert.Throws<OperationCanceledException>(() => new DataBackup(_library.Catalog, _library.Clock).Backup(Target, progress, stop.Token));

        Assert.InRange(Assert.Single(seen).Done, 1, seen[0].Total - 1);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_library.Directory, "copies")));
        Assert.Equal(2, Backup().Files.Count);
    }

    private sealed class Stopping(List<CopyProgress> seen, CancellationTokenSource stop) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value)
        {
            seen.Add(value);
            stop.Cancel();
        }
    }

    [Fact]
    public void A_folder_that_holds_something_is_not_written_over()
    {
        _library.Add("The ferry was late.");
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "mine.txt"), "mine");

        Assert.Contains(Target, Assert.Throws<LibraryExistsException>(Backup).Message, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName), StringComparer.Ordinal);
    }

    [Fact]
    public void A_copy_that_fails_leaves_no_folder()
    {
        _library.Add("The ferry was late.");
        File.WriteAllText(_library.Catalog.PathOf("broken"), "no library at all, but a text that is long enough to be read as the header of one, which it is not");

        Assert.Throws<LibraryCorruptException>(Backup);

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_library.Directory, "copies")));
    }

    [Fact]
    public void Nothing_is_restored_into_a_folder_in_use()
    {
        _library.Add("The ferry was late.");
        Backup();

        var fault = Assert.Throws<LibraryBusyException>(() => Restore(replace: true));

        Assert.Contains("is in use", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stood_there_is_refused_or_kept_aside_never_lost()
    {
        _library.Add("The ferry was late.");
        Backup();
        _library.Add("What came after the copy.");
        _library.File.Dispose();

        Assert.Contains("holds libraries already", Assert.Throws<LibraryExistsException>(() => Restore()).Message, StringComparison.Ordinal);
        var outcome = Restore(replace: true);

        Assert.Equal(1, Count(_library.Directory));
        Assert.Equal(2, Count(outcome.ReplacedTo!));
    }

    [Theory]
    [InlineData("libraries/default.db")]
    [InlineData("bot.db")]
    public void A_damaged_copy_changes_nothing(string victim)
    {
        _library.Add("The ferry was late.");
        Backup();
        _library.File.Dispose();
        using (var stream = File.OpenWrite(Path.Combine(Target, victim)))
        {
            stream.Position = 5000;
            stream.Write("oops"u8);
        }

        Assert.Contains("is not as it was made", Assert.Throws<LibraryCorruptException>(() => Restore(replace: true)).Message, StringComparison.Ordinal);

        Assert.Equal(1, Count(_library.Directory));
        Assert.Empty(Directory.EnumerateDirectories(_library.Directory, "re*"));
    }

    [Fact]
    public void A_missing_copy_and_a_folder_that_is_no_backup_are_named()
    {
        _library.Add("The ferry was late.");
        Assert.Contains("There is no backup", Assert.Throws<LibraryNotFoundException>(() => Restore()).Message, StringComparison.Ordinal);
        Backup();
        _library.File.Dispose();
        File.Delete(Path.Combine(Target, "bot.db"));

        Assert.Contains("bot.db is missing", Assert.Throws<LibraryCorruptException>(() => Restore(replace: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_cannot_reach_outside_its_folder()
    {
        _library.Add("The ferry was late.");
        Backup();
        _library.File.Dispose();
        var path = Path.Combine(Target, BackupManifest.FileName);
        File.WriteAllText(path, File.ReadAllText(path).Replace("libraries/default.db", "libraries/../../default.db", StringComparison.Ordinal));

        Assert.Contains("not ours", Assert.Throws<LibraryCorruptException>(() => Restore(replace: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_restore_is_seen_and_mended_by_another()
    {
        _library.Add("The ferry was late.");
        Backup();
        _library.File.Dispose();
        File.WriteAllText(Path.Combine(_library.Directory, DataFolder.RestoreMarker), "");

        Assert.Contains("Run \"restore DIR\" again", Assert.Throws<LibraryCorruptException>(() => _library.Catalog.Open("default")).Message, StringComparison.Ordinal);
        Restore(replace: true);

        Assert.Equal(1, Count(_library.Directory));
    }

    private BackupManifest Backup() => new DataBackup(_library.Catalog, _library.Clock).Backup(Target);

    private RestoreOutcome Restore(bool replace = false) => new DataRestore(_library.Directory, _library.Clock).Restore(Target, replace);

    private int Count(string data)
    {
        using var file = new LibraryCatalog(data, _library.Clock).Open("default");
        return file.Read(s => new DocumentStore(s).Count());
    }
}
