using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Evaluation;

/// <summary>
/// The product's own HTML reader over saved pages with expected texts: <c>ground-truth.json</c> and
/// <c>html/&lt;id&gt;.html[.gz]</c>.
/// </summary>
public static class ExtractEvaluation
{
    /// <param name="directory">The labelled set.</param>
    /// <param name="cancellationToken">Checked before every page.</param>
    /// <exception cref="InvalidDataException">The folder is no such set; the message says what is missing.</exception>
    public static ExtractResult Run(string directory, CancellationToken cancellationToken)
    {
        var items = new List<ExtractItem>();
        foreach (var (id, expected) in ReadTruth(directory))
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(Measure(id, expected, ReadPage(directory, id)));
        }

        return new ExtractResult(Total(items), items);
    }

    private static Dictionary<string, ExpectedPage> ReadTruth(string directory)
    {
        var path = Path.Combine(directory, "ground-truth.json");
        if (!File.Exists(path))
            throw new InvalidDataException($"{path} does not exist: an extract set is a folder with ground-truth.json and html/<id>.html[.gz].");
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, ExtractJson.Default.DictionaryStringExpectedPage) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is not the JSON of an extract set: {e.Message}", e);
        }
    }

    private static SourceBytes ReadPage(string directory, string id)
    {
        var path = Path.Combine(directory, "html", id + ".html");
        if (File.Exists(path))
            return new SourceBytes(path, File.ReadAllBytes(path), DateTimeOffset.UnixEpoch);
        if (!File.Exists(path + ".gz"))
            throw new InvalidDataException($"{path}[.gz] does not exist, but ground-truth.json names it.");
        using var packed = new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return new SourceBytes(path, bytes.ToArray(), DateTimeOffset.UnixEpoch);
    }

    private static ExtractItem Measure(string id, ExpectedPage expected, SourceBytes page)
    {
        ReadText? read = null;
        string? reason = null;
        try
        {
            read = new HtmlReader().Read(page);
        }
        catch (UnreadableException e)
        {
            reason = e.Message;
        }

        var (precision, recall) = WordGrams.Compare(expected.ArticleBody ?? "", read?.Text ?? "");
        var metadata = read?.Metadata;
        return new ExtractItem(id, precision, recall, WordGrams.F1(precision, recall), Exact(expected.Title, metadata?.Title), Exact(expected.Byline, metadata?.Byline),
            Exact(expected.Publisher, metadata?.Publisher), Exact(expected.PublishedOn, metadata?.PublishedOn?.ToString("yyyy-MM-dd")), reason);
    }

    private static bool? Exact(string? expected, string? found) =>
        string.IsNullOrWhiteSpace(expected) ? null : string.Equals(Spaces.Single(expected), Spaces.Single(found ?? ""), StringComparison.Ordinal);

    private static ExtractMetrics Total(List<ExtractItem> items)
    {
        var precision = items.Count == 0 ? 0 : items.Average(item => item.Precision);
        var recall = items.Count == 0 ? 0 : items.Average(item => item.Recall);
        return new ExtractMetrics(items.Count, precision, recall, WordGrams.F1(precision, recall), Rate(items, item => item.TitleExact), Rate(items, item => item.BylineExact),
            Rate(items, item => item.PublisherExact), Rate(items, item => item.PublishedOnExact));
    }

    private static double? Rate(List<ExtractItem> items, Func<ExtractItem, bool?> field) =>
        items.Select(field).Where(ok => ok is not null).Average(ok => ok is true ? 1.0 : (double?)0.0);
}

/// <summary>One entry of <c>ground-truth.json</c>; a field that is missing is not asked for.</summary>
internal sealed record ExpectedPage(string? ArticleBody, string? Title, string? PublishedOn, string? Byline, string? Publisher);

[JsonSerializable(typeof(Dictionary<string, ExpectedPage>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ExtractJson : JsonSerializerContext;
