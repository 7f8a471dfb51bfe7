using Spectre.Console;
using Spectre.Console.Rendering;

namespace BriefingBot.Cli.Rendering;

/// <summary>Standard output for a person: wrapped and coloured in a terminal, whole plain lines everywhere else.</summary>
internal sealed class Page
{
    private const int Unbroken = 1_000_000;

    private readonly IAnsiConsole _console;
    private readonly bool _links;

    public Page(Terminal terminal)
    {
        _links = terminal.Links;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // Said outright: the library's own detection writes colour codes into redirected output.
            Ansi = terminal.Ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        _console.Profile.Width = terminal.Width ?? Unbroken;
        _console.Profile.Capabilities.Links = terminal.Links;
        _console.Profile.Capabilities.Unicode = true;
    }

    public void Blank() => _console.WriteLine();

    public void Line(params ReadOnlySpan<Span> spans) => Indented(0, spans);

    /// <summary>One paragraph; every line of it begins <paramref name="indent"/> columns in.</summary>
    public void Indented(int indent, params ReadOnlySpan<Span> spans)
    {
        var paragraph = new Paragraph();
        foreach (var span in spans) paragraph.Append(TerminalText.Clean(span.Text), StyleOf(span));
        _console.Write(new IndentedBlock(paragraph, indent));
        _console.WriteLine();
    }

    /// <summary>A head and its text beside it; lines that do not fit begin under the text.</summary>
    public void Hanging(int column, int indent, string head, string text)
    {
        var start = new string(' ', indent) + TerminalText.CleanLine(head).PadRight(Math.Max(0, column - indent));
        if (text.Length == 0) Line(start.TrimEnd());
        else
        {
            var paragraph = new Paragraph(TerminalText.Clean(text));
            _console.Write(new IndentedBlock(paragraph, column, start));
            _console.WriteLine();
        }
    }

    /// <summary>Aligned columns under a quiet heading; the last column runs on.</summary>
    public void Table(IReadOnlyList<string> heading, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cells = rows.Prepend(heading).Select(row => row.Select(TerminalText.CleanLine).ToList()).ToList();
        var widths = Enumerable.Range(0, heading.Count).Select(column => cells.Max(row => row[column].GetCellWidth())).ToList();
        foreach (var (row, look) in cells.Select((row, index) => (row, index == 0 ? Look.Quiet : Look.Plain)))
        {
            var padded = row.Select((cell, column) => column == row.Count - 1 ? cell : cell + new string(' ', widths[column] - cell.GetCellWidth() + 2));
            Indented(0, new Span(string.Concat(padded), look));
        }
    }

    private Style StyleOf(Span span)
    {
        var style = span.Look switch
        {
            Look.Strong => new Style(decoration: Decoration.Bold),
            Look.Quiet => new Style(decoration: Decoration.Dim),
            Look.Number => new Style(foreground: Color.Teal, decoration: Decoration.Bold),
            Look.Warning => new Style(foreground: Color.Olive, decoration: Decoration.Bold),
            _ => Style.Plain,
        };
        return _links && Opens(span.Link) is { } address ? style.Link(address) : style;
    }

    // The address is written inside an escape sequence: only one that parses, in its escaped form.
    private static string? Opens(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsoluteUri
            : null;

    private sealed class IndentedBlock(IRenderable content, int indent, string? start = null) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            var lines = Segment.SplitLines(content.Render(options, Math.Max(10, maxWidth - indent)));
            foreach (var (index, line) in lines.Index())
            {
                if (index > 0) yield return Segment.LineBreak;
                // The wrapping leaves the space it broke at.
                var last = line.FindLastIndex(segment => segment.Text.AsSpan().Trim().Length > 0);
                if (index == 0 && start is not null) yield return new Segment(start);
                else if (indent > 0 && last >= 0) yield return new Segment(new string(' ', indent));
                for (var place = 0; place <= last; place++)
                    yield return place < last ? line[place] : new Segment(line[place].Text.TrimEnd(), line[place].Style);
            }
        }
    }
}
