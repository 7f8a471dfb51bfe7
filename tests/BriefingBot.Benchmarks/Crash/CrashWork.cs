using System.Globalization;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks.Crash;

/// <summary>What is killed: adds, removes, purges and merges without end, and says on its output what has been committed.</summary>
internal static class CrashWork
{
    public const string Verb = "crash-work";

    /// <summary>Ends every line that was told whole: a kill can cut one off in the middle of a number.</summary>
    public const string End = ";";

    /// <param name="folder">The data folder.</param>
    /// <param name="first">Number of the first article to add.</param>
    /// <param name="documents">Articles added in one transaction.</param>
    public static int Run(string folder, int first, int documents)
    {
        using var library = new LibraryCatalog(folder, TimeProvider.System).OpenOrCreate("default");
        var articles = new ArticleGenerator();
        IndexBuild.EnsureCurrent(library);
        for (var number = first; ; number += documents)
        {
            var ids = library.Write(session => Enumerable.Range(number, documents).Select(each => Add(session, articles.Create(each))).ToList());
            Console.WriteLine("added " + string.Join(' ', ids) + End);
            var gone = ids[number % documents];
            library.Write(session => Remove(session, gone, purge: number % 2 == 0));
            Console.WriteLine("removed " + gone + End);
            IndexMaintenance.Run(library);
        }
    }

    /// <summary>A word that stands in one article only.</summary>
    public static string WordOf(string id) => "zz" + id;

    private static string Add(LibrarySession session, Article article)
    {
        var id = article.Number.ToString(CultureInfo.InvariantCulture);
        var text = $"{WordOf(id)}. {article.Text}";
        var metadata = new DocumentMetadata { Title = article.Title, Language = "en" };
        var document = new DocumentStore(session).Add(id, "crash:" + id, new NewRevision(text, metadata, DateTimeOffset.UnixEpoch, RevisionCause.Received, 1, id, [], null));
        var ranges = PassageCutter.Cut(text, SentenceSplitter.Split(text));
        new LexicalIndex(session).Add(document.Current, new PassageStore(session).Add(document.Current, ranges));
        return id;
    }

    private static void Remove(LibrarySession session, string id, bool purge)
    {
        var documents = new DocumentStore(session);
        documents.Remove(id);
        var index = new LexicalIndex(session);
        if (!purge)
        {
            index.Remove(id);
            return;
        }

        index.Erase(id);
        documents.Purge(id);
    }
}
