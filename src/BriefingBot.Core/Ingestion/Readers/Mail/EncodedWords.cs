using System.Text;

namespace BriefingBot.Core.Ingestion.Readers.Mail;

/// <summary>"=?utf-8?Q?Kr=C3=A4ne?=" in header fields (RFC 2047); raw bytes beyond ASCII are UTF-8 (RFC 6532).</summary>
internal static class EncodedWords
{
    public static string Read(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var at = 0;
        var afterWord = false;
        while (at < raw.Length)
        {
            var start = raw.IndexOf("=?", at, StringComparison.Ordinal);
            var word = start < 0 ? null : Word(raw, start);
            if (word is null)
            {
                var plainEnd = start < 0 ? raw.Length : start + 2;
                text.Append(raw, at, plainEnd - at);
                (at, afterWord) = (plainEnd, false);
                continue;
            }

            // White space between two encoded words is not part of the text.
            var between = raw.AsSpan(at, start - at);
            if (!afterWord || !between.IsWhiteSpace()) text.Append(between);
            text.Append(word.Value.Text);
            (at, afterWord) = (word.Value.End, true);
        }

        var read = text.ToString();
        return read.Any(c => c is >= '\u0080' and <= '\u00FF') && !read.Any(c => c > '\u00FF') && raw.Any(c => c >= '\u0080') ? AsUtf8(read) : read;
    }

    private static (string Text, int End)? Word(string raw, int start)
    {
        var charsetEnd = raw.IndexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd - start > 60 || charsetEnd + 2 >= raw.Length || raw[charsetEnd + 2] != '?') return null;
        var end = raw.IndexOf("?=", charsetEnd + 3, StringComparison.Ordinal);
        if (end < 0 || Charsets.Find(raw[(start + 2)..charsetEnd].Split('*')[0]) is not { } charset) return null;
        var body = raw[(charsetEnd + 3)..end];
        var bytes = char.ToUpperInvariant(raw[charsetEnd + 1]) switch
        {
            'B' => TransferEncoding.Base64(body),
            'Q' => TransferEncoding.QuotedPrintable(body.Replace('_', ' ')),
            _ => null,
        };
        return bytes is null ? null : (charset.GetString(bytes), end + 2);
    }

    private static string AsUtf8(string latin)
    {
        var read = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin));
        return read.Contains('\uFFFD', StringComparison.Ordinal) ? latin : read;
    }
}
