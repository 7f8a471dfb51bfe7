namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>What structured data say of the article itself. Null and empty mean not said.</summary>
internal sealed record JsonLdArticle
{
    /// <summary>The headline, and the name where it is another.</summary>
    public IReadOnlyList<string> Headlines { get; init; } = [];
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Publisher { get; init; }
    public string? Published { get; init; }

    /// <summary>When the entry was made: a day only where no other is given.</summary>
    public string? Created { get; init; }
    public string? Language { get; init; }
    public string? Url { get; init; }

    /// <summary>The wire agency or medium the text is credited to.</summary>
    public string? Source { get; init; }
}
