using System.CommandLine;
using BriefingBot.Cli.Health;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;

namespace BriefingBot.Cli;

/// <summary><c>doctor</c>: is everything as it should be, and what to do where it is not.</summary>
internal sealed class DoctorVerb : Verb
{
    private readonly Option<bool> _repair = Flag("--repair", "build search indexes again where they are out of step");

    public DoctorVerb() : base("doctor", "checks settings, data folder, libraries and their indexes", "briefingbot doctor", "briefingbot doctor --repair") => Add(_repair);

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var settings = SettingsCheck.Look(run);
        List<Check> checks = [settings, EngineCheck.Look(), DataFolderCheck.Look(run.DataDirectory)];
        using (var progress = new ProgressLine(run.Terminal, run.Time, "documents indexed"))
        {
            var libraries = new LibraryChecks(run.DataDirectory, run.Time, run.Has(_repair), progress);
            foreach (var check in libraries.Look())
            {
                cancellationToken.ThrowIfCancellationRequested();
                checks.Add(check);
            }
        }

        if (settings.Ok && await ModelCheck.LookAsync(run, cancellationToken) is { } model) checks.Add(model);
        if (settings.Ok && await DiscordCheck.LookAsync(run, cancellationToken) is { } discord) checks.Add(discord);
        if (run.Json) run.WriteJson(new ChecksDocument(checks), ContractJson.Readable.ChecksDocument);
        else Print(run.Page(), checks);
        return !settings.Ok ? ExitCode.Usage : checks.TrueForAll(check => check.Ok) ? ExitCode.Done : ExitCode.Fault;
    }

    private static void Print(Page page, List<Check> checks)
    {
        var width = checks.Max(check => check.Name.Length) + 5;
        foreach (var check in checks)
        {
            page.Hanging(width, 0, $"{(check.Ok ? "ok" : "!!")} {check.Name}", check.Detail);
            if (check.Remedy is { } remedy) page.Indented(width, new Span($"→ {remedy}", Look.Warning));
        }
    }
}
