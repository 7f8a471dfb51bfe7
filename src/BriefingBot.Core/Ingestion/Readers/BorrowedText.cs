using System.Buffers;
using System.Text.Unicode;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>Text in memory that is given back: what is only read on the way to another text need not be a string.</summary>
internal sealed class BorrowedText : IDisposable
{
    /// <summary>UTF-16 code units; a longer text is read as a string, since whoever lends memory for it would keep that.</summary>
    public const int MostCharacters = 1 << 20;

    private BorrowedText(char[] characters, int length) => (Characters, Length) = (characters, length);

    /// <summary>The text, and behind it what means nothing.</summary>
    public char[] Characters { get; }

    public int Length { get; }

    public ReadOnlySpan<char> Span => Characters.AsSpan(0, Length);

    /// <summary>Null where the bytes are no valid UTF-8.</summary>
    public static BorrowedText? OfUtf8(ReadOnlySpan<byte> bytes)
    {
        // No byte becomes more than one code unit.
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        if (Utf8.ToUtf16(bytes, characters, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done)
            return new BorrowedText(characters, length);
        ArrayPool<char>.Shared.Return(characters);
        return null;
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(Characters);
}
