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
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]);
        return InXmlDeclaration(head) ?? InMeta(head);
    }

    private static string? InXmlDeclaration(string head)
    {
        if (!head.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        return end < 0 ? null : ValueAfter(head.AsSpan(0, end), "encoding");
    }

    private static string? InMeta(string head)
    {
        for (var at = 0; (at = head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 5)
        {
            var end = head.IndexOf('>', at);
            if (ValueAfter(head.AsSpan(at, (end < 0 ? head.Length : end) - at), "charset") is { } found)
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
