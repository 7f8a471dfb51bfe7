using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class EncodingDetectorTests
{
    private const string Words = "Die Fähre nach Lîssa fährt um sechs – täglich.";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_decides(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(Words, Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Words)]));
    }

    [Fact]
    public void Utf16_without_a_mark_is_seen_by_its_zeros()
    {
        Assert.Equal(Words, Decode(Encoding.Unicode.GetBytes(Words)));
        Assert.Equal(Words, Decode(Encoding.BigEndianUnicode.GetBytes(Words)));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_windows_1252()
    {
        Assert.Equal("Café “Zum Anker” – 5 €", Decode(Charsets.Windows1252.GetBytes("Café “Zum Anker” – 5 €")));
    }

    [Fact]
    public void The_charset_from_outside_goes_before_the_page()
    {
        var bytes = Charsets.Find("windows-1251")!.GetBytes("<meta charset=koi8-r>Порт закрыт");
        Assert.EndsWith("Порт закрыт", EncodingDetector.Decode(new SourceBytes("page", bytes, default, CharsetHint: "windows-1251"), html: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1251\">")]
    [InlineData("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>")]
    [InlineData("<meta name=a content=b><meta charset = windows-1251 />")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?>")]
    public void A_page_names_its_own_charset(string declaration)
    {
        var bytes = Charsets.Find("windows-1251")!.GetBytes(declaration + "<p>Порт закрыт");
        Assert.EndsWith("Порт закрыт", Decode(bytes, html: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Shift_jis_and_gbk_are_known()
    {
        Assert.EndsWith("港は閉鎖", Decode(Charsets.Find("x-sjis")!.GetBytes("<meta charset=x-sjis>港は閉鎖"), html: true), StringComparison.Ordinal);
        Assert.EndsWith("港口已经关闭", Decode(Charsets.Find("gb2312")!.GetBytes("<meta charset=gb2312>港口已经关闭"), html: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("gb2312")]
    public void A_declaration_that_valid_utf8_contradicts_is_not_believed(string declared)
    {
        var page = $"<meta charset={declared}><p>港口已经关闭，渡轮停运，码头工人没有上班。</p>";
        Assert.Equal(page, Decode(Encoding.UTF8.GetBytes(page), html: true));
    }

    [Fact]
    public void A_cut_utf8_text_stays_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes("Üsküdar, Şişli, Beyoğlu, Kadıköy, Beşiktaş…");
        Assert.StartsWith("Üsküdar, Şişli", Decode(bytes[..^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-charset")]
    [InlineData("")]
    public void An_unknown_charset_is_passed_over(string hint)
    {
        Assert.Equal(Words, EncodingDetector.Decode(new SourceBytes("file", Encoding.UTF8.GetBytes(Words), default, CharsetHint: hint)));
    }

    [Fact]
    public void An_empty_file_is_refused_by_name()
    {
        var fault = Assert.Throws<UnreadableException>(() => Decode([]));
        Assert.Contains("notes.txt is empty (0 bytes)", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7 and so on", "PDF")]
    [InlineData("PK\u0003\u0004......", "ZIP")]
    [InlineData("\u007fELF\u0002\u0001\u0001\0\0\0\0", "a program")]
    [InlineData("abc\0\u0001\u0002\0\0\u0003\0def\0\0\0ghi\0\0", "binary")]
    public void A_binary_file_is_refused(string content, string kind)
    {
        var fault = Assert.Throws<UnreadableException>(() => Decode(Encoding.Latin1.GetBytes(content)));
        Assert.Contains("looks like a binary file", fault.Message, StringComparison.Ordinal);
        Assert.Contains(kind, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stray_zero_in_a_long_text_is_left_out()
    {
        Assert.Equal(string.Concat(Enumerable.Repeat("word ", 100)), Decode(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("word ", 50)) + "\0" + string.Concat(Enumerable.Repeat("word ", 50)))));
    }

    [Fact]
    public void Any_bytes_decode_or_are_refused() => Prop.ForAll<byte[]>(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        try
        {
            return Decode(bytes, html: true) is not null;
        }
        catch (UnreadableException)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_page_in_borrowed_memory_says_what_the_decoded_one_says()
    {
        var piece = Gen.Elements("<meta charset=windows-1251>", "<meta charset=shift_jis>", "<?xml version=\"1.0\" encoding=\"gbk\"?>", "<p>", " Fähre ", "Порт", "港", "\0", "\uFEFF", "%PDF-", "\u0001", "a");
        var bytes = Gen.NonEmptyListOf(piece).SelectMany(pieces => Gen.Elements("utf-8", "utf-8", "utf-16", "windows-1251", "shift_jis").Select(name => Charsets.Find(name)!.GetBytes(string.Concat(pieces))));
        Prop.ForAll(bytes.ToArbitrary(), Gen.Elements(null, "utf-8", "windows-1252", "gbk").ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (page, hint, html) =>
        {
            var source = new SourceBytes("page.html", page, default, CharsetHint: hint);
            using var borrowed = EncodingDetector.TryBorrow(source, html);
            return borrowed is null || borrowed.Span.SequenceEqual(EncodingDetector.Decode(source, html));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void An_ordinary_page_is_borrowed()
    {
        using var borrowed = EncodingDetector.TryBorrow(new SourceBytes("page.html", Encoding.UTF8.GetBytes("<meta charset=utf-8>" + Words), default), html: true);

        Assert.Equal("<meta charset=utf-8>" + Words, borrowed!.Span.ToString());
    }

    private static string Decode(byte[] bytes, bool html = false) => EncodingDetector.Decode(new SourceBytes("notes.txt", bytes, default), html);
}
