namespace BriefingBot.Core.Text;

/// <summary>The small words of <see cref="LanguageProfiles"/>, each with the languages it tells of. Every word of a text is looked up here, so its hash is made while it is read.</summary>
internal sealed class ProfileWords
{
    /// <summary>Several times as many as there are words: most words of a text meet an empty place.</summary>
    private const int Bits = 12;

    private readonly (string Word, (int Language, double Weight)[] Languages)[] places = new (string, (int, double)[])[1 << Bits];

    public ProfileWords(IEnumerable<KeyValuePair<string, (int Language, double Weight)[]>> words)
    {
        foreach (var (word, languages) in words)
        {
            var at = Place(word.Aggregate(Fnv.Basis32, (hash, letter) => Fnv.With(hash, letter)));
            while (places[at].Word is not null)
            {
                at = Next(at);
            }

            places[at] = (word, languages);
        }
    }

    /// <summary>Nothing for other words.</summary>
    /// <param name="word">In lower case.</param>
    /// <param name="hash">Of <see cref="Fnv"/>, from its first letter to its last.</param>
    public ReadOnlySpan<(int Language, double Weight)> Of(ReadOnlySpan<char> word, uint hash)
    {
        for (var at = Place(hash); places[at].Word is { } known; at = Next(at))
        {
            if (word.SequenceEqual(known))
            {
                return places[at].Languages;
            }
        }

        return [];
    }

    private static int Place(uint hash) => (int)((hash ^ (hash >> 15)) & ((1 << Bits) - 1));

    private static int Next(int at) => (at + 1) & ((1 << Bits) - 1);
}
