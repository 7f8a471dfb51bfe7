using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Web;

/// <summary>Puts the samples into the default library, once in the life of a data folder: a library emptied on purpose stays empty.</summary>
internal sealed class FirstStart(BotFile bot, Ingestor ingestor, TimeProvider time)
{
    /// <summary>The library the samples go to.</summary>
    public const string Library = "default";

    private const string Key = "samples";

    /// <returns>The receipts; empty when this folder had its samples, or its library already holds documents of its own.</returns>
    public async Task<IReadOnlyList<Receipt>> AddSamplesAsync(LibraryFile library, CancellationToken cancellationToken)
    {
        if (library.Name is not Library || bot.Get(Key) is not null) return [];
        var receipts = new List<Receipt>();
        if (library.Read(session => new DocumentStore(session).Count()) == 0)
        {
            await foreach (var receipt in ingestor.IngestAsync(library, Items(), cancellationToken)) receipts.Add(receipt);
        }

        // Last, so that an interrupted first start is made good by the next: bytes already there are "unchanged".
        bot.Set(Key, time.GetUtcNow().ToString("O"));
        return receipts;
    }

    private async IAsyncEnumerable<IngestItem> Items()
    {
        await Task.CompletedTask;
        foreach (var file in SampleDocuments.Files) yield return SampleDocuments.Item(file, time.GetUtcNow());
    }
}
