namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>The first bytes by which formats that are no text give themselves away.</summary>
internal static class BinarySignature
{
    /// <summary>What the bytes are, in words for a person; null when no known signature stands at their start.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "PDF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or an office document",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a GIF picture",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', ..] => "a RIFF picture or recording",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "a rich text file",
        [0x1F, 0x8B, ..] => "a gzip archive",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old office document",
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', (byte)' ', (byte)'f', (byte)'o', (byte)'r', (byte)'m', ..] => "a database",
        _ => null,
    };
}
