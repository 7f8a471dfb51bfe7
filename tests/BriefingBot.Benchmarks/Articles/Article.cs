namespace BriefingBot.Benchmarks.Articles;

/// <summary>An invented news article before it is written in a format.</summary>
internal sealed record Article(
    int Number, string Title, string Publisher, string Byline, DateOnly PublishedOn, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The article's own text, without furniture: what rates per second are counted over.</summary>
    public string Text { get; } = string.Join("\n\n", Paragraphs);
}
