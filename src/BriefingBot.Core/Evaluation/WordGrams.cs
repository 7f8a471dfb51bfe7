using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Evaluation;

/// <summary>
/// Multisets of word 4-grams and their overlap: the measure of "article-extraction-benchmark" (Zyte, 2020), which asks
/// for the right words in the right order without asking for the same line breaks.
/// </summary>
internal static partial class WordGrams
{
    private const int Length = 4;

    /// <summary>Each 4-gram of words with how often it stands; fewer than four words are one gram, none are no gram.</summary>
    public static Dictionary<string, int> Of(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        if (words.Length is > 0 and < Length)
            grams[string.Join(' ', words)] = 1;
        for (var i = 0; i + Length <= words.Length; i++)
            CollectionsMarshal.GetValueRefOrAddDefault(grams, string.Join(' ', words, i, Length), out _)++;
        return grams;
    }

    /// <summary>Precision and recall of what was found against what was expected; both empty is 1.</summary>
    public static (double Precision, double Recall) Compare(string expected, string found)
    {
        var wanted = Of(expected);
        var given = Of(found);
        if (wanted.Count == 0 && given.Count == 0)
            return (1, 1);
        var both = given.Sum(gram => Math.Min(gram.Value, wanted.GetValueOrDefault(gram.Key)));
        return (given.Count == 0 ? 0 : (double)both / given.Values.Sum(), wanted.Count == 0 ? 0 : (double)both / wanted.Values.Sum());
    }

    public static double F1(double precision, double recall) => precision + recall <= 0 ? 0 : 2 * precision * recall / (precision + recall);

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
