using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Libraries;

/// <summary><c>library reclean</c>: the kept bytes read again by the present cleaner.</summary>
internal sealed class RecleanVerb : Verb
{
    public RecleanVerb() : base("reclean", "reads the kept bytes again with the present cleaner", "briefingbot library reclean --library port-desk")
    {
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var ingestor = run.Get<Ingestor>();
        var library = run.OpenLibrary();
        var expected = library.Read(session => new DocumentStore(session).Count());
        return Receipts.WriteAsync(run, ingestor.RecleanAsync(library, cancellationToken), expected, cancellationToken);
    }
}
