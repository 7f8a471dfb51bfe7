using BriefingBot.SemanticKernel;
using Microsoft.Extensions.AI;

namespace BriefingBot.Tests.Llm;

/// <summary>A Semantic Kernel connector, asked over a socket.</summary>
public sealed class KernelConnectorTests : IAsyncDisposable
{
    private readonly FakeModelServer _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_ends_with_its_reason_and_what_it_took()
    {
        _server.Says("Two ferries were turned back.");
        var reply = await Client().GetStreamingResponseAsync("How many?", cancellationToken: Token).ToChatResponseAsync(Token);
        Assert.Equal("Two ferries were turned back.", reply.Text);
        Assert.Equal(ChatFinishReason.Stop, reply.FinishReason);
        Assert.Equal((900, 100, 1000), (reply.Usage?.InputTokenCount, reply.Usage?.OutputTokenCount, reply.Usage?.TotalTokenCount));
    }

    [Theory]
    [InlineData(true, "\"max_tokens\":50")]
    [InlineData(false, "\"max_completion_tokens\":50")]
    public async Task The_limit_of_a_reply_goes_by_the_name_the_server_knows(bool old, string said)
    {
        _server.Answers("ready");
        await Client(old).GetResponseAsync("Ready?", new ChatOptions { MaxOutputTokens = 50, Temperature = 0 }, Token);
        var body = await _server.RequestAsync(Token);
        Assert.Contains(said, body, StringComparison.Ordinal);
        Assert.Contains("\"temperature\":0", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_asked_about_once_here()
    {
        for (var n = 0; n < 5; n++) _server.Fails(503);
        await Assert.ThrowsAnyAsync<Exception>(() => Client().GetResponseAsync("Ready?", cancellationToken: Token));
        Assert.Equal(1, _server.Asked);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IChatClient Client(bool old = true) => KernelConnector.Open(new KernelModel(new Uri(_server.Endpoint), "tiny", null, old));
}
