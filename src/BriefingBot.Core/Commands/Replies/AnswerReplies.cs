using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Actions;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>A brief, or a refusal, as its readers see it: claims with numbers, one line per source, and how it came about.</summary>
internal static class AnswerReplies
{
    private const string Differ = "Accounts differ";

    public static ChatReply Write(CommandOutcome.Answered answered, DateOnly today)
    {
        var answer = answered.Answer;
        return new ChatReply
        {
            Blocks = answer.Status == AnswerStatus.Insufficient ? Refusal(answered, today) : Brief(answer, today),
            Actions = Actions(answer),
            Private = answered.Private,
            AnswerId = answer.AnswerId,
            Again = new ChatActionId(ChatMenu.ShowAgainVerb, answer.AnswerId),
        };
    }

    /// <summary>What a number stands for.</summary>
    public static SourceBlock Source(Citation citation, DateOnly today) => new()
    {
        Number = citation.N,
        Title = ReplyWords.Line(citation.Title, 300) + (citation.Page is { } page ? $", p. {page}" : ""),
        Publisher = citation.Publisher ?? citation.Agency,
        Date = citation.PublishedOn is { } day ? Phrases.DayAndAge(day, today) : null,
        DateProvenance = citation.PublishedFrom?.InWords(),
        AlsoCarriedBy = citation.AlsoCarriedBy,
        Url = Uri.TryCreate(citation.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null,
        Quote = citation.Quote,
    };

    private static List<ReplyBlock> Brief(Answer answer, DateOnly today)
    {
        List<ReplyBlock> blocks = [.. Heading(answer)];
        if (answer.Status == AnswerStatus.Doubtful) blocks.Add(new TextBlock("The library may not hold this; the closest passages:", TextTone.Caution));
        blocks.AddRange(answer.Sentences.Select(sentence => Claim(sentence, answer.Citations)));
        blocks.AddRange(answer.Citations.Select(citation => Source(citation, today)));
        AddNotes(blocks, answer);
        blocks.Add(new TextBlock(
            Phrases.Dotted(
                answer.AnswerId,
                answer.Writer is "extractive" ? "quoted, no model" : $"written by {answer.Writer}",
                answer.AsOf is { } asOf ? $"as of {Phrases.Day(asOf)}" : null,
                answer.NewestSource is { } newest ? $"newest source {Phrases.Day(newest)}" : null,
                answer.Withheld.Count == 0 ? "nothing withheld" : $"{Phrases.Count(answer.Withheld.Count, "claim")} withheld"),
            TextTone.Footer));
        return blocks;
    }

    private static List<ReplyBlock> Refusal(CommandOutcome.Answered answered, DateOnly today)
    {
        var answer = answered.Answer;
        List<ReplyBlock> blocks = [.. Heading(answer), new TextBlock(answer.Text)];
        if (answer.Related.Count > 0) blocks.Add(new TextBlock("Related, but no answer:"));
        blocks.AddRange(answer.Related.Select(citation => Source(citation, today)));
        AddNotes(blocks, answer);
        blocks.Add(new TextBlock(
            Phrases.Dotted(
                answer.AnswerId,
                "noted as a gap; /gaps lists them",
                answer.AsOf is { } asOf ? $"as of {Phrases.Day(asOf)}" : null,
                $"{Phrases.Count(answered.Searched.Documents, "document")} searched{(answered.Searched.Newest is { } newest ? $", newest {Phrases.Day(newest)}" : "")}"),
            TextTone.Footer));
        return blocks;
    }

    private static IEnumerable<ReplyBlock> Heading(Answer answer)
    {
        yield return new HeadingBlock(answer.Question);
        if (answer.RewrittenQuestion is { } rewritten) yield return new TextBlock($"Understood as: {rewritten}", TextTone.Footer);
    }

    private static void AddNotes(List<ReplyBlock> blocks, Answer answer)
    {
        blocks.AddRange(answer.Cautions.Select(caution => new TextBlock(caution, TextTone.Caution)));
        blocks.AddRange(answer.Notes.Select(note => new TextBlock(note, TextTone.Footer)));
    }

    /// <summary>“Varran Courier, 3 Mar 2031: “…” [1]” is taken apart again, so that a platform sets the quote as it sets quotes.</summary>
    public static ClaimBlock Claim(AnswerSentence sentence, IReadOnlyList<Citation> citations)
    {
        if (sentence.Kind == SentenceKind.Disagreement) return Disagreement(sentence);
        if (sentence is { Kind: SentenceKind.Quote, Citations: [var n] } && citations.FirstOrDefault(c => c.N == n) is { } citation)
        {
            var end = $"“{citation.Quote}” [{n}]";
            if (citation.Quote.Length > 0 && sentence.Text.EndsWith(end, StringComparison.Ordinal))
                return new ClaimBlock(sentence.Text[..^end.Length].TrimEnd(), citation.Quote, Verbatim: true, sentence.Citations);
        }

        return new ClaimBlock("", sentence.Text, Verbatim: false, sentence.Citations) { NumbersInText = HoldsAll(sentence) };
    }

    private static ClaimBlock Disagreement(AnswerSentence sentence)
    {
        var colon = sentence.Text.StartsWith(Differ, StringComparison.Ordinal) ? sentence.Text.IndexOf(':', StringComparison.Ordinal) : -1;
        var (framing, text) = colon < 0 ? ("", sentence.Text) : (sentence.Text[..(colon + 1)], sentence.Text[(colon + 1)..].TrimStart());
        return new ClaimBlock(framing, text, Verbatim: false, sentence.Citations) { NumbersInText = HoldsAll(sentence), Tone = TextTone.Caution };
    }

    private static bool HoldsAll(AnswerSentence sentence) => sentence.Citations.All(n => sentence.Text.Contains($"[{n}]", StringComparison.Ordinal));

    private static List<ReplyAction> Actions(Answer answer)
    {
        var id = answer.AnswerId;
        var numbered = answer.Citations.Count > 0 ? answer.Citations : answer.Related;
        var actions = new List<ReplyAction>();
        if (numbered.Count > 0)
        {
            actions.Add(new ReplySelect(new ChatActionId(SourceCommand.ActionVerb, id), "Show quote", [.. numbered.Take(25).Select(citation => new ReplyChoice(
                $"{citation.N}", ReplyWords.Line($"[{citation.N}] {citation.Title}", 100), Detail(citation)))]));
        }

        actions.Add(new ReplyForm(new ChatActionId(FurtherAction.ActionVerb, id), "Ask further", "A question about the same thing"));
        actions.Add(new ReplyButton(new ChatActionId(FeedbackAction.ActionVerb, id, FeedbackAction.Up), "👍"));
        actions.Add(new ReplyButton(new ChatActionId(FeedbackAction.ActionVerb, id, FeedbackAction.Down), "👎"));
        if (answer.Citations.Count > 0)
            actions.Add(new ReplyForm(new ChatActionId(FeedbackAction.ActionVerb, id, FeedbackAction.Wrong), "Wrong citation", "Its number, and what is wrong with it"));
        return actions;
    }

    private static string? Detail(Citation citation) =>
        ReplyWords.Line(Phrases.Dotted(citation.Publisher, citation.PublishedOn is { } day ? Phrases.Day(day) : null), 100) is { Length: > 0 } detail ? detail : null;
}
