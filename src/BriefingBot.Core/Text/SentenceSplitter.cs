namespace BriefingBot.Core.Text;

/// <summary>
/// Cuts text into sentences by rules: no model, no dictionary beyond a list of abbreviations, one pass.
/// Every character that is no white space stands in exactly one range; ranges begin and end with such characters.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences in text order. A blank line always ends one; so does the end of a line, unless the text is plainly wrapped there
    /// (the line stops in mid-sentence and the next goes on in lower case, or the lines of the paragraph are all about as long).
    /// </summary>
    public static IReadOnlyList<TextRange> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SentenceScanner(text).Scan();
    }
}
