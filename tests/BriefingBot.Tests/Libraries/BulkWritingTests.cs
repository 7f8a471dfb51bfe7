using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Libraries;

public sealed class BulkWritingTests : IDisposable
{
    private const int Long = 2_000_000;
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task What_is_committed_moves_into_the_file_while_the_writer_goes_on()
    {
        await using (var bulk = _library.File.WriteInBulk())
        {
            for (var i = 0; i < 5; i++)
            {
                _library.Add($"{i} " + new string('x', Long));
                bulk.Committed();
            }
        }

        // The first was committed before anything was moved; the writer itself would move it at 64 MB.
        Assert.InRange(new FileInfo(_library.File.Path).Length, Long, long.MaxValue);
        Assert.Equal(1_000L, _library.File.Write(session => (long)session.Prepared("pragma wal_autocheckpoint").ExecuteScalar()!));
        Assert.Null(_library.File.Damage());
        Assert.Equal(5, _library.File.Read(session => new DocumentStore(session).Count()));
    }

    [Fact]
    public async Task A_reader_keeps_its_snapshot_meanwhile()
    {
        _library.Add("before");
        await using var bulk = _library.File.WriteInBulk();

        var seen = _library.File.Read(session =>
        {
            for (var i = 0; i < 5; i++)
            {
                _library.Add($"{i} during");
                bulk.Committed();
            }

            return new DocumentStore(session).Count();
        });

        Assert.Equal(1, seen);
        Assert.Equal(6, _library.File.Read(session => new DocumentStore(session).Count()));
    }
}
