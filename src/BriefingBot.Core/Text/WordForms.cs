namespace BriefingBot.Core.Text;

/// <summary>
/// A cache of token forms: a word of running text was almost always seen before, and then costs no stemming and no allocation.
/// Two places for each token, so it never grows; where others have taken both, the form is merely worked out again.
/// </summary>
/// <remarks>All threads share it without a lock: a form never changes, and a place is believed only where the form in it is the right one. What another thread overwrites is worked out again.</remarks>
internal sealed class WordForms
{
    private const int IndexBits = 15, Places = 2;

    private static readonly WordForms English = new(stems: true), Others = new(stems: false);

    /// <summary>The places of one token stand side by side, the younger form first.</summary>
    private readonly Place[] places = new Place[Places << IndexBits];
    private readonly bool stems;

    private WordForms(bool stems) => this.stems = stems;

    public static WordForms Of(bool english) => english ? English : Others;

    /// <param name="raw">A token as written; not empty.</param>
    public WordForm Get(ReadOnlySpan<char> raw)
    {
        var key = WordKey.Of(raw);
        // The golden ratio spreads keys that differ in few bits (Knuth, The Art of Computer Programming 3, section 6.4).
        var at = (int)((key * 0x9E3779B97F4A7C15) >> (64 - IndexBits)) * Places;
        if (places[at].Holds(key, raw) is { } first) return first;
        if (places[at + 1].Holds(key, raw) is { } second) return second;
        var form = WordForm.Create(raw, key, stems);
        (places[at], places[at + 1]) = (new Place { Key = key, Form = form }, places[at]);
        return form;
    }

    private struct Place
    {
        /// <summary>That of the form, which need not be fetched from memory to see that it is another's. It may be of another form for a moment, while a thread writes here.</summary>
        public ulong Key;
        public WordForm? Form;

        public readonly WordForm? Holds(ulong key, ReadOnlySpan<char> raw) =>
            Key == key && Form is { } form && form.Key == key && (form.Raw is null || raw.SequenceEqual(form.Raw)) ? form : null;
    }
}
