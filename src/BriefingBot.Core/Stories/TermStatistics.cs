namespace BriefingBot.Core.Stories;

/// <summary>
/// How telling a term is, learnt as documents come. A young library knows too little to tell, so every count starts from a background of documents that held
/// none of its terms: without it the first reports would be weighed by their common words.
/// </summary>
internal sealed class TermStatistics(Dictionary<int, int> counts, int documents)
{
    private const int Background = 300;

    private readonly HashSet<int> changed = [];

    public int Documents { get; private set; } = documents;

    public void Add(StoryTerms terms)
    {
        Documents++;
        foreach (var term in terms.Terms)
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
            changed.Add(term);
        }
    }

    public float Idf(int term) => MathF.Log((Documents + Background + 1) / (counts.GetValueOrDefault(term) + .5f));

    /// <summary>tf-idf of each term, of length 1.</summary>
    public float[] Weigh(StoryTerms terms)
    {
        var weights = new float[terms.Terms.Length];
        var square = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (1 + MathF.Log(terms.Counts[i])) * Idf(terms.Terms[i]);
            square += weights[i] * weights[i];
        }

        var length = MathF.Sqrt(square);
        for (var i = 0; i < weights.Length && length > 0; i++) weights[i] /= length;
        return weights;
    }

    /// <summary>Counts that changed since this was last asked.</summary>
    public IReadOnlyList<KeyValuePair<int, int>> TakeChanged()
    {
        List<KeyValuePair<int, int>> taken = [.. changed.Select(term => KeyValuePair.Create(term, counts[term]))];
        changed.Clear();
        return taken;
    }
}
