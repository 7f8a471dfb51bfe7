using System.Diagnostics.Metrics;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Operations;

/// <summary>What is measured about questions (meter <c>BriefingBot</c>). No measurement names a workspace, a library or a person.</summary>
public sealed class QuestionMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "BriefingBot";

    private readonly Meter _meter;
    private readonly Counter<long> _questions;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _withheld;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _stages;
    private readonly Histogram<double> _waits;
    private readonly TimeProvider _time;

    public QuestionMetrics(ChannelQueues queues, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(queues);
        _time = time;
        _meter = new Meter(MeterName);
        _questions = _meter.CreateCounter<long>("briefingbot.questions", description: "Questions answered, by status");
        _refusals = _meter.CreateCounter<long>("briefingbot.refusals", description: "Questions the library did not answer");
        _withheld = _meter.CreateCounter<long>("briefingbot.claims.withheld", description: "Claims that were not posted because their passages do not support them");
        _failures = _meter.CreateCounter<long>("briefingbot.questions.failed", description: "Questions that ended in a fault");
        _stages = _meter.CreateHistogram<double>("briefingbot.stage.duration", "s", "Time spent per stage of a question");
        _waits = _meter.CreateHistogram<double>("briefingbot.question.duration", "s", "From accepting a question to showing its answer");
        _meter.CreateObservableGauge("briefingbot.queue.length", () => queues.Count, description: "Questions waiting or being worked on");
    }

    public void Dispose() => _meter.Dispose();

    internal void Answered(Answer answer)
    {
        _questions.Add(1, new KeyValuePair<string, object?>("status", answer.Status.ToStored()));
        if (answer.Status == AnswerStatus.Insufficient) _refusals.Add(1);
        _withheld.Add(answer.Withheld.Count);
        Stage("retrieve", answer.Timings.RetrieveMs);
        Stage("write", answer.Timings.WriteMs);
        Stage("verify", answer.Timings.VerifyMs);
    }

    internal void Shown(AcceptedQuestion question) => _waits.Record(Math.Max(0, (_time.GetUtcNow() - question.AcceptedUtc).TotalSeconds));

    internal void Failed() => _failures.Add(1);

    private void Stage(string name, double milliseconds) => _stages.Record(milliseconds / 1000, new KeyValuePair<string, object?>("stage", name));
}
