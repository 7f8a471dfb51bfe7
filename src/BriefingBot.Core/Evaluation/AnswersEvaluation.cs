using System.Diagnostics;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Evaluation.Runs;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Evaluation;

/// <summary>
/// Runs an <c>answers</c> set: the corpus goes into a temporary library through the normal ingestion, every question is put to the
/// normal briefer, and what comes back is held against the accepted answers, the gold documents and the stored texts.
/// </summary>
public sealed class AnswersEvaluation(Ingestor ingestor, Briefer briefer, TimeProvider time)
{
    /// <param name="directory">Holds <c>corpus.jsonl[.gz]</c> and <c>questions.jsonl</c>.</param>
    /// <param name="options">What is written beside the metrics.</param>
    /// <param name="cancellationToken">Stops the run; the temporary library is removed.</param>
    /// <exception cref="LabelledSetException">when the set cannot be read or an output file cannot be written</exception>
    public async Task<AnswersMetrics> RunAsync(string directory, EvaluationOptions options, CancellationToken cancellationToken = default)
    {
        var set = AnswersSet.Read(directory);
        using var items = new ItemLog(options.PerItemFile);
        using var library = await EvaluationLibrary.FillAsync(set.Corpus, ingestor, time, options.Progress, cancellationToken);
        var newest = library.NewestDay;

        // The first question of a process pays for compiling the code; it is asked once before the clock runs.
        _ = Ask(library.File, set.Questions[0], newest, cancellationToken);
        var results = new List<QuestionResult>();
        foreach (var question in set.Questions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = Ask(library.File, question, newest, cancellationToken);
            results.Add(result);
            items.Write(result);
            options.Progress?.Report(new EvaluationProgress("questions", results.Count, set.Questions.Count));
        }

        return AnswersMetrics.Of(results, library.Problems);
    }

    private QuestionResult Ask(LibraryFile library, LabelledQuestion question, DateOnly? newest, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = briefer.Ask(library, new BriefRequest(question.Text, AskedOn: question.AskedOn ?? newest), cancellationToken);
        var ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var tally = library.Read(session => CitationCheck.Check(session, answer));
        return QuestionResult.Of(question, answer, tally, ms);
    }
}
