namespace BriefingBot.Core.Stories;

/// <summary>Whether two texts are one text with other furniture, some words changed or a paragraph cut.</summary>
internal sealed class Resemblance
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

    private readonly ulong[] _ordered;
    private readonly ulong[] _shingles;
    private readonly ulong[] _numbers;

    public Resemblance(string text)
    {
        var numbers = new List<ulong>();
        var words = Shingles.Words(text, numbers);
        var length = Math.Min(ShingleWords, words.Count);
        _ordered = words.Count == 0 ? [] : [.. Enumerable.Range(0, words.Count - length + 1).Select(i => Shingles.Of(words, i, length))];
        _shingles = Distinct(_ordered);
        _numbers = Distinct(numbers);
    }

    /// <summary>Shared shingles over all, 0 to 1, where the two are copies; null where they are not.</summary>
    public double? CopyOf(Resemblance other)
    {
        var smaller = Math.Min(_shingles.Length, other._shingles.Length);
        if (smaller == 0) return null;
        double shared = Shared(_shingles, other._shingles);
        var resemblance = shared / (_shingles.Length + other._shingles.Length - shared);
        var isCopy = smaller < ShortText
            ? resemblance >= LeastOfShort
            : resemblance >= LeastResemblance && shared / smaller >= LeastContained;
        return isCopy && KeepsNumbers(other) && Math.Max(PartsIn(other), other.PartsIn(this)) >= LeastParts ? resemblance : null;
    }

    private int PartsIn(Resemblance other)
    {
        var parts = 0;
        for (var part = 0; part < Parts; part++)
        {
            var (from, to) = (_ordered.Length * part / Parts, _ordered.Length * (part + 1) / Parts);
            var shared = 0;
            for (var i = from; i < to; i++)
            {
                if (Array.BinarySearch(other._shingles, _ordered[i]) >= 0) shared++;
            }

            if (shared >= Math.Max(1, LeastOfPart * (to - from))) parts++;
        }

        return parts;
    }

    private bool KeepsNumbers(Resemblance other)
    {
        var fewer = Math.Min(_numbers.Length, other._numbers.Length);
        return fewer < EnoughNumbers || Shared(_numbers, other._numbers) >= LeastNumbers * fewer;
    }

    private static ulong[] Distinct(IEnumerable<ulong> hashes)
    {
        var sorted = hashes.ToArray();
        Array.Sort(sorted);
        var n = 0;
        foreach (var hash in sorted)
        {
            if (n == 0 || sorted[n - 1] != hash) sorted[n++] = hash;
        }

        return sorted[..n];
    }

    private static int Shared(ulong[] a, ulong[] b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return shared;
    }
}
