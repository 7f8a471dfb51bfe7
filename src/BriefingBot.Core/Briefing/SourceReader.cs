using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing;

/// <summary>What opening the sources of a stored answer came to.</summary>
public abstract record SourceOutcome
{
    private SourceOutcome()
    {
    }

    /// <summary>The citations asked for, each with its status as of now.</summary>
    public sealed record Opened(Answer Answer, IReadOnlyList<Citation> Citations) : SourceOutcome;

    /// <summary>No answer with this id is stored in this library.</summary>
    public sealed record UnknownAnswer(string AnswerId) : SourceOutcome;

    /// <summary>The answer has no such number; <paramref name="Highest"/> is its last one, 0 when it cites nothing.</summary>
    public sealed record UnknownNumber(string AnswerId, int Number, int Highest) : SourceOutcome;
}

/// <summary>Opens the citations of an answer again.</summary>
public static class SourceReader
{
    /// <summary>All citations of an answer, or the one with this number; the nearest passages of a refusal are numbered too.</summary>
    public static SourceOutcome Open(LibraryFile library, string answerId, int? number = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(answerId);
        var id = answerId.Trim().ToUpperInvariant();
        if (library.Read(session => new AnswerStore(session).Find(id)) is not { } answer)
            return new SourceOutcome.UnknownAnswer(answerId);
        var all = answer.Citations.Concat(answer.Related).ToList();
        if (number is not { } n)
            return new SourceOutcome.Opened(answer, answer.Citations.Count > 0 ? answer.Citations : all);
        return all.Find(c => c.N == n) is { } citation
            ? new SourceOutcome.Opened(answer, [citation])
            : new SourceOutcome.UnknownNumber(answer.AnswerId, n, all.Count == 0 ? 0 : all.Max(c => c.N));
    }
}
