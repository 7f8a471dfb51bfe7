using BriefingBot.Cli;
using BriefingBot.Cli.Rendering;

namespace BriefingBot.Tests.Cli;

public sealed class PageTests
{
    [Fact]
    public void Redirected_output_holds_no_escape_and_keeps_lines_whole()
    {
        var text = string.Join(' ', Enumerable.Repeat("dockers", 100));

        var shown = Print(false, null, page => page.Line(new Span(text, Look.Strong), new Span(" [1]", Look.Number, "https://varran.example/1")));

        Assert.Equal(text + " [1]\n", shown);
    }

    [Fact]
    public void In_a_terminal_a_number_with_an_address_is_a_link()
    {
        var shown = Print(true, 80, page => page.Line(new Span("[1]", Look.Number, "https://varran.example/1")));

        Assert.Matches("\e\\]8;[^;]*;https://varran.example/1\e\\\\", shown);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://x\e]0;title\a")]
    [InlineData("no address")]
    public void Nothing_but_a_plain_web_address_becomes_a_link(string address)
    {
        var shown = Print(true, 80, page => page.Line(new Span("[1]", Look.Number, address)));

        Assert.DoesNotContain("]0;", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("]8;;file", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_wrap_to_the_width_and_every_line_is_indented()
    {
        var lines = Print(false, 30, page => page.Indented(2, "Two ferries were turned back before dawn, and the northern basin stayed closed.")).TrimEnd('\n').Split('\n');

        Assert.True(lines.Length >= 3);
        Assert.All(lines, line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= 30, line));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void A_script_without_spaces_wraps_by_its_double_width()
    {
        var lines = Print(false, 30, page => page.Indented(2, string.Concat(Enumerable.Repeat("港口工人罢工", 8)))).TrimEnd('\n').Split('\n');

        Assert.All(lines, line => Assert.True(line.Trim().Length * 2 <= 28, line));
        Assert.Equal(48, lines.Sum(line => line.Trim().Length));
    }

    [Fact]
    public void Columns_align_whatever_their_script()
    {
        var shown = Print(false, null, page => page.Table(["publisher", "title"], [["Varran Courier", "one"], ["德尔塔邮报", "two"]]));

        Assert.Equal("publisher       title\nVarran Courier  one\n德尔塔邮报      two\n", shown);
    }

    private static string Print(bool terminal, int? width, Action<Page> print)
    {
        var output = new StringWriter { NewLine = "\n" };
        using var shown = new Terminal(output, TextWriter.Null, () => Stream.Null) { Ansi = terminal, Links = terminal, Width = width };
        print(new Page(shown));
        return output.ToString();
    }
}
