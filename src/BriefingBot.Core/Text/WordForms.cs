namespace BriefingBot.Core.Text;

/// <summary>
/// A cache of token forms: a word of running text was almost always seen before, and then costs no stemming and no allocation.
/// Four places for each token, so it never grows; where others have taken all, the form is merely worked out again.
/// </summary>
/// <remarks>
/// Lent to one text at a time. Shared by threads it would have to hold forms as objects, and every word would wait for memory twice: for
/// the place, and then for what stands there.
/// </remarks>
internal sealed class WordForms
{
    /// <summary>Of those that are kept, and of one that a single text uses because all others are lent.</summary>
    private const int IndexBits = 14, SmallIndexBits = 8;

    private const int Places = 4;

    private static readonly Shelf English = new(stems: true), Others = new(stems: false);

    /// <summary>The places of one token stand side by side. Keys have an array of their own: it is small enough to stay near the processor.</summary>
    private readonly ulong[] keys;
    private readonly WordForm[] forms;
    private readonly int indexBits;
    private readonly bool stems;
    private int replaced;

    private WordForms(bool stems, int indexBits)
    {
        (this.stems, this.indexBits) = (stems, indexBits);
        keys = new ulong[Places << indexBits];
        forms = new WordForm[Places << indexBits];
    }

    /// <summary>One that nobody else uses until it is given back.</summary>
    public static WordForms Borrow(bool english) => (english ? English : Others).Take();

    public void GiveBack()
    {
        if (indexBits == IndexBits) (stems ? English : Others).Put(this);
    }

    /// <param name="raw">A token as written; not empty.</param>
    /// <returns>To be read before the next token is asked for, which may take its place.</returns>
    public ref readonly WordForm Get(ReadOnlySpan<char> raw)
    {
        var key = WordKey.Of(raw);
        // The golden ratio spreads keys that differ in few bits (Knuth, The Art of Computer Programming 3, section 6.4).
        var first = (int)((key * 0x9E3779B97F4A7C15) >> (64 - indexBits)) * Places;
        for (var at = first; at < first + Places; at++)
        {
            if (keys[at] == key && forms[at].IsOf(raw)) return ref forms[at];
        }

        // Which of them goes is left to chance: to know the oldest, every word that is found would have to be written down.
        var place = first + (replaced++ & (Places - 1));
        (keys[place], forms[place]) = (key, WordForm.Create(raw, key, stems));
        return ref forms[place];
    }

    /// <summary>As many as prepare documents at the same time; who comes when all are lent gets a small one, which is not kept.</summary>
    private sealed class Shelf(bool stems)
    {
        private const int Most = 2;

        private readonly WordForms?[] kept = new WordForms?[Most];
        private int made;

        public WordForms Take()
        {
            for (var at = 0; at < Most; at++)
            {
                if (Interlocked.Exchange(ref kept[at], null) is { } forms) return forms;
            }

            return new WordForms(stems, Volatile.Read(ref made) < Most && Interlocked.Increment(ref made) <= Most ? IndexBits : SmallIndexBits);
        }

        public void Put(WordForms forms)
        {
            for (var at = 0; at < Most; at++)
            {
                if (Interlocked.CompareExchange(ref kept[at], forms, null) is null) return;
            }
        }
    }
}
