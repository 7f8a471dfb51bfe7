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

    private readonly long rows;
    private readonly float[] byLength;
    private readonly float[] onceByLength;

    /// <param name="rows">Rows in the index.</param>
    /// <param name="terms">Terms in all of them.</param>
    /// <param name="longest">Length of the longest row, in terms.</param>
    public Bm25(long rows, long terms, int longest)
    {
        this.rows = rows;
        var average = rows == 0 || terms == 0 ? 1.0 : (double)terms / rows;
        byLength = new float[longest + 1];
        onceByLength = new float[longest + 1];
        for (var length = 0; length <= longest; length++)
        {
            byLength[length] = (float)(K1 * (1 - B + B * length / average));
            onceByLength[length] = (float)((K1 + 1) / (1 + byLength[length]));
        }
    }

    public double Idf(long holders)
    {
        var idf = Math.Log((rows - holders + 0.5) / (holders + 0.5));
        return idf > 0 ? idf : 1e-6;
    }

    /// <summary>Adds one term's share to the score of every row that holds it.</summary>
    /// <exception cref="InvalidDataException">The list names a row that is not there, or ends inside a number.</exception>
    public void Accumulate(ReadOnlySpan<byte> postings, ushort[] lengths, float weight, Span<float> scores)
    {
        // PostingReader's walk, opened up: gaps of a common term fit one byte, and this loop is most of a question's time.
        var known = Math.Min(lengths.Length, scores.Length);
        var (position, ordinal) = (0, -1);
        while (position < postings.Length)
        {
            long value = postings[position];
            if (value < 0x80) position++;
            else value = Varint.Read(postings, ref position);
            var next = ordinal + 1 + (value >> 1);
            if (next >= known) throw new InvalidDataException("An index blob names a row that is not there.");
            ordinal = (int)next;
            var length = lengths[ordinal];
            if ((value & 1) == 0)
            {
                scores[ordinal] += weight * onceByLength[length];
                continue;
            }

            if (position >= postings.Length) throw new InvalidDataException("An index blob ends inside a number.");
            float frequency = postings[position++];
            scores[ordinal] += weight * frequency * (float)(K1 + 1) / (frequency + byLength[length]);
        }
    }
}
