using System.IO.Compression;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>Reads and unpacks the body of an answer, never more than is allowed.</summary>
internal static class BodyReader
{
    private const int Block = 65_536;

    /// <summary>Below this nothing can burst.</summary>
    private const int SmallBytes = 1_000_000;

    public const string Accepted = "gzip, deflate, br";

    /// <exception cref="FetchException">Too large, packed badly, or bursting.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, string what, long most, int ratio, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most) throw TooLarge(what, most);
        await using var raw = await content.ReadAsStreamAsync(cancellationToken);
        var counted = new CountingStream(raw);
        await using var plain = Unpacked(counted, content.Headers.ContentEncoding, what);
        try
        {
            return await ReadAllAsync(plain, counted, what, most, ratio, cancellationToken);
        }
        catch (InvalidDataException fault)
        {
            throw FetchException.Of(FetchFault.Compression, $"{what} came packed in a way that cannot be read ({fault.Message.TrimEnd('.')}).", fault);
        }
    }

    private static async Task<byte[]> ReadAllAsync(Stream plain, CountingStream counted, string what, long most, int ratio, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var block = new byte[Block];
        for (int read; (read = await plain.ReadAsync(block, cancellationToken)) > 0;)
        {
            if (all.Length + read > most) throw TooLarge(what, most);
            all.Write(block, 0, read);
            if (all.Length > SmallBytes && all.Length / Math.Max(1, counted.Count) > ratio)
                throw FetchException.Of(FetchFault.Compression, $"{what} unpacks to more than {ratio} times what was sent: it looks made to fill the memory, and was not read.");
        }

        return all.ToArray();
    }

    private static Stream Unpacked(Stream raw, ICollection<string> encodings, string what)
    {
        var names = encodings.Where(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)).Select(e => e.ToLowerInvariant()).ToList();
        return names switch
        {
            [] => raw,
            ["gzip" or "x-gzip"] => new GZipStream(raw, CompressionMode.Decompress),
            ["deflate"] => new ZLibStream(raw, CompressionMode.Decompress),
            ["br"] => new BrotliStream(raw, CompressionMode.Decompress),
            _ => throw FetchException.Of(FetchFault.Compression, $"{what} came packed as \"{string.Join(", ", names)}\", which was not asked for and is not read."),
        };
    }

    private static FetchException TooLarge(string what, long most) =>
        FetchException.Of(FetchFault.Size, $"{what} has more than Ingestion:MaxItemBytes allows ({most:N0} bytes): save the part you need and add it, or raise the option.");

    /// <summary>Counts what came over the wire.</summary>
    private sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Count += read;
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
