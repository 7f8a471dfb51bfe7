namespace BriefingBot.Core.Evaluation.Sets;

/// <summary>One document of a <c>stories</c> set and the story it tells.</summary>
internal sealed record StoryRow(string Id, string Text, string? Title, DateOnly? PublishedOn, string Story)
{
    public static StoryRow Of(JsonRow row) => new(row.Id(), row.String("text"), row.OptionalString("title"), row.Day("publishedOn"), row.String("story"));
}
