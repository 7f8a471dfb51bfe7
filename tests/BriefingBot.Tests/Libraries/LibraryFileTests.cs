using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Libraries;

public sealed class LibraryFileTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void A_reader_sees_one_state_while_a_writer_commits() => _library.File.Read(session =>
    {
        Assert.Equal(0, new DocumentStore(session).Count());
        Task.Run(() => _library.Add("The tide came in."), TestContext.Current.CancellationToken).Wait(TestContext.Current.CancellationToken);

        Assert.Equal(0, new DocumentStore(session).Count());
        Assert.Equal(1, _library.File.Read(s => new DocumentStore(s).Count()));
        return true;
    });

    [Fact]
    public void What_throws_leaves_nothing_behind()
    {
        Assert.Throws<OperationCanceledException>(() => _library.File.Write(session =>
        {
            new DocumentStore(session).Add("one", "a.txt", _library.Text("Half a story."));
            throw new OperationCanceledException();
        }));

        Assert.Equal((0, 0L), _library.File.Read(s => (new DocumentStore(s).Count(), s.LibraryRevision)));
        _library.Add("A whole story.");
        Assert.Equal((1, 1L), _library.File.Read(s => (new DocumentStore(s).Count(), s.LibraryRevision)));
    }

    [Fact]
    public void A_reading_session_cannot_write()
    {
        Assert.Throws<LibraryReadOnlyException>(() => _library.File.Read(s => new DocumentStore(s).Add(null, "a.txt", _library.Text("No."))));
    }

    [Fact]
    public async Task Two_openings_of_one_library_write_in_turn()
    {
        using var other = _library.Catalog.OpenOrCreate("default");
        var files = new[] { _library.File, other };

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => files[i % 2].Write(s => new DocumentStore(s).Add($"d{i}", $"{i}.txt", _library.Text($"Story {i}."))))));

        Assert.Equal((40, 40L), other.Read(s => (new DocumentStore(s).Count(), s.LibraryRevision)));
    }

    [Fact]
    public void A_write_inside_a_write_is_a_mistake_and_says_so() =>
        Assert.Throws<InvalidOperationException>(() => _library.File.Write(_ => _library.File.Write(_ => { })));

    [Fact]
    public void A_library_held_by_another_writer_is_busy_and_free_again_after()
    {
        using var other = _library.Catalog.OpenOrCreate("default");
        other.Database.HurryWrites();
        _library.File.Write(_ =>
        {
            var fault = Assert.Throws<LibraryBusyException>(() => other.Write(_ => { }));
            Assert.Contains("held by another process", fault.Message, StringComparison.Ordinal);
        });

        other.Write(s => new DocumentStore(s).Add(null, "a.txt", _library.Text("Now.")));
    }

    [Fact]
    public void A_full_disk_keeps_what_was_there_and_says_what_to_do()
    {
        _library.Add("The first story stays.");
        _library.File.Database.LimitPages(80);

        var fault = Assert.Throws<LibraryFullException>(() => _library.Add(string.Concat(Enumerable.Repeat("Word after word fills the disk. ", 40_000))));

        Assert.Contains("no room left", fault.Message, StringComparison.Ordinal);
        Assert.Contains(_library.File.Path, fault.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1L), _library.File.Read(s => (new DocumentStore(s).Count(), s.LibraryRevision)));
        Assert.Null(_library.File.Damage());
        _library.Add("And the next one fits again.");
    }

    [Fact]
    public void A_library_that_may_not_be_written_says_so()
    {
        _library.File.Database.RefuseWrites();

        Assert.Contains("cannot be written", Assert.Throws<LibraryReadOnlyException>(() => _library.Add("No.")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, typeof(LibraryBusyException))]
    [InlineData(8, typeof(LibraryReadOnlyException))]
    [InlineData(10, typeof(LibraryException))]
    [InlineData(11, typeof(LibraryCorruptException))]
    [InlineData(13, typeof(LibraryFullException))]
    [InlineData(14, typeof(LibraryException))]
    [InlineData(26, typeof(LibraryCorruptException))]
    public void Every_fault_of_the_file_becomes_a_sentence_that_names_it(int code, Type expected)
    {
        var fault = SqliteFaults.Translate(new SqliteException("SQLite Error: 'disk I/O error'.", code), "library \"wire\" (/data/wire.db)");

        Assert.IsType(expected, fault);
        Assert.Contains("library \"wire\" (/data/wire.db)", fault!.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_rule_of_the_tables_stays_a_fault_of_ours() =>
        Assert.Null(SqliteFaults.Translate(new SqliteException("SQLite Error 19: 'UNIQUE constraint failed'.", 19), "library"));

    [Fact]
    public void Pages_that_were_overwritten_are_found()
    {
        for (var i = 0; i < 200; i++) _library.Add($"Story {i} of the harbour and its boats.");
        _library.File.Dispose();
        using (var stream = File.OpenWrite(_library.File.Path))
        {
            stream.Position = 8192;
            stream.Write(new byte[(int)stream.Length - 8192]);
        }

        var fault = Assert.Throws<LibraryCorruptException>(() =>
        {
            using var file = _library.Catalog.Open("default");
            file.Write(s => new DocumentStore(s).Add(null, "a.txt", _library.Text("More.")));
        });
        Assert.Contains("Restore a backup", fault.Message, StringComparison.Ordinal);
    }
}
