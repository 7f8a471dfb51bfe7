using System.Text;

namespace BriefingBot.Core.Ingestion.Readers.Mail;

/// <summary>The header of a message or of a part (RFC 5322, section 2.2): names without case, lines unfolded, encoded words read (RFC 2047).</summary>
internal sealed class MailHeaders
{
    private const int Most = 500;
    private const int LongestValue = 20_000;
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the body begins.</summary>
    public int BodyStart { get; private init; }

    /// <summary>The first field of that name as it stands; null where there is none.</summary>
    public string? Raw(string name) => values.GetValueOrDefault(name);

    /// <summary>The first field of that name, read; null where there is none.</summary>
    public string? Text(string name) => Raw(name) is { } raw ? EncodedWords.Read(raw) : null;

    /// <summary>The value without its parameters, lower case: "text/html".</summary>
    public string? Value(string name) => Raw(name)?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>A parameter of a structured field: "charset", "boundary"; RFC 2231's star forms are read only where they are whole.</summary>
    public string? Parameter(string field, string name)
    {
        var text = Raw(field);
        if (text is null) return null;
        for (var at = text.IndexOf(';', StringComparison.Ordinal); at >= 0 && at < text.Length;)
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0) return null;
            var key = text.AsSpan(at + 1, equals - at - 1).Trim().TrimEnd('*');
            var (value, next) = Quoted(text, equals + 1);
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
            at = next < 0 ? -1 : text.IndexOf(';', next);
        }

        return null;
    }

    /// <param name="text">One character per byte.</param>
    /// <param name="start">Where the header begins.</param>
    /// <param name="end">Where the part ends.</param>
    public static MailHeaders Read(string text, int start, int end)
    {
        var fields = new List<(string Name, StringBuilder Value)>();
        var at = start;
        while (at < end)
        {
            var lineEnd = text.IndexOf('\n', at, end - at);
            var line = text.AsSpan(at, (lineEnd < 0 ? end : lineEnd) - at).TrimEnd('\r');
            at = lineEnd < 0 ? end : lineEnd + 1;
            if (line.IsEmpty) break;
            if (line[0] is ' ' or '\t')
            {
                if (fields.Count > 0 && fields[^1].Value.Length < LongestValue) fields[^1].Value.Append(' ').Append(line.Trim());
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon > 0 && fields.Count < Most) fields.Add((line[..colon].Trim().ToString(), new StringBuilder(line[(colon + 1)..].Trim().ToString())));
        }

        var headers = new MailHeaders { BodyStart = at };
        foreach (var (name, value) in fields) headers.values.TryAdd(name, value.Length > LongestValue ? value.ToString(0, LongestValue) : value.ToString());
        return headers;
    }

    private static (string Value, int Next) Quoted(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length) return ("", -1);
        if (text[at] != '"')
        {
            var end = text.IndexOf(';', at);
            return (text[at..(end < 0 ? text.Length : end)].Trim(), end);
        }

        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            value.Append(text[at]);
        }

        return (value.ToString(), at);
    }
}
