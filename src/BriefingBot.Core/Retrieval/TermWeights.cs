namespace BriefingBot.Core.Retrieval;

/// <summary>How telling the terms of a question are in one library.</summary>
/// <param name="Passages">Passages the library holds.</param>
/// <param name="Frequencies">Passages holding each term; 0 where the library has never seen it.</param>
public sealed record TermWeights(long Passages, IReadOnlyDictionary<string, long> Frequencies)
{
    private const double Unseen = 9;

    /// <summary>Nothing was asked.</summary>
    public static TermWeights None { get; } = new(0, new Dictionary<string, long>(StringComparer.Ordinal));

    /// <summary>Whether any passage holds the term.</summary>
    public bool Seen(string term) => Frequencies.TryGetValue(term, out var df) && df > 0;

    /// <summary>Inverse document frequency, ln(1 + (N − df + ½)/(df + ½)) (Robertson and Zaragoza 2009), at most 9 for a term never seen.</summary>
    public double Idf(string term)
    {
        var df = Frequencies.GetValueOrDefault(term);
        var idf = Math.Log(1 + ((Passages - df + .5) / (df + .5)));
        return df == 0 ? Math.Min(Unseen, idf) : idf;
    }
}
