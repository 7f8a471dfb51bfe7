using System.Text;

namespace BriefingBot.Core.Index;

/// <summary>Weighted terms as FTS5 queries whose weighted scores add up to Σ weight · BM25.</summary>
/// <remarks>
/// FTS5 knows no weights, but a term that stands twice in a query counts twice. So whole weights become repetitions in one query, and terms of
/// one fractional weight form a query of their own whose score is multiplied by it; the sums are taken over all that match, before anything is cut off.
/// Syntax: https://www.sqlite.org/fts5.html#full_text_query_syntax
/// </remarks>
/// <param name="Match">An FTS5 expression.</param>
/// <param name="Factor">What its score is multiplied by.</param>
internal sealed record IndexQuery(string Match, double Factor)
{
    /// <summary>Most terms of a query; what comes after them is left out. A question of 5,000 characters has fewer.</summary>
    public const int MostTerms = 1000;

    /// <summary>Most different weights of a query.</summary>
    public const int MostWeights = 100;

    private const int MostRepetitions = 4;

    public static IReadOnlyList<IndexQuery> Of(IReadOnlyList<QueryTerm> terms)
    {
        var summed = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (!double.IsFinite(term.Weight) || term.Weight <= 0 || !HasToken(term.Value)) continue;
            if (summed.Count == MostTerms && !summed.ContainsKey(term.Value)) continue;
            summed[term.Value] = summed.GetValueOrDefault(term.Value) + term.Weight;
        }

        IndexQuery[] queries = [.. summed.GroupBy(t => Repeats(t.Value) ? 1 : t.Value)
            .Select(group => new IndexQuery(Expression(group.Select(t => (t.Key, Times: (int)Math.Round(t.Value / group.Key)))), group.Key))
            .OrderByDescending(q => q.Factor)];
        return queries.Length <= MostWeights ? queries : throw new ArgumentException($"A query has at most {MostWeights} different weights.", nameof(terms));
    }

    private static bool Repeats(double weight) => weight is >= 1 and <= MostRepetitions && weight == Math.Floor(weight);

    private static string Expression(IEnumerable<(string Value, int Times)> terms)
    {
        var match = new StringBuilder();
        foreach (var (value, times) in terms)
        {
            var phrase = '"' + value.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
            for (var i = 0; i < times; i++) match.Append(match.Length > 0 ? " OR " : "").Append(phrase);
        }

        return match.ToString();
    }

    // What the tokenizer would find nothing in makes an empty phrase; U+0000 would end the expression.
    private static bool HasToken(string value) =>
        !value.Contains('\0', StringComparison.Ordinal) && value.Any(c => char.IsAsciiLetterOrDigit(c) || c == '_' || c > 127);
}
