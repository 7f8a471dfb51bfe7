using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace BriefingBot.Core.Ingestion;

/// <summary>
/// Paths, folders (recursive, in ordinal order of names) and "-" into items. The origin of a file is its full path, of
/// standard input "stdin:" and the first 16 digits of the SHA-256 of what came. What cannot be opened is an item with a
/// <see cref="IngestItem.Failure"/>, never an exception.
/// </summary>
public sealed class SourceWalker(IngestionOptions options, TimeProvider time)
{
    /// <summary>What a folder is searched for; a file named by itself may have any name.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".eml"];

    /// <summary>The items behind the paths, read one at a time as they are asked for.</summary>
    /// <param name="paths">Files, folders, or "-".</param>
    /// <param name="standardInput">Read to its end for "-".</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async IAsyncEnumerable<IngestItem> WalkAsync(IReadOnlyList<string> paths, Stream standardInput, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (path is "-")
            {
                yield return await StandardInputAsync(standardInput, cancellationToken);
                continue;
            }

            foreach (var found in FileTree.Find(path))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return found.Failure is { } failure ? Failed(found.Path, failure) : Read(found.Path);
            }
        }
    }

    private IngestItem Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (file.CanSeek && file.Length > options.MaxItemBytes) return Failed(path, DocumentPreparer.TooLarge(path, file.Length, options.MaxItemBytes));
            var bytes = CappedReader.Read(file, options.MaxItemBytes);
            return bytes is null ? Failed(path, DocumentPreparer.TooLarge(path, null, options.MaxItemBytes)) : Item(path, bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Failed(path, $"{path} cannot be read ({fault.Message.TrimEnd('.')}): check that it is a file and that you may read it.");
        }
    }

    private async Task<IngestItem> StandardInputAsync(Stream input, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await CappedReader.ReadAsync(input, options.MaxItemBytes, cancellationToken);
            return bytes is null
                ? Failed("stdin", DocumentPreparer.TooLarge("Standard input", null, options.MaxItemBytes))
                : Item("stdin:" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], bytes);
        }
        catch (IOException fault)
        {
            return Failed("stdin", $"Standard input cannot be read ({fault.Message.TrimEnd('.')}).");
        }
    }

    private IngestItem Item(string origin, byte[] bytes) => new(new SourceBytes(origin, bytes, time.GetUtcNow()));

    private IngestItem Failed(string origin, string reason) => new(new SourceBytes(origin, ReadOnlyMemory<byte>.Empty, time.GetUtcNow()), Failure: reason);
}
