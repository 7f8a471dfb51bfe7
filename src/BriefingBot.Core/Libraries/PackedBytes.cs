namespace BriefingBot.Core.Libraries;

/// <summary>Bytes made ready to be stored, so that the writing thread need not pack them.</summary>
public sealed class PackedBytes
{
    internal PackedBytes(byte[] stored, string compression, int length) => (Stored, Compression, Length) = (stored, compression, length);

    /// <summary>Packed, or as they are where that is no longer.</summary>
    internal byte[] Stored { get; }

    internal string Compression { get; }

    /// <summary>Bytes before they were packed.</summary>
    public int Length { get; }

    /// <summary>Packs a document as it was received.</summary>
    public static PackedBytes Of(ReadOnlySpan<byte> bytes) => Packed.Pack(bytes);
}
