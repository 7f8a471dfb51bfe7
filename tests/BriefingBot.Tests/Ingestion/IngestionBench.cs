using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion;

/// <summary>A library in a folder of its own and an ingestor on it.</summary>
internal sealed class IngestionBench : IDisposable
{
    public IngestionBench()
    {
        Folder = Directory.CreateTempSubdirectory("ingestion").FullName;
        Library = new LibraryCatalog(Path.Combine(Folder, "data"), Time).Create("port");
        Ingestor = new Ingestor(Options, Time);
    }

    public string Folder { get; }

    public SetTime Time { get; } = new();

    public IngestionOptions Options { get; } = new();

    public LibraryFile Library { get; }

    public Ingestor Ingestor { get; }

    public int Count => Library.Read(s => new DocumentStore(s).Count());

    public long LibraryRevision => Library.Read(s => s.LibraryRevision);

    public IngestItem Item(string origin, string text) => new(new SourceBytes(origin, Encoding.UTF8.GetBytes(text), Time.Now));

    public Receipt Ingest(string origin, string text) => Ingest(Item(origin, text));

    public Receipt Ingest(IngestItem item) => Ingestor.Ingest(Library, item);

    public Document Find(string? id) => Library.Read(s => new DocumentStore(s).Find(id!))!;

    public byte[]? Original(string? id) => Library.Read(s => new DocumentStore(s).Original(new DocumentStore(s).Find(id!)!.Current.ContentHash));

    public void Dispose()
    {
        Library.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    internal sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2031, 3, 6, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
