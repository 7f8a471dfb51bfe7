namespace BriefingBot.Benchmarks.Hostile;

/// <summary>One file made to cost a reader as much memory as it can.</summary>
/// <param name="Name">Format and trick: "html tags".</param>
/// <param name="Origin">The name it is added under.</param>
/// <param name="Make">Its bytes, of about the size asked for.</param>
internal sealed record HostileFile(string Name, string Origin, Func<int, byte[]> Make)
{
    private const int AsLargeAsAnItem = 49_900_000;
    private const int AsLargeAsText = 4_900_000;
    private const int HalfOfWhatIsInFlight = 3_900_000;
    private const int AsLargeAsMarkdown = 1_900_000;
    private const int AsLargeAsAFeed = 9_900_000;

    /// <summary>As large as an item may be; twice as large as the reader takes; and two that are read at the same time.</summary>
    public IReadOnlyList<(int Size, int Times)> Trials => Path.GetExtension(Origin) switch
    {
        ".md" => [(AsLargeAsAnItem, 1), (AsLargeAsMarkdown, 2)],
        ".rss" or ".atom" or ".json" or ".opml" => [(AsLargeAsAnItem, 1), (AsLargeAsAFeed, 1)],
        _ => [(AsLargeAsAnItem, 1), (AsLargeAsText, 2), (HalfOfWhatIsInFlight, 2)],
    };
}
