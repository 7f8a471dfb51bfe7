using System.Text;

namespace BriefingBot.Cli;

/// <summary>The three streams of a process and what their other ends can show. Tests give their own.</summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>Terminals known to open OSC 8 links, by the value of TERM or TERM_PROGRAM.</summary>
    private static readonly HashSet<string> LinkingTerminals = new(StringComparer.OrdinalIgnoreCase)
    {
        "alacritty", "contour", "foot", "ghostty", "iTerm.app", "rio", "tmux", "vscode", "WezTerm", "xterm-ghostty", "xterm-kitty",
    };

    private readonly Lazy<Stream> _input;

    public Terminal(TextWriter output, TextWriter error, Func<Stream> input)
    {
        Out = output;
        Error = error;
        _input = new Lazy<Stream>(() => new WaitingStream(input()));
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Standard input as bytes: what comes in may be any encoding.</summary>
    public Stream Input => _input.Value;

    /// <summary>Whether standard output may carry colour codes: it is a terminal and NO_COLOR is not set.</summary>
    public bool Ansi { get; init; }

    /// <summary>Whether the terminal behind standard output opens OSC 8 links.</summary>
    public bool Links { get; init; }

    /// <summary>Whether standard error is a terminal, so that a line of progress may be drawn and redrawn.</summary>
    public bool Progress { get; init; }

    /// <summary>Columns to wrap to; null when the output is not a terminal and lines stay whole.</summary>
    public int? Width { get; init; }

    public static Terminal OfProcess()
    {
        // Not Console.Out: that flushes at every write, and its encoding is the shell's guess.
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 16 * 1024) { NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        var dumb = Variable("TERM") is "dumb";
        var ansi = !Console.IsOutputRedirected && !dumb && Variable("NO_COLOR").Length == 0;
        return new Terminal(output, error, Console.OpenStandardInput)
        {
            Ansi = ansi,
            Links = ansi && OpensLinks(),
            Progress = !Console.IsErrorRedirected && !dumb,
            Width = Console.IsOutputRedirected ? null : Columns(),
        };
    }

    public void Dispose()
    {
        Out.Flush();
        Error.Flush();
    }

    private static int Columns() => Console.WindowWidth is > 0 and var width ? Math.Clamp(width, 20, 160) : 80;

    private static bool OpensLinks() =>
        LinkingTerminals.Contains(Variable("TERM"))
        || LinkingTerminals.Contains(Variable("TERM_PROGRAM"))
        || Variable("WT_SESSION").Length > 0
        || Variable("KONSOLE_VERSION").Length > 0
        || (int.TryParse(Variable("VTE_VERSION"), out var vte) && vte >= 5000);

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
