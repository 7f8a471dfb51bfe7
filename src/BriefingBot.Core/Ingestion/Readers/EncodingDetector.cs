using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>
/// Bytes to text: byte order mark, then the charset given from outside, then the page's own declaration, then UTF-8
/// where the bytes are valid, then Windows-1252. The order is that of the HTML standard (section 13.2.3.2, "determining
/// the character encoding"), but a declaration the bytes contradict is not believed.
/// </summary>
internal static class EncodingDetector
{
    private const int SampleBytes = 65_536;

    /// <summary>Bytes that text hardly holds: zero, and the controls but for backspace, tab, line and page feeds, and escape.</summary>
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b).Except<byte>([0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B])]);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="source">The bytes; <see cref="SourceBytes.Origin"/> names them in messages.</param>
    /// <param name="html">True reads a charset declaration from the first bytes of the page.</param>
    /// <exception cref="UnreadableException">Nothing there, or no text.</exception>
    public static string Decode(SourceBytes source, bool html = false)
    {
        var bytes = source.Bytes.Span;
        if (bytes.IsEmpty)
            throw new UnreadableException($"{source.Origin} is empty (0 bytes): check that it was saved completely.");
        if (BinarySignature.Find(bytes) is { } kind)
            throw new UnreadableException($"{source.Origin} looks like a binary file ({kind}): give its text instead.");
        var text = DecodeMarked(bytes) ?? DecodeWideUnmarked(bytes);
        if (text is null)
        {
            if (LooksBinary(bytes))
                throw new UnreadableException($"{source.Origin} looks like a binary file, not text: give its text instead.");
            text = DecodeUnmarked(bytes, source.CharsetHint, html);
        }

        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
    }

    /// <summary>What <see cref="Decode"/> makes of bytes, without a string of it, where they are UTF-8 without marks and not very many, as most are; null of any other.</summary>
    public static BorrowedText? TryBorrow(SourceBytes source, bool html = false)
    {
        var bytes = source.Bytes.Span;
        // All byte order marks begin beyond ASCII; UTF-16 without one has zeros.
        if (bytes.Length is 0 or > BorrowedText.MostCharacters || bytes[0] > 0x7F || bytes.Contains((byte)0) || BinarySignature.Find(bytes) is not null || LooksBinary(bytes))
            return null;
        var declared = Charsets.Find(source.CharsetHint) ?? (html ? Charsets.Find(DeclaredCharset.Find(bytes)) : null);
        return declared is null or UTF8Encoding || declared.IsSingleByte ? BorrowedText.OfUtf8(bytes) : null;
    }

    private static string? DecodeMarked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => null,
    };

    /// <summary>UTF-16 without a mark: in text of any European script every second byte is zero.</summary>
    private static string? DecodeWideUnmarked(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        if (sample.Length < 4 || !sample.Contains((byte)0))
            return null;
        Span<int> zeros = [0, 0];
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
                zeros[i & 1]++;
        }

        var half = sample.Length / 2;
        if (zeros[1] > half * 0.4 && zeros[0] <= half * 0.05)
            return Encoding.Unicode.GetString(bytes);
        return zeros[0] > half * 0.4 && zeros[1] <= half * 0.05 ? Encoding.BigEndianUnicode.GetString(bytes) : null;
    }

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes, string? hint, bool html)
    {
        // Valid UTF-8 beyond ASCII is practically never anything else, whatever a single-byte declaration says.
        var strict = TryStrictUtf8(bytes);
        var declared = Charsets.Find(hint) ?? (html ? Charsets.Find(DeclaredCharset.Find(bytes)) : null);
        if (declared is not null && declared is not UTF8Encoding && (strict is null || (!declared.IsSingleByte && bytes.Length - strict.Length < 20)))
            return declared.GetString(bytes);
        return strict ?? MostlyUtf8(bytes) ?? Charsets.Windows1252.GetString(bytes);
    }

    private static string? TryStrictUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A cut or damaged UTF-8 text: far more characters beyond ASCII are whole than broken.</summary>
    private static string? MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        int broken = 0, whole = 0;
        foreach (var c in text)
        {
            if (c == '\uFFFD')
                broken++;
            else if (c > 0x7F)
                whole++;
        }

        return whole >= broken * 4 ? text : null;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        int zeros = 0, controls = 0;
        for (var rest = sample; rest.IndexOfAny(Controls) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            if (rest[at] == 0)
                zeros++;
            else
                controls++;
        }

        return zeros > sample.Length / 100 || controls + zeros > sample.Length / 20;
    }
}
