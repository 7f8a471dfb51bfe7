namespace BriefingBot.Core.Retrieval;

/// <summary>What is asked, and from which day's point of view.</summary>
/// <param name="Text">The question as typed; any text is safe.</param>
/// <param name="AskedOn">The day recency is counted back from; null: <paramref name="AsOf"/>, else the newest document's day.</param>
/// <param name="AsOf">Only documents published by this day are read; null: all.</param>
/// <param name="Today">The day "last month" is counted from; null: <paramref name="AskedOn"/>, <paramref name="AsOf"/>, else the newest document's day.</param>
public sealed record RetrievalQuestion(string Text, DateOnly? AskedOn = null, DateOnly? AsOf = null, DateOnly? Today = null);
