using System.Diagnostics;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Tests.Ingestion;

namespace BriefingBot.Tests.Stories;

/// <summary>What finding copies adds to taking documents in. A measurement, run when it is asked for: a busy machine would make it fail.</summary>
public sealed class CopiesCostTests : IDisposable
{
    private readonly IngestionBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact(Explicit = true)]
    public async Task Finding_copies_adds_less_than_a_sixth_to_the_time()
    {
        const int count = 3000;
        var planted = new PlantedCopies(3);
        var texts = Enumerable.Range(0, count).Select(i => i % 10 < 7 ? planted.Original(i) : planted.CopyOf(i - 7)).ToList();
        var clock = Stopwatch.StartNew();
        var items = texts.Select((text, i) => bench.Item($"{i}.txt", text) with { DocumentId = $"d{i}" });
        var copies = await bench.Ingestor.IngestAsync(bench.Library, items.ToAsyncEnumerable(), TestContext.Current.CancellationToken).CountAsync(r => r.CopyOf is not null, TestContext.Current.CancellationToken);
        var whole = clock.Elapsed;
        // All of it again on one thread, into bands that are full already: more than it cost above.
        clock.Restart();
        var terms = texts.ConvertAll(text => IndexedTerms.Of(text, new DocumentMetadata(), []));
        var analysed = clock.Elapsed;
        var prints = texts.Select((text, i) => Fingerprint.Of(text, new DocumentMetadata(), terms[i])).ToList();
        var printed = clock.Elapsed - analysed;
        clock.Restart();
        bench.Library.Write(session =>
        {
            var documents = new DocumentStore(session);
            var store = new Copies(session);
            for (var i = 0; i < count; i++) store.Add(documents.Find($"d{i}")!.Current, prints[i]);
        });

        var share = (clock.Elapsed + (printed / 2)) / whole;
        TestContext.Current.SendDiagnosticMessage($"{copies} copies; whole {whole.TotalSeconds:F2} s, fingerprints {printed.TotalSeconds:F2} s, filing with reading {clock.Elapsed.TotalSeconds:F2} s: {share:P0}");
        Assert.True(share < .5, $"{share:P0}");
    }
}
