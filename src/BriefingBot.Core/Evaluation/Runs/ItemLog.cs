using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>The per-item file of a run: one JSON object per line. Writes nothing when there is no path.</summary>
internal sealed class ItemLog(string? path) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly TextWriter _writer = OutputFile.Create(path);

    public void Write<T>(T item) => _writer.Write(JsonSerializer.Serialize(item, Json) + "\n");

    public void Dispose() => _writer.Dispose();
}
