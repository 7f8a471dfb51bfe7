using System.Globalization;
using Microsoft.Extensions.AI;

namespace BriefingBot.SemanticKernel;

/// <summary>
/// What a reply took and why it ended, read from where connectors put it: <c>Metadata["FinishReason"]</c>, and an object of the vendor's own under
/// <c>Metadata["Usage"]</c>, or its numbers beside it (Google, Hugging Face). Every vendor has its own type for these, so members are found by name.
/// </summary>
internal static class ReplyMetadata
{
    private static readonly string[] Input = ["InputTokenCount", "PromptTokenCount", "PromptTokens", "InputTokens", "PromptEvalCount", "UsagePromptTokens"];
    private static readonly string[] Output = ["OutputTokenCount", "CandidatesTokenCount", "CompletionTokens", "OutputTokens", "EvalCount", "UsageCompletionTokens"];
    private static readonly string[] Total = ["TotalTokenCount", "TotalTokens", "UsageTotalTokens"];

    /// <summary>Null when the connector does not say, as with most pieces of a stream.</summary>
    public static UsageDetails? Usage(IReadOnlyDictionary<string, object?>? metadata)
    {
        if (metadata is null) return null;
        if (metadata.GetValueOrDefault("Usage") is UsageDetails known) return known;
        long? Find(string[] names) => names.Select(name => Number(metadata.GetValueOrDefault("Usage"), name) ?? Whole(metadata.GetValueOrDefault(name))).FirstOrDefault(count => count is not null);
        var (input, output) = (Find(Input), Find(Output));
        // Google says nought in every piece but the last.
        if (input is null or 0 && output is null or 0) return null;
        return new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = Find(Total) ?? (input ?? 0) + (output ?? 0) };
    }

    /// <summary>Null when the reply goes on, and for reasons no vendor shares with another.</summary>
    public static ChatFinishReason? Reason(IReadOnlyDictionary<string, object?>? metadata) =>
        metadata?.GetValueOrDefault("FinishReason")?.ToString()?.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "STOP" or "ENDTURN" or "EOSTOKEN" or "STOPSEQUENCE" => ChatFinishReason.Stop,
            "LENGTH" or "MAXTOKENS" or "MODELLENGTH" => ChatFinishReason.Length,
            "CONTENTFILTER" or "CONTENTFILTERED" or "SAFETY" => ChatFinishReason.ContentFilter,
            _ => null,
        };

    private static long? Number(object? holder, string name) => Whole(holder?.GetType().GetProperty(name)?.GetValue(holder));

    private static long? Whole(object? value) => value is int or long or short or uint ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
}
