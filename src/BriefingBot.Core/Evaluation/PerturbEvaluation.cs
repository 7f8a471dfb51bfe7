using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Perturbing;
using BriefingBot.Core.Evaluation.Runs;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Evaluation;

/// <summary>
/// Takes claims that are true, changes one thing in each, and counts how many of the changed ones the shipped rules withhold, and how many of the
/// unchanged. Reads a <c>support</c> file, or the gold documents of an <c>answers</c> folder.
/// </summary>
public static class PerturbEvaluation
{
    private const int SentencesPerPassage = 2;

    /// <exception cref="LabelledSetException">when the set cannot be read or an output file cannot be written</exception>
    public static PerturbMetrics Run(string path, EvaluationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var set = Directory.Exists(path) ? FromAnswers(path) : FromSupport(path);
        using var log = new ItemLog(options.PerItemFile);
        var names = set.SelectMany(i => i.Passages).Distinct().SelectMany(p => NameMentions.Find(p.Whole.Text).Select(m => m.Range.Of(p.Whole.Text))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var perturber = new Perturber(names);
        var results = new List<PerturbResult>();
        for (var i = 0; i < set.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var kind in Enum.GetValues<PerturbKind>())
            {
                if (Judge(set[i], kind, perturber) is not { } result)
                    continue;
                results.Add(result);
                log.Write(result);
            }

            options.Progress?.Report(new EvaluationProgress("claims", i + 1, set.Count));
        }

        return new PerturbMetrics(Measure(results.FindAll(r => r.Verbatim)), Measure(results.FindAll(r => !r.Verbatim)));
    }

    private static PerturbResult? Judge(PerturbItem item, PerturbKind kind, Perturber perturber)
    {
        if (perturber.Change(item, kind) is not { } change)
            return null;
        var before = ClaimVerifier.Verify(Claim.Of(change.Before, item.Passages), item.Passages);
        var after = ClaimVerifier.Verify(Claim.Of(change.After, item.Passages), item.Passages);
        return new PerturbResult(item.Id, item.Verbatim, JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), !after.Supported, !before.Supported, after.Rule, before.Rule, before.Reason, change.Before, change.After);
    }

    private static Dictionary<string, PerturbCount> Measure(List<PerturbResult> results) => results
        .GroupBy(r => r.Kind, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key,
            g => new PerturbCount(
                g.Count(), Statistics.Share(g.Select(r => r.Detected)), Statistics.Share(g.Select(r => r.FalseAlarm)),
                Statistics.Share(g.Select(r => r.Rule is not (null or "coverage"))), Statistics.Share(g.Select(r => r.FalseAlarmRule is not (null or "coverage")))),
            StringComparer.Ordinal);

    private static List<PerturbItem> FromSupport(string path)
    {
        var items = new List<PerturbItem>();
        foreach (var row in SupportSet.Read(path))
        {
            List<Evidence> passages = [.. row.Passages.Select(p => new Evidence(p))];
            if (row.Supported)
                items.Add(new PerturbItem(row.Id, row.Claim, passages, Verbatim: false));
            items.AddRange(Sentences(row.Id, passages));
        }

        return items;
    }

    private static List<PerturbItem> FromAnswers(string directory)
    {
        var set = AnswersSet.Read(directory);
        var gold = set.Questions.SelectMany(q => q.Documents).ToHashSet(StringComparer.Ordinal);
        return [.. set.Corpus.Rows().Where(row => gold.Contains(row.Id)).SelectMany(row => Sentences(row.Id, [new Evidence(row.Text, new ClaimContext(row.Title))]))];
    }

    /// <summary>Whole sentences spread over the passage, its first among them.</summary>
    private static IEnumerable<PerturbItem> Sentences(string id, IReadOnlyList<Evidence> passages)
    {
        foreach (var passage in passages)
        {
            var whole = passage.Sentences.Where(s => s.Stated.Words.Count is >= 8 and <= 60 && s.Stated.Text[^1] is '.').ToList();
            var step = Math.Max(1, whole.Count / SentencesPerPassage);
            for (var i = 0; i < whole.Count; i += step)
                yield return new PerturbItem($"{id}:{whole[i].Range.Start}", whole[i].Stated.Text, passages, Verbatim: true);
        }
    }

    private sealed record PerturbResult(
        [property: JsonPropertyName("_id")] string Id, bool Verbatim, string Kind, bool Detected, bool FalseAlarm, string? Rule, string? FalseAlarmRule, string? FalseAlarmReason, string Before, string After);
}
