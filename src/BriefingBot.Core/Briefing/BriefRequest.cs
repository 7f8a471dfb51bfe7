namespace BriefingBot.Core.Briefing;

/// <summary>How much is wanted. Default: as much as the form of the question asks for.</summary>
public enum BriefLength { Default, Short, Brief }

/// <summary>A question put to a library.</summary>
/// <param name="Question">Any text.</param>
/// <param name="AsOf">Only documents published by this day are read; null: all.</param>
/// <param name="Length">Short: the one best quote. Brief: up to eight quotes of several documents. Default: the program decides.</param>
/// <param name="AskedOn">The day the question is asked from, for recency; null: <paramref name="AsOf"/>, else the newest document's day.</param>
public sealed record BriefRequest(string Question, DateOnly? AsOf = null, BriefLength Length = BriefLength.Default, DateOnly? AskedOn = null)
{
    /// <summary>The id the answer shall have, where one was given out before the question was worked on; null for a new one.</summary>
    public string? AnswerId { get; init; }

    /// <summary>The question as it is understood in its conversation, and searched for; null: as it was asked.</summary>
    public string? RewrittenQuestion { get; init; }

    /// <summary>Ids of documents the conversation rests on: their passages come first among passages that match about as well.</summary>
    public IReadOnlyCollection<string> Near { get; init; } = [];

    /// <summary>Quotes only, even where there is a model.</summary>
    public bool Extractive { get; init; }

    /// <summary>Told how far the work has come; null: nobody.</summary>
    public IProgress<BriefProgress>? Progress { get; init; }
}

/// <summary>How far the work on a question has come.</summary>
/// <param name="Documents">Documents in the library.</param>
/// <param name="Passages">Passages found; null while they are sought.</param>
/// <param name="Claims">Claims being checked; null before there are any.</param>
public sealed record BriefProgress(int Documents, int? Passages = null, int? Claims = null);
