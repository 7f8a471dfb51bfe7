namespace BriefingBot.Core.Text;

/// <summary>
/// Turns text into index terms: the same way for documents and for questions, or nothing would be found.
/// Terms hold letters and digits only (a decimal point is written p: 3.5 is "3p5"), and at the end of a name that looks like a stop word a <c>_</c>.
/// </summary>
public static class Analyser
{
    /// <summary>Raised by every change that yields other terms: an index stores it, and is rebuilt when it differs.</summary>
    public const int Version = 1;

    /// <summary>Terms of a long article; the list of a book is not kept.</summary>
    private const int LargestScratch = 1 << 14;

    [ThreadStatic]
    private static List<Term>? scratch;

    /// <summary>
    /// Index terms in text order, stop words left out. English (and text of unknown language) is stemmed by <see cref="PorterStemmer"/>; other
    /// languages are folded only, and their small words stay. Scripts without spaces yield overlapping pairs of characters.
    /// </summary>
    /// <param name="text">Any text; it need not be normalised.</param>
    /// <param name="language">BCP 47 primary tag; null is treated as English.</param>
    public static IReadOnlyList<Term> Analyse(string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        // How many terms there will be nobody knows: they are gathered in a list that stays, and the one handed out is as long as they are.
        var terms = scratch ?? [];
        scratch = null;
        Analyse(text, new TextRange(0, text.Length), language, terms);
        var found = new List<Term>(terms);
        terms.Clear();
        if (terms.Capacity <= LargestScratch) scratch = terms;
        return found;
    }

    /// <summary>Appends the terms of a part of the text to a list the caller may reuse; ranges count from the beginning of the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="range">The part to read; nothing outside it is looked at.</param>
    /// <param name="language">BCP 47 primary tag; null is treated as English.</param>
    /// <param name="terms">Receives the terms.</param>
    internal static void Analyse(string text, TextRange range, string? language, List<Term> terms)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(terms);
        if (range.Start < 0 || range.End < range.Start || range.End > text.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(range), range, $"The text has {text.Length} characters.");
        }

        var english = language is null || language.Equals("en", StringComparison.OrdinalIgnoreCase);
        var forms = WordForms.Borrow(english);
        try
        {
            new TermScanner(text, range, english, forms, terms).Scan();
        }
        finally
        {
            forms.GiveBack();
        }
    }
}
