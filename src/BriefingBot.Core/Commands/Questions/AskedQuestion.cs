using BriefingBot.Core.Briefing;

namespace BriefingBot.Core.Commands.Questions;

/// <summary>A question as a person put it, before it is accepted.</summary>
internal sealed record AskedQuestion(string Text)
{
    public DateOnly? AsOf { get; init; }
    public BriefLength Length { get; init; }
    public bool Private { get; init; }

    /// <summary>The conversation it continues; null for that of its thread, or a new one.</summary>
    public string? Conversation { get; init; }
}
