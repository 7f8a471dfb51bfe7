using System.Text;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>Charset labels as the web writes them (WHATWG Encoding standard) to encodings as .NET knows them.</summary>
internal static class Charsets
{
    /// <summary>What browsers read where a page says ISO-8859-1, and the last resort.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Null for no label and for one that is not known; UTF-16 labels are left to the byte order mark.</summary>
    public static Encoding? Find(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant();
        return name switch
        {
            null or "" or { Length: > 40 } => null,
            "utf-8" or "utf8" or "unicode-1-1-utf-8" or "utf-16" or "utf-16le" or "utf-16be" => Encoding.UTF8,
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii" or "windows-1252" or "cp1252" or "x-cp1252" => Windows1252,
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "chinese" => ByCodePage(936),
            "x-sjis" or "shift_jis" or "shift-jis" or "sjis" or "ms_kanji" or "windows-31j" => ByCodePage(932),
            "euc-kr" or "ks_c_5601-1987" or "korean" or "windows-949" => ByCodePage(949),
            "big5" or "big5-hkscs" or "x-x-big5" => ByCodePage(950),
            "iso-8859-9" or "latin5" or "l5" => ByCodePage(1254),
            "iso-8859-11" or "tis-620" => ByCodePage(874),
            "iso-8859-8-i" => ByCodePage(1255),
            "utf-7" => null,
            _ => ByName(name),
        };
    }

    private static Encoding? ByCodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page);

    private static Encoding? ByName(string name)
    {
        if (CodePagesEncodingProvider.Instance.GetEncoding(name) is { } found)
            return found;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
