using System.IO.Compression;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Undoes transport compression (Discord's "Transport Compression", zlib-stream): one zlib stream for a whole connection, in
/// which a frame is complete when its bytes end with 00 00 FF FF. What does not inflate spoils all that follows, so the
/// connection must be dropped then.
/// </summary>
internal sealed class ZlibStreamInflater : IDisposable
{
    /// <summary>Largest frame taken, packed or unpacked; a packed frame may blow up a thousandfold.</summary>
    internal const int LargestFrame = 16 * 1024 * 1024;
    private static ReadOnlySpan<byte> FrameEnd => [0x00, 0x00, 0xFF, 0xFF];

    private readonly MemoryStream _packed = new();
    private readonly ZLibStream _inflater;

    public ZlibStreamInflater() => _inflater = new ZLibStream(_packed, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Takes one message's bytes. The frame, or null while more bytes must come.</summary>
    /// <exception cref="InvalidDataException">The bytes do not inflate, or the frame is too large.</exception>
    public byte[]? Add(ReadOnlySpan<byte> bytes)
    {
        if (_packed.Length + bytes.Length > LargestFrame)
        {
            throw new InvalidDataException("A packed frame is too large.");
        }

        _packed.Write(bytes);
        if (_packed.Length < 4 || !_packed.GetBuffer().AsSpan(0, (int)_packed.Length)[^4..].SequenceEqual(FrameEnd))
        {
            return null;
        }

        _packed.Position = 0;
        var frame = Inflate();
        _packed.SetLength(0);
        return frame;
    }

    public void Dispose()
    {
        _inflater.Dispose();
        _packed.Dispose();
    }

    private byte[] Inflate()
    {
        using var frame = new MemoryStream();
        Span<byte> buffer = stackalloc byte[4096];
        while (_inflater.Read(buffer) is var read and > 0)
        {
            if (frame.Length + read > LargestFrame)
            {
                throw new InvalidDataException("An unpacked frame is too large.");
            }

            frame.Write(buffer[..read]);
        }

        return frame.ToArray();
    }
}
