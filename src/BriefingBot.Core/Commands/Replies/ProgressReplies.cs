using BriefingBot.Core.Briefing;
using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Actions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>A line of words about what is going on, never a spinner alone, with the button that calls it off.</summary>
internal static class ProgressReplies
{
    public static ChatReply Waiting(AcceptedQuestion question, int before) =>
        Line(question, before == 1 ? "Next in line: one question is before yours" : $"{before:N0} questions are before yours");

    /// <summary>"212 documents · 40 passages · checking 3 claims".</summary>
    public static ChatReply Working(AcceptedQuestion question, BriefProgress done) => Line(question, Phrases.Dotted(
        Phrases.Count(done.Documents, "document"),
        done.Passages is { } passages ? Phrases.Count(passages, "passage") : "reading",
        done.Claims is { } claims ? $"checking {Phrases.Count(claims, "claim")}" : null));

    /// <summary>A model makes a follow-up stand by itself.</summary>
    public static ChatReply Understanding(AcceptedQuestion question) => Line(question, "Reading the conversation");

    /// <summary>The sentences of a model that hold so far, each with its source: what is not verified is not shown.</summary>
    public static ChatReply Writing(AcceptedQuestion question, IReadOnlyList<SpokenClaim> claims)
    {
        var line = Line(question, claims.Count == 0 ? "Being written; each sentence stands here once it is checked" : $"{Phrases.Count(claims.Count, "sentence")} checked · being written");
        return line with
        {
            Blocks =
            [
                .. claims.Select(claim => new ClaimBlock("", claim.Sentence.Text, Verbatim: false, claim.Sentence.Citations) { NumbersInText = true }),
                .. claims.SelectMany(claim => claim.Sources).DistinctBy(source => source.Number).Select(Source),
                .. line.Blocks,
            ],
        };
    }

    private static SourceBlock Source(SpokenSource source) => new()
    {
        Number = source.Number,
        Title = ReplyWords.Line(source.Document.Title, 300),
        Publisher = source.Document.Publisher ?? source.Document.Agency,
        Date = source.Document.PublishedOn is { } day ? Phrases.Day(day) : null,
        Quote = source.Quote,
    };

    private static ChatReply Line(AcceptedQuestion question, string words) => new()
    {
        Blocks = [new TextBlock(words, TextTone.Progress)],
        Actions = [new ReplyButton(new ChatActionId(CancelAction.ActionVerb, question.AnswerId), "Cancel")],
        Private = question.Private,
        // The answer will stand under this id.
        AnswerId = question.AnswerId,
    };
}
