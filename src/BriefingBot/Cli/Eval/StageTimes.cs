using System.Globalization;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Evaluation;

namespace BriefingBot.Cli.Eval;

/// <summary>Relays progress to the person's line, and says at the end how long each stage took.</summary>
// Not System.Progress: that posts to a thread pool, and the last report would come after the line was cleared.
internal sealed class StageTimes(ProgressLine line, TimeProvider time) : IProgress<EvaluationProgress>
{
    private readonly List<Stage> _stages = [];
    private long _since = time.GetTimestamp();

    public void Report(EvaluationProgress value)
    {
        line.Report(value.Done, value.Total, value.Stage);
        var now = time.GetTimestamp();
        if (_stages.Count == 0 || _stages[^1].Name != value.Stage) _stages.Add(new Stage(value.Stage));
        _stages[^1].Done = value.Done;
        _stages[^1].Took += time.GetElapsedTime(_since, now);
        _since = now;
    }

    /// <summary>One line; null where nothing was reported.</summary>
    public string? Summary() => _stages.Count == 0 ? null : string.Join("; ", _stages.Select(stage => string.Create(
        CultureInfo.InvariantCulture, $"{stage.Done:N0} {stage.Name} in {stage.Took.TotalSeconds:0.0} s ({stage.Took.TotalMilliseconds / Math.Max(1, stage.Done):0.0#} ms each)")));

    private sealed class Stage(string name)
    {
        public string Name { get; } = name;
        public int Done { get; set; }
        public TimeSpan Took { get; set; }
    }
}
