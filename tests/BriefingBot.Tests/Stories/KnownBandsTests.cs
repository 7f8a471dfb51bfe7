using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Tests.Ingestion;

namespace BriefingBot.Tests.Stories;

public sealed class KnownBandsTests : IDisposable
{
    private const string Report =
        "The ferry Sella ran aground off Cape Orrin at dusk with 212 people on board, the coast guard said. Nobody was hurt, and all were brought ashore in four boats before midnight.\n\n"
        + "Captain Jorun Made told investigators that a buoy had drifted from its place. The operator cancelled all crossings to the outer islands until Saturday.";

    private readonly IngestionBench bench = new();
    private readonly LibraryFile other;

    public KnownBandsTests() => other = new LibraryCatalog(Path.Combine(bench.Folder, "data"), bench.Time).Open("port");

    public void Dispose()
    {
        other.Dispose();
        bench.Dispose();
    }

    [Fact]
    public void A_copy_of_what_another_process_added_meanwhile_is_found()
    {
        Add(bench.Library, "own", "A short notice about the opening hours of the harbour office in winter.");
        Add(other, "first", Report);

        Assert.Equal("first", Add(bench.Library, "copy", Report + "\n\nMore on page four.").CopyOf);
    }

    [Fact]
    public void A_copy_of_what_another_process_added_is_found_after_a_write_that_failed()
    {
        Add(bench.Library, "own", "A short notice about the opening hours of the harbour office in winter.");
        Add(other, "first", Report);
        Assert.Throws<InvalidOperationException>(() => bench.Library.Write(_ => throw new InvalidOperationException("on purpose")));

        Assert.Equal("first", Add(bench.Library, "copy", Report + "\n\nMore on page four.").CopyOf);
    }

    [Fact]
    public void What_a_failed_write_added_is_no_original()
    {
        Add(bench.Library, "own", "A short notice about the opening hours of the harbour office in winter.");
        Assert.Throws<InvalidOperationException>(() => bench.Library.Write(session =>
        {
            new BandStore(session).Add(1, [1, 2, 3]);
            throw new InvalidOperationException("on purpose");
        }));

        Assert.Empty(bench.Library.Write(session => new BandStore(session) is var store ? store.Holders([1, 2, 3], store.Older([1, 2, 3])) : null!));
    }

    [Fact]
    public void A_copy_is_found_after_another_process_moved_the_bands_of_its_original()
    {
        Add(bench.Library, "first", Report);
        BandStore.Settle(other, most: 0);

        Assert.Equal("first", Add(bench.Library, "copy", Report + "\n\nMore on page four.").CopyOf);
    }

    [Fact]
    public void What_a_refused_document_gathered_is_found_nowhere()
    {
        var preparer = new DocumentPreparer(bench.Options, bench.Time, DocumentReaders.All);
        bench.Library.Write(session =>
        {
            var writer = new DocumentWriter(session, bench.Options, preparer);
            // The index refuses it, after copies of it were looked for.
            session.Prepared("update index_state set analyser_version = -1").ExecuteNonQuery();
            Assert.Equal(ReceiptOutcome.Failed, writer.Guarded(preparer.Prepare(bench.Item("refused.txt", Report) with { DocumentId = "refused" }), writer.Write).Outcome);
            session.Prepared("update index_state set analyser_version = null").ExecuteNonQuery();
        });

        Assert.Equal(0L, bench.Library.Read(session => session.Prepared("select count(*) from copy_bands_recent").ExecuteScalar()));
        // It takes the number of the revision that was refused.
        Add(bench.Library, "own", "A short notice about the opening hours of the harbour office in winter.");

        Assert.Null(Add(bench.Library, "copy", Report + "\n\nMore on page four.").CopyOf);
        Assert.Equal("copy", Add(other, "another", Report).CopyOf);
    }

    [Fact]
    public void Few_documents_for_a_large_library_do_not_make_it_read_all_its_bands()
    {
        for (var i = 0; i < 40; i++) Add(other, $"d{i}", $"Notice number {i} of the harbour office tells ships about berth {i * 7} and tide {i * 11}.");

        Assert.Equal([1L], bench.Library.Write(session => KnownBands.Of(session).Among([1])));
        Assert.Empty(bench.Library.Write(session => KnownBands.Of(session).Among([1])));
    }

    private Receipt Add(LibraryFile library, string id, string text) =>
        bench.Ingestor.Ingest(library, bench.Item(id + ".txt", text) with { DocumentId = id });
}
