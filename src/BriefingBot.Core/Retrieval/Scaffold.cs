#pragma warning disable
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Retrieval;

public sealed record RetrievalQuestion(string Text, DateOnly? AskedOn = null, DateOnly? AsOf = null);
public sealed record RankedPassage(Passage Passage, Revision Revision, double Score);
public sealed record RetrievalResult(IReadOnlyList<RankedPassage> Passages, IReadOnlyList<string> Notes /* plus what Briefing needs: question analysis, idf, df, aliases used … */);
public sealed class Retriever { public RetrievalResult Retrieve(LibrarySession session, RetrievalQuestion question, int top) => throw new NotSupportedException(session + "" + question); }
