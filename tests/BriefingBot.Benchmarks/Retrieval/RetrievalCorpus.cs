using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks.Retrieval;

/// <summary>Fills a library and the baseline with the same passages of generated articles, up to a number of passages.</summary>
internal sealed class RetrievalCorpus(ArticleGenerator articles, int most)
{
    private const int DocumentsAtOnce = 500;

    /// <summary>Time our index and its passages took to be written and merged, commits included; making and analysing the articles is not counted.</summary>
    public TimeSpan Ours { get; private set; }

    /// <summary>Time the baseline took for the same.</summary>
    public TimeSpan Theirs { get; private set; }

    /// <returns>How many articles it took.</returns>
    public int Write(LibraryFile library, FtsBaseline baseline, CancellationToken cancellationToken)
    {
        var (documents, written) = (0, 0);
        while (written < most)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = Enumerable.Range(documents, DocumentsAtOnce).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Prepare).ToList();
            var start = Stopwatch.GetTimestamp();
            var rows = library.Write(session => Write(session, batch, most - written));
            IndexMaintenance.MergeSegments(library, cancellationToken);
            Ours += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            foreach (var row in rows) baseline.Add(row.Revision, row.Passages, row.Terms);
            Theirs += Stopwatch.GetElapsedTime(start);
            written += rows.Sum(row => row.Passages.Count);
            documents += rows.Count;
        }

        baseline.Commit();
        var last = Stopwatch.GetTimestamp();
        IndexMaintenance.Run(library, cancellationToken);
        Ours += Stopwatch.GetElapsedTime(last);
        return documents;
    }

    private static List<(long Revision, IReadOnlyList<Passage> Passages, IndexedTerms Terms)> Write(LibrarySession session, List<Prepared> batch, int room)
    {
        var (documents, store, index) = (new DocumentStore(session), new PassageStore(session), new LexicalIndex(session));
        var rows = new List<(long, IReadOnlyList<Passage>, IndexedTerms)>();
        foreach (var article in batch.TakeWhile(_ => room > 0))
        {
            var metadata = new DocumentMetadata { Title = article.Title, Language = "en" };
            var revision = new NewRevision(article.Text, metadata, DateTimeOffset.UnixEpoch, RevisionCause.Received, 1, article.Hash, [], null);
            var stored = documents.Add($"d{article.Number}", article.Hash, revision).Current;
            var passages = store.Add(stored, article.Passages);
            index.Add(stored, passages, article.Terms);
            rows.Add((stored.Id, passages, article.Terms));
            room -= passages.Count;
        }

        return rows;
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
