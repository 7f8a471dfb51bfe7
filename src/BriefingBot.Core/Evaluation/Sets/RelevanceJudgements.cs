using System.Globalization;

namespace BriefingBot.Core.Evaluation.Sets;

/// <summary>
/// <c>qrels.tsv</c> of the BEIR layout: query-id, corpus-id and score, separated by tabs, under a header.
/// See https://github.com/beir-cellar/beir/wiki/Load-your-custom-dataset.
/// </summary>
internal sealed class RelevanceJudgements
{
    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> _grades = new(StringComparer.Ordinal);

    /// <summary>Documents judged for a query with their grade; empty for a query nobody judged.</summary>
    public IReadOnlyDictionary<string, int> For(string query) => _grades.GetValueOrDefault(query) ?? None;

    public static RelevanceJudgements Read(SetFile file)
    {
        var judgements = new RelevanceJudgements();
        var first = true;
        foreach (var (number, line) in file.Lines())
        {
            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (cells.Length != 3)
                throw new LabelledSetException(file.Path, number, $"expected query-id, corpus-id and score separated by tabs, found {cells.Length} cell(s).");
            var isGrade = int.TryParse(cells[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade);
            if (isGrade)
                judgements.Add(cells[0], cells[1], grade);
            else if (!first)
                throw new LabelledSetException(file.Path, number, $"the score must be a whole number, not \"{cells[2]}\".");
            first = false;
        }

        return judgements;
    }

    private void Add(string query, string document, int grade)
    {
        if (!_grades.TryGetValue(query, out var documents))
            _grades.Add(query, documents = new Dictionary<string, int>(StringComparer.Ordinal));
        // Judged twice: the better grade stands, whatever the order of the lines.
        documents[document] = documents.TryGetValue(document, out var other) ? Math.Max(grade, other) : grade;
    }
}
