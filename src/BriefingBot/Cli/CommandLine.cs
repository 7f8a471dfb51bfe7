using System.CommandLine;
using System.Reflection;
using BriefingBot.Cli.Rendering;

namespace BriefingBot.Cli;

/// <summary>The entry point: reads the arguments, runs one verb, and answers with the exit code of the contract.</summary>
internal sealed class CommandLine(Terminal terminal, TimeProvider time)
{
    // A question may begin with "@" and hold any dash: no response files, no bundled letters.
    private static readonly ParserConfiguration Parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static string Version { get; } = typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var faults = new Faults(terminal, time);
        try
        {
            var root = VerbTable.Build();
            return await DispatchAsync(root.Parse(args, Parser), cancellationToken);
        }
#pragma warning disable CA1031 // The one place of this edge that turns a fault into a sentence; cancellation is told apart inside.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return faults.Tell(fault, cancellationToken);
        }
    }

    private async Task<int> DispatchAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.GetResult(GlobalOptions.Help) is { Implicit: false })
        {
            HelpPage.Write(command, terminal);
            return ExitCode.Done;
        }

        if (parsed.GetResult(GlobalOptions.Version) is { Implicit: false })
        {
            terminal.Out.WriteLine(Version);
            return ExitCode.Done;
        }

        Usage.Check(parsed);
        await using var run = new VerbRun(parsed, terminal, time, cancellationToken);
        var verb = command as Verb ?? command.Subcommands.OfType<ServeVerb>().Single();
        var code = await verb.RunAsync(run, cancellationToken);
        // A run that was told to stop and ended well has still something to say.
        await terminal.Out.FlushAsync(CancellationToken.None);
        return code;
    }
}
