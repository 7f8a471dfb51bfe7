using System.Text;
using System.Text.Json.Serialization;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Runs;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Evaluation;

/// <summary>What <c>eval stories</c> measures.</summary>
/// <param name="Documents">Documents in the set.</param>
/// <param name="Stories">Stories found.</param>
/// <param name="BcubedPrecision">Mean over documents of the share of its found story that has its label.</param>
/// <param name="BcubedRecall">Mean over documents of the share of its label that is in its found story.</param>
/// <param name="BcubedF1">Of the two means.</param>
public sealed record StoriesMetrics(int Documents, int Stories, double BcubedPrecision, double BcubedRecall, double BcubedF1)
{
    /// <summary>A sentence per document that could not be used; not part of the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Feeds a <c>stories</c> set to a temporary library document by document, as they would arrive, and compares the stories with the labels.</summary>
public sealed class StoriesEvaluation(Ingestor ingestor, TimeProvider time)
{
    /// <param name="path">JSON Lines: <c>_id</c>, <c>text</c>, <c>title</c>?, <c>publishedOn</c>?, <c>story</c>.</param>
    /// <param name="options">Where the items go, and who watches.</param>
    /// <param name="cancellationToken">Checked before every document.</param>
    /// <exception cref="LabelledSetException">The file is no such set.</exception>
    public StoriesMetrics Run(string path, EvaluationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        var rows = JsonRow.ReadAll(SetFile.At(path)).Select(StoryRow.Of).ToList();
        using var log = new ItemLog(options.PerItemFile);
        using var temporary = EvaluationLibrary.Empty(time);
        var library = temporary.File;
        var problems = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Feed(library, rows[i]) is { } problem) problems.Add(problem);
            options.Progress?.Report(new EvaluationProgress("documents", i + 1, rows.Count));
        }

        var found = library.Read(session => rows.ConvertAll(row => StoryClusters.StoryOf(session, row.Id)));
        // What could not be read tells no story: it stands alone.
        var items = rows.Select((row, i) => (Found: found[i] ?? $"unread {i}", Label: row.Story)).ToList();
        var scores = BCubed.Items(items);
        for (var i = 0; i < rows.Count; i++)
            log.Write(new StoryResult(rows[i].Id, items[i].Found, scores[i].Precision, scores[i].Recall));
        var (precision, recall) = rows.Count == 0 ? (0, 0) : (scores.Average(s => s.Precision), scores.Average(s => s.Recall));
        return new StoriesMetrics(rows.Count, items.Select(i => i.Found).Distinct(StringComparer.Ordinal).Count(), precision, recall, WordGrams.F1(precision, recall)) { Problems = problems };
    }

    private string? Feed(LibraryFile library, StoryRow row)
    {
        var given = new DocumentMetadata { Title = row.Title ?? "", PublishedOn = row.PublishedOn, PublishedFrom = row.PublishedOn is null ? null : DateSource.Metadata };
        var source = new SourceBytes(row.Id + ".txt", Encoding.UTF8.GetBytes(row.Text), time.GetUtcNow(), null, "utf-8");
        var receipt = ingestor.Ingest(library, new IngestItem(source, row.Id, given));
        StoryClusters.CatchUp(library);
        return receipt.Outcome is ReceiptOutcome.Added ? null : $"{receipt.Origin}: {receipt.Reason ?? receipt.Outcome.ToString()}";
    }
}
