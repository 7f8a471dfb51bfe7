using BriefingBot.Core.Chat;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>Receipts, lists and what became of the library.</summary>
internal static class LibraryReplies
{
    public static ChatReply Write(CommandOutcome outcome, DateOnly today) => outcome switch
    {
        CommandOutcome.Received received => Said([new FactsBlock([.. received.Receipts.Select(receipt => Receipt(receipt, received.Originals))])]),
        CommandOutcome.Listed listed => Listed(listed, today),
        CommandOutcome.Found found => Found(found, today),
        CommandOutcome.Removed removed => Said([new TextBlock($"Removed {ReplyWords.Line(removed.Title, 200)} ({removed.DocumentId}). Past answers keep their quotes and say so.")]),
        CommandOutcome.Created created => Said([new TextBlock($"Made the library {created.Name}. Open it in a channel: /library bind")]),
        CommandOutcome.Bound bound => Said([new TextBlock($"This channel now opens the library {bound.Name}: {Phrases.Count(bound.Documents, "document")}. Ask: /ask")]),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>"Added Walkout empties Port Varran · Varran Courier · 3 Mar 2031 (from JSON-LD) · 14 passages · 38 % of the page was furniture".</summary>
    /// <param name="receipt">What happened.</param>
    /// <param name="originals">By id, in words, what copies are copies of; an original not in it is named by its id.</param>
    internal static string Receipt(Receipt receipt, IReadOnlyDictionary<string, string>? originals = null)
    {
        var title = ReplyWords.Line(string.IsNullOrEmpty(receipt.Title) ? FileName(receipt.Origin) : receipt.Title, 200);
        if (receipt.Outcome == ReceiptOutcome.Failed) return $"Not added: {ReplyWords.Line(FileName(receipt.Origin), 200)}: {receipt.Reason?.TrimEnd('.')}; nothing was stored.";
        var whole = receipt.Characters + receipt.RemovedCharacters;
        return Phrases.Dotted(
            $"{Verb(receipt.Outcome)} {title}",
            receipt.Publisher,
            receipt.Agency,
            receipt.PublishedOn is { } day ? $"{Phrases.Day(day)} ({receipt.PublishedFrom?.InWords()})" : "undated",
            receipt.Passages > 0 ? Phrases.Count(receipt.Passages, "passage") : null,
            receipt.RemovedCharacters > 0 && whole > 0 ? $"{100.0 * receipt.RemovedCharacters / whole:0} % of the page was furniture" : null,
            receipt.CopyOf is { } original ? $"a copy of {originals?.GetValueOrDefault(original) ?? original}" : null,
            receipt.Reason,
            receipt.DocumentId);
    }

    // Origins of attachments are "attachment:…/name"; only the name is of the person's own choosing. A link is shown whole.
    private static string FileName(string origin) => LinkAddress.LooksLikeLink(origin) ? origin : origin[(origin.LastIndexOf('/') + 1)..];

    private static ChatReply Listed(CommandOutcome.Listed listed, DateOnly today)
    {
        if (listed.Total == 0) return Said([new TextBlock("The library is empty. Add a file: /library add")]);
        var lines = listed.Documents.Select(document => Phrases.Dotted(
            ReplyWords.Line(document.Metadata.Title.Length > 0 ? document.Metadata.Title : "(untitled)", 150),
            document.Metadata.Publisher,
            document.Metadata.PublishedOn is { } day ? Phrases.DayAndAge(day, today) : "undated",
            document.Id)).ToList();
        var more = listed.Total > lines.Count ? $", the last {lines.Count} added" : "";
        return Said([new HeadingBlock($"{Phrases.Count(listed.Total, "document")}{more}"), new FactsBlock(lines)]);
    }

    private static ChatReply Found(CommandOutcome.Found found, DateOnly today)
    {
        if (found.Passages.Count == 0) return Said([new TextBlock("No passage of this library holds any of these words.")]);
        List<ReplyBlock> blocks = [new HeadingBlock(ReplyWords.Line(found.Query, 200))];
        foreach (var (index, passage) in found.Passages.Index())
        {
            blocks.Add(new SourceBlock
            {
                Number = index + 1,
                Title = ReplyWords.Line(passage.Title, 200),
                Publisher = passage.Publisher,
                Date = passage.PublishedOn is { } day ? Phrases.DayAndAge(day, today) : null,
                Quote = passage.Text,
            });
            blocks.Add(new QuoteBlock(index + 1, "", ReplyWords.Line(passage.Text, 300), ""));
        }

        blocks.AddRange(found.Notes.Select(note => new TextBlock(note, TextTone.Footer)));
        return Said(blocks);
    }

    private static string Verb(ReceiptOutcome outcome) => outcome switch
    {
        ReceiptOutcome.Added => "Added",
        ReceiptOutcome.Unchanged => "Unchanged:",
        ReceiptOutcome.Updated => "Updated",
        ReceiptOutcome.Recleaned => "Cleaned again:",
        ReceiptOutcome.Duplicate => "Already here:",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static ChatReply Said(IReadOnlyList<ReplyBlock> blocks) => new() { Blocks = blocks };
}
