using System.Globalization;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Actions;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>Outcomes into words: the one place where a use case's result becomes what a person reads.</summary>
internal sealed class ReplyWriter(TimeProvider time)
{
    /// <summary>The reply to a request.</summary>
    public ChatReply Write(CommandOutcome outcome, ChatRequest? request = null)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return outcome switch
        {
            CommandOutcome.Answered answered => AnswerReplies.Write(answered, today),
            CommandOutcome.Sources sources => SourceReplies.Write(sources, today),
            CommandOutcome.Checked checkedClaims => CheckReplies.Write(checkedClaims, today),
            CommandOutcome.Quoted quoted => CheckReplies.Write(quoted, today),
            CommandOutcome.Exported exported => new ChatReply
            {
                Blocks = [new TextBlock($"The answer {exported.Answer.AnswerId} as a memo.")],
                Files = [exported.Memo],
                Private = exported.Private,
                AnswerId = exported.Answer.AnswerId,
            },
            CommandOutcome.Received or CommandOutcome.Listed or CommandOutcome.Found or CommandOutcome.Removed or CommandOutcome.Created or CommandOutcome.Bound
                => LibraryReplies.Write(outcome, today),
            CommandOutcome.Feeds feeds => FeedReplies.Write(feeds.Outcome),
            CommandOutcome.Gaps or CommandOutcome.Status or CommandOutcome.Help => DeskReplies.Write(outcome),
            CommandOutcome.OfDigest digest => DigestReplies.Write(digest, today),
            CommandOutcome.Unbound unbound => DeskReplies.HowToBind(unbound),
            CommandOutcome.Interrupted interrupted => Interrupted(interrupted.Question),
            CommandOutcome.CalledOff off => Said($"Called off: {ReplyWords.Line(off.Question, 200)}") with { Private = off.Private },
            CommandOutcome.Noted noted => Private(Thanks(noted.Feedback)),
            CommandOutcome.CallingOff => Private("Calling the question off."),
            _ => Refused(outcome, request),
        };
    }

    /// <summary>A question a restart cut off, with the button that asks it again. What was asked in private is not repeated.</summary>
    private static ChatReply Interrupted(AcceptedQuestion question) => new()
    {
        Blocks =
        [
            new TextBlock(
                question.Private || question.Question.Length == 0
                    ? "A question was interrupted by a restart."
                    : $"Interrupted by a restart: {ReplyWords.Line(question.Question, 300)}",
                TextTone.Problem),
        ],
        Actions = [new ReplyButton(new ChatActionId(RetryAction.ActionVerb, question.AnswerId), "Ask again")],
        Private = question.Private,
        ForPerson = question.PersonId,
        AnswerId = question.AnswerId,
    };

    private static string Thanks(Feedback feedback) => feedback.Verdict switch
    {
        FeedbackVerdict.Up => "Noted: a good answer.",
        FeedbackVerdict.Down => "Noted: not a good answer.",
        FeedbackVerdict.WrongCitation => $"Noted: the citation [{feedback.Number}] is wrong.",
        _ => throw new ArgumentOutOfRangeException(nameof(feedback)),
    };

    private static ChatReply Refused(CommandOutcome outcome, ChatRequest? request) => outcome switch
    {
        CommandOutcome.NoWorkspace => Problem("The bot answers in channels, not in direct messages: a library belongs to a channel. An editor binds one there with /library bind."),
        CommandOutcome.NotPermitted refused => Problem(refused.Needed == DeskRole.Editor
            ? "Only an editor of this workspace may do that."
            : "Only a contributor or an editor of this workspace may do that."),
        CommandOutcome.NoSuchLibrary => Problem("There is no such library here. /library bind suggests the ones there are; /library create makes one."),
        CommandOutcome.NoSuchAnswer => Problem("There is no such answer here. The id stands under every answer."),
        CommandOutcome.NoAnswerYet => Problem("Nothing has been answered in this channel yet. Ask first: /ask"),
        CommandOutcome.NoSuchNumber none => Problem(none.Highest == 0
            ? $"The answer {none.AnswerId} has no sources."
            : $"The answer {none.AnswerId} has no number {none.Number}; its numbers go from 1 to {none.Highest}."),
        CommandOutcome.NoSuchDocument => Problem("There is no such document in this channel's library. /library list shows what there is."),
        CommandOutcome.NotRunning => Problem("There is nothing of yours to call off or to ask again: it is answered, or it was somebody else's."),
        CommandOutcome.TooOften often => Problem(TooOften(often.Limit)),
        CommandOutcome.LineFull full => Problem($"{full.Waiting:N0} questions are waiting in this channel already. Ask again when some of them are answered."),
        CommandOutcome.Invalid invalid => Problem(invalid.Sentence),
        CommandOutcome.Unavailable unavailable => Problem($"{unavailable.Sentence} ({unavailable.FaultId})"),
        CommandOutcome.Failed failed => Problem($"A fault of the program, not of what you wrote. Tell the operator: it is logged as {failed.FaultId}."),
        _ => throw new InvalidOperationException($"No words for {outcome.GetType().Name} ({request?.GetType().Name})."),
    };

    private static string TooOften(LimitReached limit)
    {
        // Rounded up: who comes at the second that is named is let in.
        var again = limit.AgainUtc.AddTicks(TimeSpan.TicksPerSecond - 1).UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return limit.Of == LimitOf.Person
            ? $"You have asked much in a short time. Ask again from {again} UTC on."
            : $"This channel has asked much in a short time. Ask again from {again} UTC on.";
    }

    private static ChatReply Said(string text) => new() { Blocks = [new TextBlock(text)] };

    private static ChatReply Private(string text) => Said(text) with { Private = true };

    private static ChatReply Problem(string text) => new() { Blocks = [new TextBlock(text, TextTone.Problem)], Private = true };
}
