using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Ingestion.Readers.Mail;

/// <summary>Bytes out of quoted-printable and base64 (RFC 2045, sections 6.7 and 6.8). Whatever is broken in them is passed over, never a fault.</summary>
internal static class TransferEncoding
{
    /// <param name="encoding">Content-Transfer-Encoding, lower case; anything not known is taken as it stands.</param>
    /// <param name="text">One character per byte.</param>
    public static byte[] Decode(string? encoding, string text) => encoding switch
    {
        "quoted-printable" => QuotedPrintable(text),
        "base64" => Base64(text),
        _ => Encoding.Latin1.GetBytes(text),
    };

    public static byte[] QuotedPrintable(string text)
    {
        var bytes = new byte[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes[count++] = (byte)text[i];
                continue;
            }

            var end = i + 1;
            while (end < text.Length && text[end] is ' ' or '\t' or '\r') end++;
            if (end >= text.Length || text[end] == '\n') i = end;
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) (bytes[count++], i) = (value, i + 2);
            else bytes[count++] = (byte)'=';
        }

        return bytes[..count];
    }

    public static byte[] Base64(string text)
    {
        // Two more for the padding.
        var clean = new char[text.Length + 2];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/') clean[length++] = c;
        }

        // One character left over holds no whole byte.
        length -= length % 4 == 1 ? 1 : 0;
        while (length % 4 != 0) clean[length++] = '=';
        return Convert.FromBase64CharArray(clean, 0, length);
    }
}
