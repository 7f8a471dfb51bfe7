namespace BriefingBot.Core.Briefing.Claims;

/// <summary>What is known of a passage beside its text: a claim may say it without the passage saying it.</summary>
/// <param name="Heading">Title, publisher, agency and byline of its document, as one text.</param>
/// <param name="PublishedOn">The day its document was published; null where unknown.</param>
/// <param name="Language">BCP 47 primary tag; null is treated as English.</param>
internal sealed record ClaimContext(string Heading = "", DateOnly? PublishedOn = null, string? Language = null)
{
    public static readonly ClaimContext None = new();
}
