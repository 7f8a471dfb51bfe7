using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Libraries;

/// <summary>A data folder of its own with a clock that stands still until it is moved.</summary>
internal sealed class TempLibrary : IDisposable
{
    private readonly Lazy<LibraryFile> _file;

    public TempLibrary()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("briefingbot-").FullName;
        Catalog = new LibraryCatalog(Directory, Clock);
        _file = new Lazy<LibraryFile>(() => Catalog.OpenOrCreate("default"));
    }

    public string Directory { get; }

    public StillClock Clock { get; } = new();

    public LibraryCatalog Catalog { get; }

    public LibraryFile File => _file.Value;

    /// <summary>A text of paragraphs; each paragraph becomes a passage.</summary>
    public NewRevision Text(string text, string? publishedOn = null, string title = "", RevisionCause cause = RevisionCause.Received, DateTimeOffset? fetched = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text + title + cause);
        var metadata = new DocumentMetadata
        {
            Title = title,
            PublishedOn = publishedOn is null ? null : DateOnly.Parse(publishedOn),
            PublishedFrom = publishedOn is null ? null : DateSource.JsonLd,
        };
        return new NewRevision(text, metadata, fetched ?? Clock.Now, cause, 1, Convert.ToHexStringLower(SHA256.HashData(bytes)), [], PackedBytes.Of(bytes));
    }

    public Document Add(string text, string? publishedOn = null, string title = "", string? id = null, string? origin = null, DateTimeOffset? fetched = null) => File.Write(session =>
    {
        var document = new DocumentStore(session).Add(id, origin ?? ShortId.New(), Text(text, publishedOn, title, fetched: fetched));
        Index(session, document.Current);
        return document;
    });

    public Revision Revise(string documentId, string text, string? publishedOn = null, RevisionCause cause = RevisionCause.Received, DateTimeOffset? fetched = null) => File.Write(session =>
    {
        var revision = new DocumentStore(session).AddRevision(documentId, Text(text, publishedOn, cause: cause, fetched: fetched));
        Index(session, revision);
        return revision;
    });

    public void Remove(string documentId, bool purge = false) => File.Write(session =>
    {
        var documents = new DocumentStore(session);
        new LexicalIndex(session).Remove(documentId);
        if (purge) documents.Purge(documentId);
        else documents.Remove(documentId);
    });

    public static IReadOnlyList<TextRange> Paragraphs(string text)
    {
        var ranges = new List<TextRange>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            ranges.Add(new TextRange(start, end));
            start = end + 2;
        }

        return ranges;
    }

    private static void Index(LibrarySession session, Revision revision) =>
        new LexicalIndex(session).Add(revision, new PassageStore(session).Add(revision, Paragraphs(revision.Text)));

    public void Dispose()
    {
        if (_file.IsValueCreated) _file.Value.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}

internal sealed class StillClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2031, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
