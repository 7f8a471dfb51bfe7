using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion;

public sealed class IngestorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ingestor").FullName;
    private readonly FixedTime time = new();
    private readonly LibraryFile library;
    private readonly Ingestor ingestor;

    public IngestorTests()
    {
        library = new LibraryCatalog(folder, time).Create("port");
        ingestor = new Ingestor(new IngestionOptions(), time);
    }

    public void Dispose()
    {
        library.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void New_bytes_from_a_new_origin_are_added()
    {
        var receipt = ingestor.Ingest(library, Item("a.txt", "The cranes of Port Varran stood still on Monday. Nobody said why."));

        Assert.Equal(ReceiptOutcome.Added, receipt.Outcome);
        Assert.Equal("en", receipt.Language);
        Assert.Equal(1, receipt.Passages);
        Assert.Equal(1, library.Read(s => new DocumentStore(s).Count()));
    }

    private IngestItem Item(string origin, string text) => new(new SourceBytes(origin, Encoding.UTF8.GetBytes(text), time.GetUtcNow()));
}

internal sealed class FixedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2031, 3, 6, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
