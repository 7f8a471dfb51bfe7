using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Libraries;

public sealed class MigratorTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public static TheoryData<int> OlderVersions => [.. Enumerable.Range(1, Migrator.Newest(DatabaseKind.Library) - 1)];

    public void Dispose() => _library.Dispose();

    [Theory]
    [InlineData("library")]
    [InlineData("bot")]
    public void The_schema_is_the_one_written_down(string which)
    {
        var kind = string.Equals(which, "bot", StringComparison.Ordinal) ? DatabaseKind.Bot : DatabaseKind.Library;
        using var connection = DatabaseConnection.Open(Path.Combine(_library.Directory, "new.db"), writable: true, create: true);
        Migrator.Migrate(connection, kind, "new file");

        var path = Path.Combine(AppContext.BaseDirectory, "Libraries", "Fixtures", $"{which}-schema.txt");
        var actual = Schema(connection);

        // To write the schema down anew, copy this over the fixture.
        File.WriteAllText(Path.ChangeExtension(path, ".actual.txt"), actual);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    [Theory]
    [MemberData(nameof(OlderVersions))]
    public void A_library_of_an_older_version_is_brought_forward_with_its_rows(int version)
    {
        var path = Old(version);

        using var file = _library.Catalog.Open("old");

        using var fresh = DatabaseConnection.Open(Path.Combine(_library.Directory, "new.db"), writable: true, create: true);
        Migrator.Migrate(fresh, DatabaseKind.Library, "new file");
        using var upgraded = DatabaseConnection.Open(path, writable: false);
        Assert.Equal(Schema(fresh), Schema(upgraded));
        Assert.Equal(Migrator.Newest(DatabaseKind.Library), upgraded.Number("pragma user_version"));
        Assert.Equal("The ferry was late.", file.Read(s => new DocumentStore(s).Find("d1")!.Current.Text));
        Assert.Equal(7, file.Read(s => s.LibraryRevision));
        Assert.Null(file.Damage());
    }

    [Fact]
    public void A_newer_library_is_refused_with_both_versions_and_left_alone()
    {
        var path = _library.File.Path;
        _library.File.Dispose();
        using (var connection = DatabaseConnection.Open(path, writable: true)) connection.Execute("pragma user_version = 99");

        var fault = Assert.Throws<LibraryNewerException>(() => _library.Catalog.Open("default"));

        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.Contains("version 99", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"up to {Migrator.Newest(DatabaseKind.Library)}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_database_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(_library.Directory, "libraries"));
        var path = _library.Catalog.PathOf("theirs");
        using (var theirs = DatabaseConnection.Open(path, writable: true, create: true)) theirs.Execute("create table recipes (name text)");

        Assert.Contains("is not a BriefingBot file", Assert.Throws<LibraryCorruptException>(() => _library.Catalog.Open("theirs")).Message, StringComparison.Ordinal);

        using var still = DatabaseConnection.Open(path, writable: false);
        Assert.Equal(1, still.Number("select count(*) from sqlite_schema"));
    }

    [Fact]
    public void A_bot_file_is_no_library()
    {
        _library.Catalog.OpenBot().Dispose();
        Directory.CreateDirectory(Path.Combine(_library.Directory, "libraries"));
        File.Copy(Path.Combine(_library.Directory, "bot.db"), _library.Catalog.PathOf("wire"));

        Assert.Throws<LibraryCorruptException>(() => _library.Catalog.Open("wire"));
    }

    [Fact]
    public async Task Several_may_bring_one_library_forward_at_once()
    {
        Old(1);

        var files = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _library.Catalog.Open("old"))));

        Assert.All(files, file => Assert.Equal(1, file.Read(s => new DocumentStore(s).Count())));
        foreach (var file in files) file.Dispose();
    }

    [Fact]
    public void A_step_that_fails_leaves_the_version_and_the_tables_as_they_were()
    {
        var path = Old(1);
        using (var connection = DatabaseConnection.Open(path, writable: true)) connection.Execute("create table index_state (mine text)");

        Assert.ThrowsAny<Exception>(() => _library.Catalog.Open("old"));

        using var after = DatabaseConnection.Open(path, writable: false);
        Assert.Equal(1, after.Number("pragma user_version"));
        Assert.Equal(0, after.Number("select count(*) from sqlite_schema where name = 'passage_terms'"));
    }

    // The tables of version 1 are in every later version, so these rows are what any old library may hold.
    private string Old(int version)
    {
        Directory.CreateDirectory(Path.Combine(_library.Directory, "libraries"));
        var path = _library.Catalog.PathOf("old");
        using var connection = DatabaseConnection.Open(path, writable: true, create: true);
        Migrator.Migrate(connection, DatabaseKind.Library, "old file", upTo: version);
        connection.Execute(
            """
            begin;
            insert into revisions (id, document_id, number, title, fetched_utc, cause, cleaner_version, content_hash, characters, removed_characters)
              values (1, 'd1', 1, 'Ferries', '2030-01-02T03:04:05.0000000Z', 'received', 1, 'ab', 19, 0);
            insert into revision_texts (revision_id, text) values (1, 'The ferry was late.');
            insert into documents (id, origin, current_revision_id, added_utc) values ('d1', 'a.txt', 1, '2030-01-02T03:04:05.0000000Z');
            insert into passages (revision_id, ordinal, start_at, end_at) values (1, 0, 0, 19);
            update library_state set revision = 7;
            commit;
            """);
        Assert.Equal(version, connection.Number("pragma user_version"));
        return path;
    }

    private static string Schema(DatabaseConnection connection)
    {
        using var command = connection.Sqlite.CreateCommand();
        // The tables inside the index are FTS5's own and may change with SQLite.
        command.CommandText = "select type, name, sql from sqlite_schema where sql is not null and name not glob '*_terms_*' order by type, name";
        using var row = command.ExecuteReader();
        var schema = new StringWriter { NewLine = "\n" };
        while (row.Read()) schema.WriteLine($"{row.GetString(0)} {row.GetString(1)}\n{row.GetString(2)}\n");
        return schema.ToString();
    }
}
