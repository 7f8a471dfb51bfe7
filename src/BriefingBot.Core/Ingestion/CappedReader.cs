namespace BriefingBot.Core.Ingestion;

/// <summary>Reads a stream to its end, but never more than so many bytes: a pipe or a growing file does not say how long it is.</summary>
internal static class CappedReader
{
    private const int FirstBuffer = 16_384;

    /// <returns>Null when there is more.</returns>
    public static byte[]? Read(FileStream stream, long most)
    {
        var buffer = new byte[stream.CanSeek ? Math.Min(stream.Length, most) + 1 : FirstBuffer];
        var length = 0;
        for (int read; (read = stream.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            length += read;
            if (length > most) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, most + 1));
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }

    /// <inheritdoc cref="Read"/>
    public static async Task<byte[]?> ReadAsync(Stream stream, long most, CancellationToken cancellationToken)
    {
        var buffer = new byte[FirstBuffer];
        var length = 0;
        for (int read; (read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0;)
        {
            length += read;
            if (length > most) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }
}
