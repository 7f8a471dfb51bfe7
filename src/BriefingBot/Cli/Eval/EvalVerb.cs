using System.CommandLine;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Evaluation;

namespace BriefingBot.Cli.Eval;

/// <summary>What the evaluations share: the set, the per-item file, progress, and metrics as JSON or as a table.</summary>
internal abstract class EvalVerb : Verb
{
    private readonly Option<string?> _perItem = OptionValues.OutputFile("--per-item", "write one JSON line per item, for \"eval compare\"");

    protected EvalVerb(string name, string description, string example) : base(name, description, example) => Add(_perItem);

    protected Argument<string> Set { get; } = new("set") { HelpName = "DIR", Description = "the folder of the labelled set" };

    protected async Task<int> EvaluateAsync(VerbRun run, string? runFile, Func<EvaluationOptions, Task<Evaluated>> evaluate)
    {
        Evaluated result;
        StageTimes times;
        using (var progress = new ProgressLine(run.Terminal, run.Time, "items"))
        {
            times = new StageTimes(progress, run.Time);
            result = await evaluate(new EvaluationOptions
            {
                PerItemFile = run.Value(_perItem),
                RunFile = runFile,
                Progress = times,
            });
        }

        foreach (var problem in result.Problems) run.Terminal.Error.WriteLine($"briefingbot: {TerminalText.CleanLine(problem)}");
        MetricsPage.Write(run, result.Metrics);
        if (!run.Json && times.Summary() is { } took) run.Terminal.Out.WriteLine(took);
        return result.Problems.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    /// <param name="Metrics">The metrics object as JSON.</param>
    /// <param name="Problems">A sentence per item of the set that could not be used.</param>
    protected sealed record Evaluated(string Metrics, IReadOnlyList<string> Problems);
}
