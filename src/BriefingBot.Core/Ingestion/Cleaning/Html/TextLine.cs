namespace BriefingBot.Core.Ingestion.Cleaning.Html;

internal enum LineKind { Paragraph, Heading, Item, Row, Code }

/// <summary>One block of an article as it will stand in the text, with what the rules ask about it.</summary>
/// <param name="Node">The index of the node it starts at: its place on the page.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, white space settled, no marks of its own.</param>
/// <param name="Words">Its words.</param>
/// <param name="LinkWords">Words of it that stand in links.</param>
/// <param name="Level">1 to 6 for a heading; else 0.</param>
internal sealed record TextLine(int Node, LineKind Kind, string Text, int Words, int LinkWords, int Level)
{
    /// <summary>The rule that takes the line out; null while it stays.</summary>
    public string? Rule { get; set; }
}
