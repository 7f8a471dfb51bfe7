using System.Text;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>The first bytes of a file as characters, whatever its encoding: enough to see what markup it begins with.</summary>
internal static class LatinHead
{
    /// <summary>Bytes that are looked at; the buffers for them stand on the stack, since every file is looked at several times.</summary>
    public const int Window = 4096;

    /// <summary>Byte order marks as Latin-1 shows them, and white space.</summary>
    private const string Before = "\u00EF\u00BB\u00BF\u00FF\u00FE \t\r\n";

    /// <param name="bytes">The file.</param>
    /// <param name="buffer">Of <see cref="Window"/> characters; the answer stands in it.</param>
    /// <returns>Without what may stand before markup, and without the zeros of UTF-16 that has its mark.</returns>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<byte> bytes, Span<char> buffer)
    {
        var start = bytes[..Math.Min(bytes.Length, Window)];
        var head = buffer[..Encoding.Latin1.GetChars(start, buffer)];
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) head = WithoutZeros(head);
        return head.TrimStart(Before);
    }

    private static Span<char> WithoutZeros(Span<char> head)
    {
        var length = 0;
        foreach (var c in head)
        {
            if (c != '\0') head[length++] = c;
        }

        return head[..length];
    }
}
