using System.Xml;

namespace BriefingBot.Core.Ingestion.Readers.Office;

/// <summary>
/// Passes bytes of XML on, but no tag longer than any real one: a reader holds all attributes of an element at once and compares
/// each with the others, which a part made of one endless tag turns into gigabytes and minutes.
/// </summary>
internal sealed class TagGuard(Stream inner) : Stream
{
    private int length;
    private byte quote;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="XmlException">A tag is too long.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        foreach (var next in buffer.AsSpan(offset, read)) Follow(next);
        return read;
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Follow(byte next)
    {
        if (length == 0)
        {
            length = next == '<' ? 1 : 0;
            return;
        }

        // Comments and instructions hold no attributes, and their apostrophes are no quotes.
        if (++length == 2 && next is ((byte)'!' or (byte)'?'))
        {
            length = 0;
            return;
        }

        if (length > TextLimit.LongestTag) throw new XmlException($"it has a tag longer than {TextLimit.LongestTag:N0} bytes");
        if (quote != 0) quote = next == quote ? (byte)0 : quote;
        else if (next is (byte)'"' or (byte)'\'') quote = next;
        else if (next == '>') length = 0;
    }
}
