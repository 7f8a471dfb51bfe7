using System.Globalization;

namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>
/// The run format of TREC: <c>query Q0 document rank score tag</c>, one line per document, which trec_eval reads
/// (https://github.com/usnistgov/trec_eval).
/// </summary>
internal static class TrecRun
{
    private const string Tag = "briefingbot";

    public static void Write(TextWriter writer, string query, IReadOnlyList<RankedDocument> ranked)
    {
        for (var i = 0; i < ranked.Count; i++)
        {
            var rank = (i + 1).ToString(CultureInfo.InvariantCulture);
            var score = ranked[i].Score.ToString("R", CultureInfo.InvariantCulture);
            writer.Write($"{Field(query)} Q0 {Field(ranked[i].Id)} {rank} {score} {Tag}\n");
        }
    }

    /// <summary>Fields are separated by white space, so an id must not hold any.</summary>
    private static string Field(string id) => id.Any(char.IsWhiteSpace)
        ? throw new LabelledSetException($"\"{id}\": an id with white space cannot stand in a TREC run. Rename it, or leave the run file out.")
        : id;
}
