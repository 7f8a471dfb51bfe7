using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli;

/// <summary><c>backup</c>: a consistent copy of the data folder while it is used.</summary>
internal sealed class BackupVerb : Verb
{
    private readonly Argument<string> _directory = new("directory") { HelpName = "DIR", Description = "a folder that is not there yet, or is empty" };

    public BackupVerb() : base("backup", "copies every library and bot.db while they are in use", "briefingbot backup /mnt/backup/monday") => Add(_directory);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(run.Value(_directory));
        BackupManifest manifest;
        using (var progress = new ProgressLine(run.Terminal, run.Time, "MB"))
            manifest = new DataBackup(run.Catalog, run.Time).Backup(directory, new CopyRelay(progress), cancellationToken);
        var files = manifest.Files.Select(file => file.Path).ToList();
        if (run.Json) run.WriteJson(new CopyDocument(directory, files, null), ContractJson.Readable.CopyDocument);
        else run.Page().Line($"Copied {Phrases.Count(files.Count, "file")} to {directory}, {Phrases.Count(manifest.Files.Sum(file => file.Bytes), "byte")}: {string.Join(", ", files)}");
        return Task.FromResult(ExitCode.Done);
    }

    private sealed class CopyRelay(ProgressLine line) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => line.Report((int)(value.Done / 1_000_000), (int)(value.Total / 1_000_000));
    }
}
