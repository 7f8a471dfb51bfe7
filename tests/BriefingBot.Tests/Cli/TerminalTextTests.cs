using System.Text;
using BriefingBot.Cli.Rendering;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Cli;

public sealed class TerminalTextTests
{
    [Fact]
    public void No_text_can_control_a_terminal_or_reverse_what_stands_beside_it() =>
        Prop.ForAll<string>(text => Shown("a\e]8;;http://x\a" + (text ?? "")).EnumerateRunes()
            .All(rune => rune.Value is '\n' || (!Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("ünïcödé 漢字 😀", "ünïcödé 漢字 😀")]
    [InlineData("\e[2Jgone", "[2Jgone")]
    [InlineData("bell\a back\b del\u007f csi\u009b31m", "bell back del csi31m")]
    [InlineData("one\r\ntwo", "one\ntwo")]
    [InlineData("evil\u202etxt.exe", "eviltxt.exe")]
    public void Only_what_can_be_read_is_left(string text, string expected) => Assert.Equal(expected, TerminalText.Clean(text));

    [Fact]
    public void Half_a_letter_is_shown_as_unreadable() => Assert.Equal("half\ufffd", TerminalText.Clean("half\ud83d"));

    [Fact]
    public void A_line_is_one_line() => Assert.Equal("a b c", TerminalText.CleanLine(" a\n\nb\tc\u2028"));

    private static string Shown(string text) => TerminalText.Clean(text);
}
