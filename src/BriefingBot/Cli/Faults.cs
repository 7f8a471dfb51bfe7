using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli;

/// <summary>Turns a fault into a sentence for a person and an exit code. A fault nobody expected gets an id that stands in the log too.</summary>
internal sealed class Faults(Terminal terminal, TimeProvider time)
{
    // EPIPE as .NET reports it on Unix: the reader (head, less) has seen enough.
    private const int BrokenPipe = 32;

    public int Tell(Exception fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                Say("interrupted; what was done so far is kept whole");
                return ExitCode.Interrupted;
            case IOException { HResult: BrokenPipe }:
                return ExitCode.Done;
            case UsageException:
                Say(fault.Message);
                return ExitCode.Usage;
            case OptionsValidationException invalid:
                Say(Sentence(invalid));
                return ExitCode.Usage;
            case LibraryException or UnreadableException or LabelledSetException or InvalidDataException or IOException or UnauthorizedAccessException:
                Say(fault.Message);
                return ExitCode.Fault;
            default:
                Log(fault);
                return ExitCode.Fault;
        }
    }

    /// <summary>What is wrong with the settings, by their keys.</summary>
    public static string Sentence(OptionsValidationException invalid) =>
        string.Join("; ", invalid.Failures.Select(failure => Named(failure, invalid.OptionsType)));

    // "MaxItemBytes: The field IngestionOptions.MaxItemBytes must be …", as data annotations put it, with the key a person wrote instead.
    private static string Named(string failure, Type options)
    {
        var member = $"{options.Name}.";
        var at = failure.IndexOf(member, StringComparison.Ordinal);
        return at < 0 ? failure : failure[at..].Replace(member, $"{options.Name.Replace("Options", "", StringComparison.Ordinal)}:", StringComparison.Ordinal).TrimEnd('.');
    }

    private void Log(Exception fault)
    {
        var id = ShortId.New();
        terminal.Error.WriteLine($"{time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'} fail {id} {TerminalText.Clean(fault.ToString())}");
        Say($"a fault of the program, not of the input ({fault.GetType().Name}); report it with the lines logged above as {id}");
    }

    private void Say(string sentence) => terminal.Error.WriteLine($"briefingbot: {TerminalText.CleanLine(sentence)}");
}
