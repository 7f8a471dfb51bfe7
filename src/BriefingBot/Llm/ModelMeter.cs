using System.Diagnostics.Metrics;

namespace BriefingBot.Llm;

/// <summary>Tokens as metrics, under the names of the OpenTelemetry conventions (https://opentelemetry.io/docs/specs/semconv/gen-ai/).</summary>
internal sealed class ModelMeter : IDisposable
{
    private readonly Meter _meter = new("BriefingBot.Model");
    private readonly Histogram<long> _tokens;

    public ModelMeter() => _tokens = _meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}");

    public void Add(long input, long output)
    {
        _tokens.Record(input, new KeyValuePair<string, object?>("gen_ai.token.type", "input"));
        _tokens.Record(output, new KeyValuePair<string, object?>("gen_ai.token.type", "output"));
    }

    public void Dispose() => _meter.Dispose();
}
