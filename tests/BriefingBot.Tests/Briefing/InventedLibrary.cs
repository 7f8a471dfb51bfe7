using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Briefing;

/// <summary>A library in a temporary folder, filled with documents about a port that does not exist.</summary>
public sealed class InventedLibrary : IDisposable
{
    private static readonly DateTimeOffset Fetched = new(2031, 3, 20, 8, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefing-");

    public InventedLibrary() => File = new LibraryCatalog(_folder.FullName, TimeProvider.System).OpenOrCreate("default");

    public LibraryFile File { get; }

    public Briefer Briefer { get; } = new(new Retriever(), new BriefingOptions(), TimeProvider.System);

    /// <summary>The strike at Port Varran as four papers have it, with enough beside it that words are rare.</summary>
    public static InventedLibrary WithStrike()
    {
        var library = new InventedLibrary();
        library.Add("courier", "Walkout empties Port Varran", "Varran Courier", "2031-03-03",
            "About 1,400 dockers stayed away from Port Varran on Monday. The port authority said two ferries were turned back before dawn.\n\nHarbour master Ilse Tamm called the walkout unlawful. She asked the dockers to return by Thursday.");
        library.Add("wire", "Union claims record turnout", "Lissa Wire", "2031-03-04",
            "About 1,900 dockers stayed away from Port Varran on Monday. The union, led by Oren Vass, wants a new rota for night shifts.");
        library.Add("post", "Ministry denies talks", "Delta Post", "2031-03-06",
            "The transport ministry denied that secret talks with the dockers' union had begun at Port Varran. A spokesman said no mediator had been named.");
        library.Add("herald", "Talks reported in Lissa", "Lissa Herald", "2031-03-05",
            "Secret talks between the transport ministry and the dockers' union of Port Varran have begun in Lissa, two people familiar with the matter said.");
        library.Add("museum", "Museum reopens", "Varran Courier", "2031-01-10",
            "The maritime museum reopened after four years of repairs. Its curator, Hanne Orlo, restored a brass lighthouse lamp from 1884.");
        library.Add("fishing", "Herring return", "Delta Post", null,
            "Herring returned to the Delta in large numbers. Fishing boats landed 300 tonnes in a week. Biologists expect the shoals to stay until May.");
        return library;
    }

    public void Add(string id, string title, string? publisher, string? day, string text, string language = "en")
    {
        var metadata = new DocumentMetadata
        {
            Title = title,
            Publisher = publisher,
            PublishedOn = day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture),
            PublishedFrom = day is null ? null : DateSource.Metadata,
            Language = language,
        };
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        File.Write(session =>
        {
            var revision = new DocumentStore(session).Add(id, id + ".txt", new NewRevision(text, metadata, Fetched, RevisionCause.Received, 1, hash, [], null)).Current;
            var passages = new PassageStore(session).Add(revision, PassageCutter.Cut(text, SentenceSplitter.Split(text)));
            new LexicalIndex(session).Add(revision, passages);
        });
    }

    public Answer Ask(string question, BriefLength length = BriefLength.Default, DateOnly? asOf = null) =>
        Briefer.Ask(File, new BriefRequest(question, asOf, length));

    public RetrievalResult Retrieve(string question, DateOnly? asOf = null, DateOnly? askedOn = null) =>
        File.Read(session => new Retriever().Retrieve(session, new RetrievalQuestion(question, askedOn, asOf), 20));

    public void Dispose()
    {
        File.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
