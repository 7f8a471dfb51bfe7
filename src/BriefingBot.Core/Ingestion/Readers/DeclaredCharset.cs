using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>The charset a page declares about itself in its first bytes, in <c>meta</c> or an XML declaration.</summary>
internal static class DeclaredCharset
{
    // The standard asks for 1,024 bytes; pages with long comments before the declaration are common.
    private const int Window = 4096;
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"'; />\t\r\n");

    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        Span<char> buffer = stackalloc char[Window];
        var head = buffer[..Encoding.Latin1.GetChars(bytes[..Math.Min(bytes.Length, Window)], buffer)];
        return InXmlDeclaration(head) ?? InMeta(head);
    }

    private static string? InXmlDeclaration(ReadOnlySpan<char> head)
    {
        if (!head.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        return end < 0 ? null : ValueAfter(head[..end], "encoding");
    }

    private static string? InMeta(ReadOnlySpan<char> head)
    {
        for (var rest = head; rest.IndexOf('<') is >= 0 and var at; rest = rest[(at + 1)..])
        {
            var tag = rest[at..];
            if (!tag.StartsWith("<meta", StringComparison.OrdinalIgnoreCase))
                continue;
            var end = tag.IndexOf('>');
            if (ValueAfter(end < 0 ? tag : tag[..end], "charset") is { } found)
                return found;
        }

        return null;
    }

    private static string? ValueAfter(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = tag[(at + name.Length)..].TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
            return null;
        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(ValueEnds);
        rest = end < 0 ? rest : rest[..end];
        return rest.IsEmpty ? null : rest.ToString();
    }
}
