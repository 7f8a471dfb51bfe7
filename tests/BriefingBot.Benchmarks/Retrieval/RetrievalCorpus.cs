using System.Security.Cryptography;
using System.Text;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks.Retrieval;

/// <summary>Fills a library and the baseline with the same passages of generated articles, up to a number of passages.</summary>
internal sealed class RetrievalCorpus(ArticleGenerator articles, int passages)
{
    private const int DocumentsAtOnce = 500;

    /// <returns>How many articles it took.</returns>
    public int Write(LibraryFile library, FtsBaseline baseline, CancellationToken cancellationToken)
    {
        var (documents, written) = (0, 0);
        while (written < passages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = Enumerable.Range(documents, DocumentsAtOnce).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Prepare).ToList();
            written += library.Write(session => Write(session, batch, passages - written, baseline, out var taken) is var count && (documents += taken) > 0 ? count : 0);
            IndexMaintenance.Run(library, cancellationToken);
        }

        baseline.Commit();
        return documents;
    }

    private static int Write(LibrarySession session, List<Prepared> batch, int room, FtsBaseline baseline, out int taken)
    {
        var (documents, store, index) = (new DocumentStore(session), new PassageStore(session), new LexicalIndex(session));
        var written = 0;
        taken = 0;
        foreach (var article in batch.TakeWhile(_ => written < room))
        {
            var metadata = new DocumentMetadata { Title = article.Title, Language = "en" };
            var revision = new NewRevision(article.Text, metadata, DateTimeOffset.UnixEpoch, RevisionCause.Received, 1, article.Hash, [], null);
            var stored = documents.Add($"d{article.Number}", article.Hash, revision).Current;
            var rows = store.Add(stored, article.Passages);
            index.Add(stored, rows, article.Terms);
            baseline.Add(stored.Id, rows, article.Terms);
            written += rows.Count;
            taken++;
        }

        return written;
    }

    private Prepared Prepare(int number)
    {
        var article = articles.Create(number);
        var text = article.Text;
        var ranges = PassageCutter.Cut(text, SentenceSplitter.Split(text));
        var terms = IndexedTerms.Of(text, new DocumentMetadata { Title = article.Title, Language = "en" }, ranges);
        return new Prepared(number, article.Title, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), ranges, terms);
    }

    private sealed record Prepared(int Number, string Title, string Text, string Hash, IReadOnlyList<TextRange> Passages, IndexedTerms Terms);
}
