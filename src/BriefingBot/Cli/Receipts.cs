using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Cli;

/// <summary>Receipts as they come: told to the person or kept for the JSON document, counted, and turned into the exit code.</summary>
internal static class Receipts
{
    public static async Task<int> WriteAsync(VerbRun run, IAsyncEnumerable<Receipt> receipts, int? expected, CancellationToken cancellationToken)
    {
        var page = run.Page();
        var kept = new List<Receipt>();
        var counts = new Dictionary<ReceiptOutcome, int>();
        try
        {
            using var progress = new ProgressLine(run.Terminal, run.Time, "documents");
            await foreach (var receipt in receipts.WithCancellation(cancellationToken))
            {
                counts[receipt.Outcome] = counts.GetValueOrDefault(receipt.Outcome) + 1;
                if (run.Json) kept.Add(receipt);
                else Show(run, page, progress, receipt);
                progress.Report(counts.Values.Sum(), expected);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What has a receipt is stored; the same command goes on with the rest.
            if (!run.Json) ReceiptPage.WriteSum(page, counts);
            throw;
        }

        if (run.Json) run.WriteJson(new ReceiptsDocument(kept), ContractJson.Readable.ReceiptsDocument);
        else ReceiptPage.WriteSum(page, counts);
        return counts.ContainsKey(ReceiptOutcome.Failed) ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private static void Show(VerbRun run, Page page, ProgressLine progress, Receipt receipt)
    {
        progress.Clear();
        ReceiptPage.Write(page, receipt);
        // Somebody is watching: each receipt as it comes, not a buffer full of them.
        if (run.Terminal.Width is not null) run.Terminal.Out.Flush();
    }
}
