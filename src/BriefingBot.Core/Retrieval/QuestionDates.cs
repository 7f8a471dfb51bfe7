namespace BriefingBot.Core.Retrieval;

/// <summary>Days from one to another, both included.</summary>
public readonly record struct DateWindow(DateOnly From, DateOnly To)
{
    /// <summary>Days between a day and the window; 0 inside it.</summary>
    public int Distance(DateOnly day) =>
        day < From ? From.DayNumber - day.DayNumber : day > To ? day.DayNumber - To.DayNumber : 0;
}

/// <summary>Days a question speaks of.</summary>
/// <param name="Windows">Time is centred on these instead of on the day of asking; empty when the question names no day.</param>
/// <param name="Published">Only documents published within are wanted ("articles published in May 2031"); null: no such wish.</param>
public sealed record QuestionDates(IReadOnlyList<DateWindow> Windows, DateWindow? Published)
{
    /// <summary>The question names no day.</summary>
    public static QuestionDates None { get; } = new([], null);
}
