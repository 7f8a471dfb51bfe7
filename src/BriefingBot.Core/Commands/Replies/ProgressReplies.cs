using BriefingBot.Core.Briefing;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Actions;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>A line of words about what is going on, never a spinner alone, with the button that calls it off.</summary>
internal static class ProgressReplies
{
    public static ChatReply Waiting(AcceptedQuestion question, int before) =>
        Line(question, before == 1 ? "Next in line: one question is before yours" : $"{before:N0} questions are before yours");

    /// <summary>"212 documents · 40 passages · checking 3 claims".</summary>
    public static ChatReply Working(AcceptedQuestion question, BriefProgress done) => Line(question, ReplyWords.Dotted(
        ReplyWords.Count(done.Documents, "document"),
        done.Passages is { } passages ? ReplyWords.Count(passages, "passage") : "reading",
        done.Claims is { } claims ? $"checking {ReplyWords.Count(claims, "claim")}" : null));

    private static ChatReply Line(AcceptedQuestion question, string words) => new()
    {
        Blocks = [new TextBlock(words, TextTone.Progress)],
        Actions = [new ReplyButton(new ChatActionId(CancelAction.ActionVerb, question.AnswerId), "Cancel")],
        Private = question.Private,
        // The answer will stand under this id.
        AnswerId = question.AnswerId,
    };
}
