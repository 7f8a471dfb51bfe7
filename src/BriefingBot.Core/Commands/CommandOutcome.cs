using BriefingBot.Core.Briefing;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Feeds;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands;

/// <summary>What a use case came to: everything that can be expected. <see cref="Replies.ReplyWriter"/> turns it into words.</summary>
internal abstract partial record CommandOutcome
{
    private CommandOutcome()
    {
    }

    /// <summary>The question stands in the channel's line; its reply comes from there.</summary>
    public sealed record Taken : CommandOutcome;

    public sealed record Answered(Answer Answer, bool Private, SearchedLibrary Searched) : CommandOutcome;

    public sealed record Sources(Answer Answer, IReadOnlyList<Citation> Citations, bool Private) : CommandOutcome;

    /// <param name="Claims">Each sentence with what the library says to it.</param>
    /// <param name="LeftOut">Sentences that were not looked at.</param>
    /// <param name="AsOf">Only what was published by that day was read; null: everything.</param>
    /// <param name="Searched">What was read.</param>
    /// <param name="Private">For the asker only.</param>
    public sealed record Checked(IReadOnlyList<CheckedClaim> Claims, int LeftOut, DateOnly? AsOf, SearchedLibrary Searched, bool Private) : CommandOutcome;

    public sealed record Quoted(Citation Citation) : CommandOutcome;

    public sealed record Exported(Answer Answer, ReplyFile Memo, bool Private) : CommandOutcome;

    public sealed record Received(IReadOnlyList<Receipt> Receipts) : CommandOutcome
    {
        /// <summary>By id, in words, the documents that some of them are copies of.</summary>
        public IReadOnlyDictionary<string, string> Originals { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    public sealed record Feeds(FeedOutcome Outcome) : CommandOutcome;

    /// <param name="Documents">The newest of them.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Listed(IReadOnlyList<DocumentSummary> Documents, int Total) : CommandOutcome;

    public sealed record Found(string Query, IReadOnlyList<FoundPassage> Passages, IReadOnlyList<string> Notes) : CommandOutcome;

    public sealed record Removed(string Title, string DocumentId) : CommandOutcome;

    public sealed record Created(string Name) : CommandOutcome;

    public sealed record Bound(string Name, int Documents) : CommandOutcome;

    public sealed record Gaps(IReadOnlyList<Gap> Questions, int Total) : CommandOutcome;

    public sealed record Status(string Library, SearchedLibrary Searched, int Passages, int Waiting) : CommandOutcome
    {
        /// <summary>The next digest, and what is paused and why, one a line.</summary>
        public IReadOnlyList<string> Digests { get; init; } = [];

        /// <summary>Documents whose text says that it was corrected.</summary>
        public int Corrected { get; init; }

        /// <summary>Documents whose text says that it is withdrawn.</summary>
        public int Retracted { get; init; }
    }

    public sealed record Help(IReadOnlyList<CommandDefinition> Commands) : CommandOutcome;

    public sealed record Noted(Feedback Feedback) : CommandOutcome;

    /// <summary>The work was told to end; the question's own reply says the rest.</summary>
    public sealed record CallingOff : CommandOutcome;

    public sealed record CalledOff(string Question, bool Private) : CommandOutcome;

    public sealed record Interrupted(AcceptedQuestion Question) : CommandOutcome;

    /// <param name="Granted">Whether the workspace has a library to bind.</param>
    /// <param name="MayBind">Whether this person may.</param>
    public sealed record Unbound(bool Granted, bool MayBind) : CommandOutcome;

    public sealed record NoWorkspace : CommandOutcome;

    public sealed record NotPermitted(DeskRole Needed) : CommandOutcome;

    /// <summary>The same for a library that does not exist and for one the workspace may not open.</summary>
    public sealed record NoSuchLibrary : CommandOutcome;

    /// <summary>The same for an answer that does not exist, one of another library, and a private one of somebody else.</summary>
    public sealed record NoSuchAnswer : CommandOutcome;

    public sealed record NoAnswerYet : CommandOutcome;

    public sealed record NoSuchNumber(string AnswerId, int Number, int Highest) : CommandOutcome;

    public sealed record NoSuchDocument : CommandOutcome;

    public sealed record NotRunning : CommandOutcome;

    public sealed record TooOften(LimitReached Limit) : CommandOutcome;

    public sealed record LineFull(int Waiting) : CommandOutcome;

    /// <summary>Input that cannot be used; the sentence names it and the remedy.</summary>
    public sealed record Invalid(string Sentence) : CommandOutcome;

    /// <summary>What nobody expected; the id is in the log.</summary>
    public sealed record Failed(string FaultId) : CommandOutcome;

    /// <summary>A library's fault a person can mend, in words that name no path and no library.</summary>
    public sealed record Unavailable(string Sentence, string FaultId) : CommandOutcome;
}

/// <summary>A sentence and what the library says to it.</summary>
internal sealed record CheckedClaim(string Text, ClaimCheck Check);

/// <summary>What was searched: number of documents and the newest published day, null where no day is known.</summary>
internal sealed record SearchedLibrary(int Documents, DateOnly? Newest);

/// <summary>A passage found by words.</summary>
internal sealed record FoundPassage(string DocumentId, string Title, string? Publisher, DateOnly? PublishedOn, string Text);
