using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Rendering;

/// <summary>What happened to each submitted document, and the sum.</summary>
internal static class ReceiptPage
{
    public static void Write(Page page, Receipt receipt)
    {
        var title = TerminalText.CleanLine(string.IsNullOrEmpty(receipt.Title) ? receipt.Origin : receipt.Title);
        if (receipt.Outcome == ReceiptOutcome.Failed)
        {
            page.Line(new Span("Not added: ", Look.Warning), $"{TerminalText.CleanLine(receipt.Origin)}: {receipt.Reason}");
            return;
        }

        var facts = Phrases.Dotted(
            receipt.Publisher,
            receipt.Agency,
            receipt.PublishedOn is { } day ? Words.DayWithProvenance(day, receipt.PublishedFrom) : "undated",
            Phrases.Count(receipt.Passages, "passage"),
            Furniture(receipt),
            receipt.CopyOf is { } original ? $"a copy of {original}" : null,
            receipt.Reason,
            receipt.DocumentId);
        page.Line($"{Verb(receipt.Outcome)} ", new Span(title, Look.Strong), $" · {facts}");
    }

    public static void WriteSum(Page page, IReadOnlyDictionary<ReceiptOutcome, int> counts)
    {
        var total = counts.Values.Sum();
        var parts = counts.Where(count => count.Value > 0).OrderBy(count => count.Key).Select(count => $"{count.Value:N0} {Word(count.Key)}");
        page.Line(new Span($"{Phrases.Count(total, "item")}: {string.Join(", ", parts)}", Look.Quiet));
    }

    private static string? Furniture(Receipt receipt)
    {
        var whole = receipt.Characters + receipt.RemovedCharacters;
        return receipt.RemovedCharacters == 0 || whole == 0 ? null : $"{100.0 * receipt.RemovedCharacters / whole:0} % of the page was furniture";
    }

    private static string Verb(ReceiptOutcome outcome) => outcome switch
    {
        ReceiptOutcome.Added => "Added",
        ReceiptOutcome.Unchanged => "Unchanged",
        ReceiptOutcome.Updated => "Updated",
        ReceiptOutcome.Recleaned => "Cleaned again",
        ReceiptOutcome.Duplicate => "Already here as",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string Word(ReceiptOutcome outcome) => outcome switch
    {
        ReceiptOutcome.Recleaned => "cleaned again",
        ReceiptOutcome.Duplicate => "already here",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
