namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// Okapi BM25 as SQLite's FTS5 computes it (https://sqlite.org/fts5.html, "The bm25() function"), so that the two rank alike:
/// idf = ln((N − n + 0.5) / (n + 0.5)), or 10⁻⁶ where that is not positive, and
/// frequency · (k1 + 1) / (frequency + k1 · (1 − b + b · length / average length)).
/// </summary>
internal sealed class Bm25
{
    public const double K1 = 1.2;
    public const double B = 0.75;

    /// <summary>Frequencies below this have their factor in the table.</summary>
    private const int Tabled = 4;

    private readonly long rows;

    /// <summary>For each length k1 · (1 − b + b · length / average length), and behind it the factor of each tabled frequency from 1 on.</summary>
    private readonly float[] factors;

    /// <param name="rows">Rows in the index.</param>
    /// <param name="terms">Terms in all of them.</param>
    /// <param name="longest">Length of the longest row, in terms.</param>
    public Bm25(long rows, long terms, int longest)
    {
        this.rows = rows;
        var average = rows == 0 || terms == 0 ? 1.0 : (double)terms / rows;
        factors = new float[(longest + 1) * Tabled];
        for (var length = 0; length <= longest; length++)
        {
            var byLength = (float)(K1 * (1 - B + B * length / average));
            factors[length * Tabled] = byLength;
            for (var frequency = 1; frequency < Tabled; frequency++) factors[(length * Tabled) + frequency] = Factor(frequency, byLength);
        }
    }

    public double Idf(long holders)
    {
        var idf = Math.Log((rows - holders + 0.5) / (holders + 0.5));
        return idf > 0 ? idf : 1e-6;
    }

    /// <summary>Adds one term's share to the score of every row of a window that holds it.</summary>
    /// <param name="list">How far the term's list has been scored; moved to the first row behind the window.</param>
    /// <param name="postings">The list.</param>
    /// <param name="lengths">Of all rows.</param>
    /// <param name="first">The window's first row; none before it is left in the list.</param>
    /// <param name="scores">Of the window's rows.</param>
    /// <exception cref="InvalidDataException">The list names a row that is not there, or ends inside a posting.</exception>
    public void Accumulate(ref PostingCursor list, ReadOnlySpan<byte> postings, ushort[] lengths, int first, Span<float> scores)
    {
        var (position, row) = (list.Position, list.Row - first);
        position = Accumulate(postings, position, ref row, lengths.AsSpan(first, scores.Length), factors, list.Weight, scores);
        (list.Position, list.Row, list.Next) = (position, row + first, long.MaxValue);
        if (position >= postings.Length) return;
        list.Next = list.Row + 1L + (Varint.ReadInt(postings, ref position) >> 1);
        if (list.Next >= lengths.Length) throw new InvalidDataException("An index blob names a row that is not there.");
    }

    /// <summary>
    /// PostingReader's walk, opened up: this loop is most of a question's time. It is apart and calls nothing, so that all it works on stays in registers.
    /// </summary>
    /// <returns>Where the first posting behind the window begins.</returns>
    private static int Accumulate(ReadOnlySpan<byte> postings, int position, ref int last, ReadOnlySpan<ushort> lengths, ReadOnlySpan<float> factors, float weight, Span<float> scores)
    {
        var row = last;
        while (position < postings.Length)
        {
            var begin = position;
            uint value = postings[position++];
            for (var (shift, more) = (7, value >= 0x80); more; shift += 7)
            {
                if (position >= postings.Length || shift > 28) throw Damaged();
                uint next = postings[position++];
                value = (value & ((1u << shift) - 1)) | ((next & 0x7F) << shift);
                more = next >= 0x80;
            }

            var at = row + 1 + (int)(value >> 1);
            if ((uint)at >= (uint)lengths.Length || (uint)at >= (uint)scores.Length)
            {
                last = row;
                return begin;
            }

            row = at;
            var length = lengths[at] * Tabled;
            if ((value & 1) == 0)
            {
                scores[at] += weight * factors[length + 1];
                continue;
            }

            if (position >= postings.Length) throw Damaged();
            var frequency = postings[position++];
            scores[at] += weight * (frequency < Tabled ? factors[length + frequency] : Factor(frequency, factors[length]));
        }

        last = row;
        return position;
    }

    private static float Factor(float frequency, float byLength) => frequency * (float)(K1 + 1) / (frequency + byLength);

    private static InvalidDataException Damaged() => new("An index blob ends inside a posting, or holds a number that is too long.");
}
