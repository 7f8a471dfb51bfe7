namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>
/// How much text one document may have. Every character costs some forty times its size on the way into the library
/// (tree, sentences, terms), so this is what keeps a hostile file within the memory of a small machine.
/// </summary>
internal static class TextLimit
{
    /// <summary>UTF-16 code units: some two and a half thousand pages of print, more than the longest novels.</summary>
    public const int MostCharacters = 5_000_000;

    /// <summary>Markdown is read into a tree whose nodes cost many times what they say.</summary>
    public const int MostMarkdown = 2_000_000;

    /// <summary>Every line of Markdown may be a node, or several.</summary>
    public const int MostMarkdownLines = 100_000;

    /// <summary>Every line of plain text is looked at by itself; a book of 2,500 pages has half as many.</summary>
    public const int MostLines = 250_000;

    /// <summary>Bytes of a feed or a list of feeds: far above the largest in use, and a tree of its elements costs a hundred times as much.</summary>
    public const int MostFeedBytes = 10_000_000;

    /// <summary>Bytes or UTF-16 code units of one tag of XML: no real one comes near it.</summary>
    public const int LongestTag = 65_536;

    /// <returns>The text.</returns>
    /// <exception cref="UnreadableException">It is longer.</exception>
    public static string Check(string text, string origin, int most = MostCharacters) => text.Length <= most ? text : throw TooLong(origin, text.Length, most);

    /// <returns>The text.</returns>
    /// <exception cref="UnreadableException">It has more lines than plain text may have.</exception>
    public static string CheckLines(string text, string origin)
    {
        var lines = text.AsSpan().Count('\n') + 1;
        return lines <= MostLines ? text : throw new UnreadableException($"{origin} holds {lines:N0} lines, more than one text may have ({MostLines:N0}): split it.");
    }

    /// <summary>Refuses a feed that is too long before it becomes a tree.</summary>
    /// <exception cref="UnreadableException">It is too long.</exception>
    public static void CheckFeed(SourceBytes source)
    {
        if (source.Bytes.Length > MostFeedBytes)
            throw new UnreadableException($"{source.Origin} has {source.Bytes.Length:N0} bytes, more than a feed may have ({MostFeedBytes:N0}): ask its publisher for a shorter one.");
    }

    /// <param name="origin">The document.</param>
    /// <param name="characters">As many as are known of.</param>
    /// <param name="most">As many as it may have.</param>
    public static UnreadableException TooLong(string origin, long characters, int most = MostCharacters) =>
        new($"{origin} holds {characters:N0} characters of text, more than one document may have ({most:N0}): split it.");
}
