using System.Diagnostics;
using BriefingBot.Core.Evaluation.Runs;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Evaluation;

/// <summary>
/// Runs a <c>retrieval</c> set of the BEIR layout (Thakur et al. 2021): the corpus goes into a temporary library through the
/// normal ingestion, every query through the normal retriever, and its passages are put together to documents.
/// </summary>
public sealed class RetrievalEvaluation(Ingestor ingestor, Retriever retriever, TimeProvider time)
{
    /// <param name="directory">Holds <c>corpus.jsonl[.gz]</c>, <c>queries.jsonl</c> and <c>qrels.tsv</c>.</param>
    /// <param name="options">What is written beside the metrics.</param>
    /// <param name="cancellationToken">Stops the run; the temporary library is removed.</param>
    /// <exception cref="LabelledSetException">when the set cannot be read or an output file cannot be written</exception>
    public async Task<RetrievalMetrics> RunAsync(string directory, EvaluationOptions options, CancellationToken cancellationToken = default)
    {
        var set = RetrievalSet.Read(directory);
        using var items = new ItemLog(options.PerItemFile);
        await using var run = OutputFile.Create(options.RunFile);
        using var library = await EvaluationLibrary.FillAsync(set.Corpus, ingestor, time, options.Progress, cancellationToken);
        var newest = library.NewestDay;

        // The first query of a process pays for compiling the code; it is asked once before the clock runs.
        _ = Ask(library, set.Queries[0], newest, options.RetrievalDepth);
        var results = new List<QueryResult>();
        foreach (var query in set.Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            var ranked = Ask(library, query, newest, options.RetrievalDepth);
            var result = QueryResult.Of(query, ranked, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            results.Add(result);
            items.Write(result);
            TrecRun.Write(run, query.Id, ranked);
            options.Progress?.Report(new EvaluationProgress("queries", results.Count, set.Queries.Count));
        }

        return RetrievalMetrics.Of(results, library.Documents, library.Problems);
    }

    private IReadOnlyList<RankedDocument> Ask(EvaluationLibrary library, JudgedQuery query, DateOnly? newest, int depth) =>
        library.File.Read(session =>
            DocumentRanking.Of(retriever.Retrieve(session, new RetrievalQuestion(query.Text, query.AskedOn ?? newest), depth).Passages));
}
