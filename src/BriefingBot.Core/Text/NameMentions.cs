namespace BriefingBot.Core.Text;

/// <summary>A name as written in running text.</summary>
/// <param name="Range">From its first capital to its last word; no title, no possessive.</param>
/// <param name="IsAcronym">One word in capitals (US, IS-K).</param>
/// <param name="BeginsSentence">The capital may be the sentence's: the name is one only because it has more words than that, or stands elsewhere too.</param>
public readonly record struct NameMention(TextRange Range, bool IsAcronym, bool BeginsSentence);

/// <summary>
/// Finds names by their capitals: the longest rows of capitalised words, with the small words that join them ("Institute for the Study of War",
/// "Omar bin Hassan", "al-Nur"). Lines all in capitals, and headlines that capitalise every word, are no running text and yield none.
/// </summary>
public static class NameMentions
{
    /// <summary>Names in text order; they do not overlap.</summary>
    public static IReadOnlyList<NameMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mentions = new NameScanner(text).Scan();
        var known = mentions.Where(mention => !mention.BeginsSentence).Select(mention => mention.Range.Of(text)).ToHashSet(StringComparer.Ordinal);
        mentions.RemoveAll(mention => mention.BeginsSentence && !mention.IsAcronym && !IsLong(text, mention) && !known.Contains(mention.Range.Of(text)));
        return mentions;
    }

    private static bool IsLong(string text, NameMention mention) => text.AsSpan(mention.Range.Start, mention.Range.Length).ContainsAny(' ', '\n');
}
