namespace BriefingBot.Core.Ingestion.Readers.Mail;

/// <summary>One leaf of a message.</summary>
/// <param name="Type">"text/plain" or "text/html".</param>
/// <param name="Charset">As the part names it; null where it does not.</param>
/// <param name="Bytes">Decoded; empty where the part is too long.</param>
/// <param name="IsTooLong">It holds more than any document may have and was not decoded.</param>
internal sealed record MailPart(string Type, string? Charset, byte[] Bytes, bool IsTooLong = false);

/// <summary>Walks the parts of a message (RFC 2046) and keeps those that may be its text.</summary>
internal static class MailParts
{
    private const int Deepest = 12;
    private const int Most = 300;

    /// <summary>Quoted-printable writes a byte as three, base64 three bytes as four.</summary>
    private const int MostEncoded = TextLimit.MostCharacters * 3 / 2;

    /// <param name="text">The message, one character per byte.</param>
    public static List<MailPart> Read(string text, MailHeaders headers)
    {
        var parts = new List<MailPart>();
        Walk(text, headers, headers.BodyStart, text.Length, 0, parts);
        return parts;
    }

    private static void Walk(string text, MailHeaders headers, int start, int end, int depth, List<MailPart> parts)
    {
        if (depth > Deepest || parts.Count >= Most || start > end) return;
        var type = headers.Value("Content-Type") ?? "text/plain";
        if (type.StartsWith("multipart/", StringComparison.Ordinal) && headers.Parameter("Content-Type", "boundary") is { Length: > 0 and <= 200 } boundary)
        {
            foreach (var (from, to) in Pieces(text, start, end, "--" + boundary))
            {
                var inner = MailHeaders.Read(text, from, to);
                Walk(text, inner, Math.Min(inner.BodyStart, to), to, depth + 1, parts);
            }

            return;
        }

        if (headers.Value("Content-Disposition") is "attachment" && depth > 0) return;
        if (type is "message/rfc822")
        {
            var inner = MailHeaders.Read(text, start, end);
            Walk(text, inner, Math.Min(inner.BodyStart, end), end, depth + 1, parts);
        }
        else if (type is "text/plain" or "text/html" or "text")
        {
            var charset = headers.Parameter("Content-Type", "charset");
            var bytes = end - start > MostEncoded ? [] : TransferEncoding.Decode(headers.Value("Content-Transfer-Encoding"), text[start..end]);
            // A page may carry its pictures within it: whoever reads it takes them out first.
            var tooLong = end - start > MostEncoded || (type is not "text/html" && bytes.Length > TextLimit.MostCharacters);
            parts.Add(new MailPart(type, charset, tooLong ? [] : bytes, tooLong));
        }
    }

    /// <summary>What stands between lines that are the boundary; a missing last one is the end.</summary>
    private static List<(int From, int To)> Pieces(string text, int start, int end, string mark)
    {
        var pieces = new List<(int, int)>();
        var open = -1;
        for (var at = start; at < end && pieces.Count < Most;)
        {
            var lineEnd = text.IndexOf('\n', at, end - at);
            if (lineEnd < 0) lineEnd = end;
            var line = text.AsSpan(at, lineEnd - at).TrimEnd();
            if (line.StartsWith(mark, StringComparison.Ordinal) && (line.Length == mark.Length || line[mark.Length..] is "--"))
            {
                if (open >= 0) pieces.Add((open, at));
                open = line.Length == mark.Length ? Math.Min(lineEnd + 1, end) : -1;
                if (open < 0) return pieces;
            }

            at = lineEnd + 1;
        }

        if (open >= 0) pieces.Add((open, end));
        return pieces;
    }
}
