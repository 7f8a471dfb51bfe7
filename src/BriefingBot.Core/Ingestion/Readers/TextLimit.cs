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

    /// <returns>The text.</returns>
    /// <exception cref="UnreadableException">It is longer.</exception>
    public static string Check(string text, string origin, int most = MostCharacters) => text.Length <= most ? text : throw TooLong(origin, text.Length, most);

    /// <param name="origin">The document.</param>
    /// <param name="characters">As many as are known of.</param>
    /// <param name="most">As many as it may have.</param>
    public static UnreadableException TooLong(string origin, long characters, int most = MostCharacters) =>
        new($"{origin} holds {characters:N0} characters of text, more than one document may have ({most:N0}): split it.");
}
