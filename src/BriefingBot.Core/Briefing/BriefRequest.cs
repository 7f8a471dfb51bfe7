namespace BriefingBot.Core.Briefing;

/// <summary>How much is wanted. Default: as much as the form of the question asks for.</summary>
public enum BriefLength { Default, Short, Brief }

/// <summary>A question put to a library.</summary>
/// <param name="Question">Any text.</param>
/// <param name="AsOf">Only documents published by this day are read; null: all.</param>
/// <param name="Length">Short: the one best quote. Brief: up to eight quotes of several documents. Default: the program decides.</param>
/// <param name="AskedOn">The day the question is asked from, for recency; null: <paramref name="AsOf"/>, else the newest document's day.</param>
public sealed record BriefRequest(string Question, DateOnly? AsOf = null, BriefLength Length = BriefLength.Default, DateOnly? AskedOn = null);
