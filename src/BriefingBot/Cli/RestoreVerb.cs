using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli;

/// <summary><c>restore</c>: a backup back into the data folder, while nobody uses it.</summary>
internal sealed class RestoreVerb : Verb
{
    private readonly Argument<string> _directory = new("directory") { HelpName = "DIR", Description = "a folder that \"backup\" made" };

    public RestoreVerb() : base(
        "restore",
        "puts a backup back; refused while a process uses the data folder, and what stood there is kept aside",
        "briefingbot restore /mnt/backup/monday") => Add(_directory);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(run.Value(_directory));
        var outcome = new DataRestore(run.DataDirectory, run.Time).Restore(directory, replace: true);
        var files = outcome.Manifest.Files.Select(file => file.Path).ToList();
        if (run.Json)
        {
            run.WriteJson(new CopyDocument(run.DataDirectory, files, outcome.ReplacedTo), ContractJson.Readable.CopyDocument);
            return Task.FromResult(ExitCode.Done);
        }

        run.Page().Line($"Restored {string.Join(", ", files)} of {Words.Minute(outcome.Manifest.MadeUtc, run.Time)} into {run.DataDirectory}.");
        if (outcome.ReplacedTo is { } aside) run.Page().Line($"What stood there before is in {aside}.");
        return Task.FromResult(ExitCode.Done);
    }
}
