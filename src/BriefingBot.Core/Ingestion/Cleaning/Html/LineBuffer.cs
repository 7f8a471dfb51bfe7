using System.Buffers;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>The line that is being read: its last character is asked for at every space, so it is one piece of memory, borrowed until the last line is read.</summary>
internal sealed class LineBuffer : IDisposable
{
    private char[] characters = ArrayPool<char>.Shared.Rent(256);

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => characters.AsSpan(0, Length);

    /// <summary>Of a buffer that is not empty.</summary>
    public char Last => characters[Length - 1];

    public void Append(char c)
    {
        if (Length == characters.Length)
            Grow(1);
        characters[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > characters.Length - Length)
            Grow(text.Length);
        text.CopyTo(characters.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Takes spaces away from the end.</summary>
    public void TrimEnd() => Length = Written.TrimEnd(' ').Length;

    public void Clear() => Length = 0;

    public void Dispose() => ArrayPool<char>.Shared.Return(characters);

    private void Grow(int room)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(characters.Length * 2, Length + room));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(characters);
        characters = larger;
    }
}
