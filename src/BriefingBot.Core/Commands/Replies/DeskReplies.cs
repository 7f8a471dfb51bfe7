using BriefingBot.Core.Chat;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>What the desk itself has to say: gaps, status, help, and how to bind a channel.</summary>
internal static class DeskReplies
{
    public static ChatReply Write(CommandOutcome outcome) => outcome switch
    {
        CommandOutcome.Gaps gaps => Gaps(gaps),
        CommandOutcome.Status status => Status(status),
        CommandOutcome.Help help => Help(help),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static ChatReply HowToBind(CommandOutcome.Unbound unbound) => new()
    {
        Blocks =
        [
            new TextBlock("This channel is bound to no library, so there is nothing to answer from."),
            new TextBlock((unbound.MayBind, unbound.Granted) switch
            {
                (true, true) => "Bind it: /library bind suggests this workspace's libraries.",
                (true, false) => "Make a library and bind it: /library create, then /library bind.",
                (false, _) => "Someone who manages this workspace binds it with /library bind.",
            }),
        ],
        Private = true,
    };

    private static ChatReply Gaps(CommandOutcome.Gaps gaps)
    {
        if (gaps.Questions.Count == 0) return Said(new TextBlock("No gaps: nothing asked so far went unanswered."));
        var lines = gaps.Questions.Select(gap => $"{gap.Asked}× {ReplyWords.Line(gap.Question, 200)} · last {ReplyWords.Minute(gap.LastAskedUtc)}").ToList();
        List<ReplyBlock> blocks = [new HeadingBlock("Asked, and not in the library"), new FactsBlock(lines)];
        if (gaps.Total > lines.Count) blocks.Add(new TextBlock($"{Phrases.Count(gaps.Total - lines.Count, "more question")}.", TextTone.Footer));
        return new ChatReply { Blocks = blocks };
    }

    private static ChatReply Status(CommandOutcome.Status status) => Said(
        new HeadingBlock($"Library {status.Library}"),
        new FactsBlock(
        [
            $"{Phrases.Count(status.Searched.Documents, "document")}, {Phrases.Count(status.Passages, "passage")}",
            status.Searched.Newest is { } newest ? $"newest source {Phrases.Day(newest)}" : "no dated source",
            .. status.Corrected + status.Retracted == 0 ? (string[])[] : [$"{Phrases.Count(status.Corrected, "document")} corrected, {Phrases.Count(status.Retracted, "document")} retracted by their publishers"],
            status.Waiting == 0 ? "no question is waiting in this channel" : $"{Phrases.Count(status.Waiting, "question")} waiting or being worked on in this channel",
            .. status.Digests,
        ]));

    private static ChatReply Help(CommandOutcome.Help help) => new()
    {
        Blocks =
        [
            new TextBlock("Ask by /ask, by mentioning the bot, or by replying to one of its answers. Every number opens its quote."),
            new FactsBlock([.. help.Commands.Select(command => $"/{command.Name} – {command.Description}")]),
        ],
        Private = true,
    };

    private static ChatReply Said(params ReplyBlock[] blocks) => new() { Blocks = blocks };
}
