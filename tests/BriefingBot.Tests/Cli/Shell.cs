using System.Text;
using System.Text.Json;
using BriefingBot.Cli;

namespace BriefingBot.Tests.Cli;

/// <summary>Runs command lines in this process over a data folder of their own, as a shell would.</summary>
internal sealed class Shell : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot-cli-").FullName;

    public string DataDirectory => Path.Combine(_folder, "data");

    public TimeProvider Time { get; init; } = new FixedTime(new DateTimeOffset(2031, 3, 5, 8, 0, 0, TimeSpan.Zero));

    /// <summary>What the next run finds on standard input.</summary>
    public byte[] StandardInput { get; set; } = [];

    /// <summary>Standard input that is not there yet, in the place of <see cref="StandardInput"/>.</summary>
    public Stream? Typing { get; init; }

    /// <summary>As if standard output were a terminal that shows everything.</summary>
    public bool InTerminal { get; init; }

    public int? Width { get; init; }

    public CancellationToken Token { get; init; } = TestContext.Current.CancellationToken;

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<Ran> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(output, error, () => Typing ?? new MemoryStream(StandardInput)) { Ansi = InTerminal, Links = InTerminal, Width = Width };
        var code = await new CommandLine(terminal, Time).RunAsync([.. args, "--data", DataDirectory], Token);
        return new Ran(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>What a command line left behind.</summary>
internal sealed record Ran(int Code, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The keys of an object in their order, between spaces.</summary>
    public static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));
}
