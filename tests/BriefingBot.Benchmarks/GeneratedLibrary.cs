using System.Text;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Benchmarks;

/// <summary>A library filled with generated articles through the normal ingestion, straight from memory.</summary>
internal static class GeneratedLibrary
{
    public static async Task<LibraryFile> CreateAsync(string dataFolder, ArticleGenerator articles, int documents, CancellationToken cancellationToken)
    {
        var library = new LibraryCatalog(dataFolder, TimeProvider.System).OpenOrCreate("default");
        var failed = new List<string>();
        await foreach (var receipt in new Ingestor(new IngestionOptions(), TimeProvider.System).IngestAsync(library, Items(articles, documents), cancellationToken))
        {
            if (receipt.Outcome is not ReceiptOutcome.Added)
                failed.Add($"{receipt.Origin}: {receipt.Outcome} {receipt.Reason}");
        }

        if (failed.Count > 0)
            await Console.Error.WriteLineAsync($"{failed.Count} of {documents} generated articles were not added, the first: {failed[0]}");
        return library;
    }

    private static async IAsyncEnumerable<IngestItem> Items(ArticleGenerator articles, int documents)
    {
        for (var number = 0; number < documents; number++)
        {
            var article = articles.Create(number);
            var bytes = Encoding.UTF8.GetBytes(ArticleFile.Content(article));
            yield return new IngestItem(new SourceBytes(ArticleFile.Name(article), bytes, TimeProvider.System.GetUtcNow()));
        }

        await Task.CompletedTask;
    }
}
