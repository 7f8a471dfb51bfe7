using BriefingBot.SemanticKernel;
using Microsoft.Extensions.AI;

namespace BriefingBot.Tests.Llm;

/// <summary>Where Semantic Kernel's connectors put what a reply took and why it ended.</summary>
public sealed class ReplyMetadataTests
{
    [Fact]
    public void Counts_are_read_from_whatever_type_the_vendor_has_for_them()
    {
        Assert.Equal((900, 100, 1000), Counts(("Usage", new { InputTokenCount = 900, OutputTokenCount = 100, TotalTokenCount = 1000 })));
        Assert.Equal((900, 100, 1000), Counts(("Usage", new { PromptTokens = (int?)900, CompletionTokens = (int?)100 })));
        Assert.Equal((900, 100, 1010), Counts(("PromptTokenCount", 900), ("CandidatesTokenCount", 100), ("TotalTokenCount", 1010)));
        Assert.Equal((900, 100, 1000), Counts(("Usage", new UsageDetails { InputTokenCount = 900, OutputTokenCount = 100, TotalTokenCount = 1000 })));
    }

    [Fact]
    public void What_is_not_said_is_not_known()
    {
        Assert.Null(ReplyMetadata.Usage(null));
        Assert.Null(Read(("Usage", null), ("FinishReason", null)));
        Assert.Null(Read(("PromptTokenCount", 0), ("CandidatesTokenCount", 0)));
        Assert.Null(Read(("Usage", "a lot")));
    }

    [Theory]
    [InlineData("Stop", "stop")]
    [InlineData("stop", "stop")]
    [InlineData("MAX_TOKENS", "length")]
    [InlineData("Length", "length")]
    [InlineData("end_turn", "stop")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("SAFETY", "content_filter")]
    [InlineData("something else", null)]
    [InlineData(null, null)]
    public void Reasons_are_known_by_each_vendors_word(string? word, string? reason) =>
        Assert.Equal(reason, ReplyMetadata.Reason(new Dictionary<string, object?>(StringComparer.Ordinal) { ["FinishReason"] = word })?.Value);

    private static UsageDetails? Read(params (string Name, object? Value)[] metadata) => ReplyMetadata.Usage(metadata.ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal));

    private static (long?, long?, long?) Counts(params (string Name, object? Value)[] metadata) =>
        Read(metadata) is { } usage ? (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount) : default;
}
