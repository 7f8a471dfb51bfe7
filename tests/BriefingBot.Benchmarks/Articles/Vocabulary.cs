using System.Text;

namespace BriefingBot.Benchmarks.Articles;

/// <summary>
/// Fifty thousand words whose frequencies fall as Zipf's law has it: the word of rank r is drawn with a weight of 1/(r + 2.7).
/// The most frequent are English function words, so that stop lists work as on real text; all others are invented.
/// </summary>
internal sealed class Vocabulary
{
    public const int Size = 50_000;

    private const double Shift = 2.7;
    private const string FunctionWords =
        "the of and to in a that is was for on with said as by at from it has be have had were are an not this but he which they their its who will been after more would or than also about when one two had there against other over during into no before could under while where between";

    private static readonly string[] Onsets = ["b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "sk", "st", "t", "tr", "v", "w", "z"];
    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"];
    private static readonly string[] Codas = ["", "", "l", "m", "n", "r", "k", "nd", "rt", "sk", "x"];

    private readonly string[] _words = new string[Size];
    private readonly Dictionary<string, int> _ranks = new(Size, StringComparer.Ordinal);
    private readonly double[] _cumulative = new double[Size];

    public Vocabulary(int seed)
    {
        var random = new Random(seed);
        foreach (var word in FunctionWords.Split(' '))
            Add(word);
        FunctionWordCount = _ranks.Count;
        while (_ranks.Count < Size)
            Add(Invent(random, _ranks.Count));

        var sum = 0.0;
        for (var rank = 0; rank < Size; rank++)
            _cumulative[rank] = sum += 1 / (rank + 1 + Shift);
    }

    public int FunctionWordCount { get; }

    public string this[int rank] => _words[rank];

    /// <summary>The rank of a word from 0, the most frequent; null for a word that is not in the vocabulary.</summary>
    public int? RankOf(string word) => _ranks.TryGetValue(word, out var rank) ? rank : null;

    public string Draw(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, Size - 1)];
    }

    /// <summary>A capitalised invented word of two syllables or three.</summary>
    public static string Name(Random random)
    {
        var name = Syllables(random, 2 + random.Next(2));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>Frequent words are short.</summary>
    private static string Invent(Random random, int rank) => Syllables(random, (rank < 500 ? 1 : 2) + random.Next(2));

    private static string Syllables(Random random, int count)
    {
        var word = new StringBuilder();
        for (var i = 0; i < count; i++)
            word.Append(Of(Onsets, random)).Append(Of(Nuclei, random)).Append(Of(Codas, random));
        return word.ToString();
    }

    private static string Of(string[] parts, Random random) => parts[random.Next(parts.Length)];

    private void Add(string word)
    {
        if (_ranks.TryAdd(word, _ranks.Count))
            _words[_ranks.Count - 1] = word;
    }
}
