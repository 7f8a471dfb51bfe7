namespace BriefingBot.Core.Text;

/// <summary>
/// A cache of token forms: a word of running text was almost always seen before, and then costs no stemming and no allocation.
/// Two places for each token, so it never grows; where others have taken both, the form is merely worked out again.
/// </summary>
/// <remarks>All threads share it without a lock: a form never changes, and a place holds nothing but a reference to one. What another thread overwrites is worked out again.</remarks>
internal sealed class WordForms
{
    private const int IndexBits = 15, Places = 2;

    private static readonly WordForms English = new(stems: true), Others = new(stems: false);

    /// <summary>The places of one token stand side by side, the younger form first.</summary>
    private readonly WordForm?[] forms = new WordForm?[Places << IndexBits];
    private readonly bool stems;

    private WordForms(bool stems) => this.stems = stems;

    public static WordForms Of(bool english) => english ? English : Others;

    /// <param name="raw">A token as written; not empty.</param>
    public WordForm Get(ReadOnlySpan<char> raw)
    {
        var key = WordKey.Of(raw);
        // The golden ratio spreads keys that differ in few bits (Knuth, The Art of Computer Programming 3, section 6.4).
        var at = (int)((key * 0x9E3779B97F4A7C15) >> (64 - IndexBits)) * Places;
        var first = forms[at];
        if (first is not null && first.Key == key && Is(first, raw)) return first;
        var second = forms[at + 1];
        if (second is not null && second.Key == key && Is(second, raw)) return second;
        var form = WordForm.Create(raw, key, stems);
        (forms[at], forms[at + 1]) = (form, first);
        return form;
    }

    private static bool Is(WordForm form, ReadOnlySpan<char> raw) => form.Raw is null || raw.SequenceEqual(form.Raw);
}
