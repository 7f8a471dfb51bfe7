using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Llm;

/// <summary>Says that a model was asked and how long it took; what was asked and written only at Trace.</summary>
internal sealed partial class LoggingChatClient(IChatClient inner, ILogger<LoggingChatClient> logger, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var started = time.GetTimestamp();
        Trace(asked);
        var response = await base.GetResponseAsync(asked, options, cancellationToken);
        LogAnswered(time.GetElapsedTime(started).TotalMilliseconds, response.FinishReason?.Value ?? "unknown");
        LogText("reply", response.Text);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var started = time.GetTimestamp();
        var reason = "unknown";
        Trace(asked);
        await foreach (var update in base.GetStreamingResponseAsync(asked, options, cancellationToken))
        {
            reason = update.FinishReason?.Value ?? reason;
            LogText("piece", update.Text);
            yield return update;
        }

        LogAnswered(time.GetElapsedTime(started).TotalMilliseconds, reason);
    }

    private void Trace(List<ChatMessage> messages)
    {
        if (!logger.IsEnabled(LogLevel.Trace)) return;
        foreach (var message in messages) LogText(message.Role.Value, message.Text);
    }

    [LoggerMessage(1, LogLevel.Debug, "The model answered in {Milliseconds} ms; it ended because of {Reason}.")]
    private partial void LogAnswered(double milliseconds, string reason);

    [LoggerMessage(2, LogLevel.Trace, "{Part}: {Text}")]
    private partial void LogText(string part, string text);
}
