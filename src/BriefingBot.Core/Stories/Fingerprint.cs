using System.Runtime.InteropServices;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Stories;

/// <summary>What copies and stories compare of a text. Made off the writing thread.</summary>
/// <remarks>
/// Near copies are found by least hashes of shingles: the chance that two texts share one is their resemblance (Broder 1997, "On the resemblance and containment
/// of documents"). One pass fills all bins (Li, Owen and Zhang 2012, "One permutation hashing"); each bin is a band of one row, since a shingle of four words is rare by itself.
/// </remarks>
public sealed class Fingerprint
{
    /// <summary>Shingles fall into this many bins by their hash.</summary>
    private const int Bins = 24;

    /// <summary>
    /// Bins that are kept. Two texts a third of whose shingles are the same miss each other in all of them once in seven hundred times, and each one kept is a row to write
    /// and to look up. Earlier versions kept all: theirs are found as before.
    /// </summary>
    internal const int Bands = 16;

    private const int ShingleWords = 4;

    private Fingerprint(IReadOnlyList<long> bands, StoryTerms terms) => (Least, Terms) = (bands, terms);

    /// <summary>The least hash of each kept bin that has any; a text shorter than a shingle has one of all its words.</summary>
    internal IReadOnlyList<long> Least { get; }

    internal StoryTerms Terms { get; }

    /// <summary>The fingerprint of a text.</summary>
    /// <param name="text">The text of the revision.</param>
    /// <param name="metadata">Title and language.</param>
    /// <param name="terms">The terms the index stores of it.</param>
    /// <param name="findCopies">Without it there are no bands, and no copy is found.</param>
    public static Fingerprint Of(string text, DocumentMetadata metadata, IndexedTerms terms, bool findCopies = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(terms);
        // The words are not kept: few texts share a band with another, and all would hold their words until they are written.
        using var words = findCopies ? ShingledText.Of(text) : null;
        return new Fingerprint(words is null ? [] : BandsOf(words), StoryTerms.Of(metadata.Title, metadata.Language, Leading(terms)));
    }

    private static IEnumerable<string> Leading(IndexedTerms terms) =>
        terms.Text[..Math.Min(StoryTerms.Leading, terms.Text.Length)].ToArray().Select(term => terms.Distinct[term]);

    internal static IReadOnlyList<long> BandsOf(ShingledText text)
    {
        // Of all bins, also those not kept: asking of every shingle whether its bin is one that is costs more than the shingle.
        Span<ulong> least = stackalloc ulong[Bins];
        least.Fill(ulong.MaxValue);
        var words = CollectionsMarshal.AsSpan(text.Words);
        var length = Math.Min(ShingleWords, words.Length);
        // One by one, since nobody asks for all of them: a list would be as long as that of the words.
        for (var at = 0; length > 0 && at + length <= words.Length; at++)
        {
            var hash = Shingles.Run(words.Slice(at, length));
            var bin = (int)(hash % Bins);
            if (hash < least[bin]) least[bin] = hash;
        }

        var bands = new List<long>(Bands);
        foreach (var hash in least[..Bands])
        {
            // 48 bits: a chance meeting is one in some billions, and the row is a quarter smaller.
            if (hash != ulong.MaxValue) bands.Add((long)(hash & 0xFFFF_FFFF_FFFF));
        }

        return bands;
    }
}
