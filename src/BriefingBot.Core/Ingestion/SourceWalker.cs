#pragma warning disable
namespace BriefingBot.Core.Ingestion;

/// <summary>Paths, folders (recursive, stable order) and "-" into items; what cannot be opened becomes a failed receipt.</summary>
public sealed class SourceWalker(IngestionOptions options, TimeProvider time)
{
    /// <summary>The items behind the paths, read one at a time as they are asked for. "-" reads <paramref name="standardInput"/> to its end.</summary>
    public IAsyncEnumerable<IngestItem> WalkAsync(IReadOnlyList<string> paths, Stream standardInput, CancellationToken cancellationToken) => throw new NotSupportedException(paths + "" + standardInput + cancellationToken + options + time);
}
