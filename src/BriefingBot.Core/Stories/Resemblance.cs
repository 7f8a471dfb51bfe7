using System.Buffers;
using System.Runtime.InteropServices;

namespace BriefingBot.Core.Stories;

/// <summary>Whether two texts are one text with other furniture, some words changed or a paragraph cut.</summary>
internal sealed class Resemblance : IDisposable
{
    private const int ShingleWords = 3;

    /// <summary>Share of the smaller text's shingles the other must hold. One word in ten changed leaves .73 of them; a cut paragraph and strange furniture take their share.</summary>
    private const double LeastContained = .34;

    /// <summary>Shared shingles over all. A short report inside a long later one is contained in it, but no copy of it.</summary>
    private const double LeastResemblance = .18;

    /// <summary>Below so many shingles a few shared words weigh much: more is asked.</summary>
    private const int ShortText = 40;
    private const double LeastOfShort = .5;

    /// <summary>A copy keeps the figures: this share of the text with fewer of them, where both have enough to tell. A weekly report in unchanged words does not.</summary>
    private const double LeastNumbers = .5;
    private const int EnoughNumbers = 5;

    /// <summary>Tenths of one of the texts that must hold something of the other: a notice that stands on many pages is long, but stands in one place.</summary>
    private const int Parts = 10;
    private const int LeastParts = 6;
    private const double LeastOfPart = .15;

    private readonly ulong[] _runs;
    private readonly int _length;
    private readonly HashTable _shingles;
    private readonly HashTable _numbers;

    public Resemblance(string text)
    {
        using var words = ShingledText.Of(text);
        _runs = ArrayPool<ulong>.Shared.Rent(words.Words.Count);
        _length = Shingles.Runs(words.Words, ShingleWords, _runs);
        _shingles = new HashTable(Ordered);
        _numbers = new HashTable(CollectionsMarshal.AsSpan(words.Numbers));
    }

    private ReadOnlySpan<ulong> Ordered => _runs.AsSpan(0, _length);

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_runs);
        _shingles.Dispose();
        _numbers.Dispose();
    }

    /// <summary>Shared shingles over all, 0 to 1, where the two are copies; null where they are not.</summary>
    public double? CopyOf(Resemblance other)
    {
        var smaller = Math.Min(_shingles.Count, other._shingles.Count);
        if (smaller == 0) return null;
        double shared = _shingles.Shared(other._shingles);
        var resemblance = shared / (_shingles.Count + other._shingles.Count - shared);
        var isCopy = smaller < ShortText
            ? resemblance >= LeastOfShort
            : resemblance >= LeastResemblance && shared / smaller >= LeastContained;
        return isCopy && KeepsNumbers(other) && (IsSpreadOver(other) || other.IsSpreadOver(this)) ? resemblance : null;
    }

    /// <summary>Whether enough parts of this text hold something of the other.</summary>
    private bool IsSpreadOver(Resemblance other)
    {
        var parts = 0;
        for (var part = 0; part < Parts && parts < LeastParts; part++)
        {
            var (from, to) = (Ordered.Length * part / Parts, Ordered.Length * (part + 1) / Parts);
            var wanted = Math.Max(1, LeastOfPart * (to - from));
            var shared = 0;
            for (var i = from; i < to && shared < wanted; i++)
            {
                if (other._shingles.Contains(Ordered[i])) shared++;
            }

            if (shared >= wanted) parts++;
        }

        return parts == LeastParts;
    }

    private bool KeepsNumbers(Resemblance other)
    {
        var fewer = Math.Min(_numbers.Count, other._numbers.Count);
        return fewer < EnoughNumbers || _numbers.Shared(other._numbers) >= LeastNumbers * fewer;
    }
}
