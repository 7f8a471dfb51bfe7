using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Actions;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>What the library says to claims: each with its verdict and the quotes it rests on, numbered through.</summary>
internal static class CheckReplies
{
    public static ChatReply Write(CommandOutcome.Checked outcome, DateOnly today)
    {
        var blocks = new List<ReplyBlock>();
        var all = new List<Citation>();
        foreach (var (claim, check) in outcome.Claims)
        {
            var cited = check.Citations.Select(citation => citation with { N = all.Count + citation.N }).ToList();
            blocks.Add(new HeadingBlock(ReplyWords.Line(claim, 400)));
            blocks.Add(Verdict(check));
            blocks.AddRange(cited.Take(check.Supporting).Select(Quote));
            if (check.Verdict == CheckVerdict.Disputed && check.Supporting > 0) blocks.Add(new TextBlock("The other account:", TextTone.Caution));
            blocks.AddRange(cited.Skip(check.Supporting).Select(Quote));
            all.AddRange(cited);
        }

        blocks.AddRange(all.Select(citation => AnswerReplies.Source(citation, today)));
        if (outcome.LeftOut > 0) blocks.Add(new TextBlock($"{Phrases.Count(outcome.LeftOut, "more sentence")} not checked; check them apart.", TextTone.Footer));
        blocks.Add(new TextBlock(
            Phrases.Dotted(
                "checked by rules, no model",
                outcome.AsOf is { } asOf ? $"as of {Phrases.Day(asOf)}" : null,
                $"{Phrases.Count(outcome.Searched.Documents, "document")} searched{(outcome.Searched.Newest is { } newest ? $", newest {Phrases.Day(newest)}" : "")}"),
            TextTone.Footer));
        return new ChatReply { Blocks = blocks, Actions = Actions(all), Private = outcome.Private };
    }

    /// <summary>One quote in its place.</summary>
    public static ChatReply Write(CommandOutcome.Quoted quoted, DateOnly today) => new() { Blocks = [.. SourceReplies.Blocks(quoted.Citation, today)], Private = true };

    private static TextBlock Verdict(ClaimCheck check) => check.Verdict switch
    {
        CheckVerdict.Supported => new TextBlock("Supported."),
        CheckVerdict.Disputed => new TextBlock($"Disputed. {check.Reason}", TextTone.Caution),
        CheckVerdict.NotFound => new TextBlock(check.Citations.Count > 0 ? "Not found in this library. The nearest sentences:" : "Not found in this library."),
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };

    private static ClaimBlock Quote(Citation citation) => new(
        Phrases.Dotted(citation.Publisher ?? citation.Agency, citation.PublishedOn is { } day ? Phrases.Day(day) : null) is { Length: > 0 } framing ? $"{framing}:" : "",
        citation.Quote, Verbatim: true, [citation.N]);

    private static List<ReplyAction> Actions(List<Citation> citations)
    {
        var choices = citations
            .Select(citation => QuoteAction.ValueOf(citation) is { } value ? new ReplyChoice(value, ReplyWords.Line($"[{citation.N}] {citation.Title}", 100)) : null)
            .OfType<ReplyChoice>().Take(25).ToList();
        return choices.Count == 0 ? [] : [new ReplySelect(new ChatActionId(QuoteAction.ActionVerb), "Show quote", choices)];
    }
}
