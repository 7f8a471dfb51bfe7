using BriefingBot.Core.Chat;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Interactions;

/// <summary>Hands requests on. The one place where a fault in a use case becomes a sentence for the asker, with an id that is in the log.</summary>
internal sealed partial class RequestRunner(ILogger<RequestRunner> logger)
{
    /// <summary>Set once, before anything arrives.</summary>
    public Func<ChatRequest, IChatResponder, Task> Handler { get; set; } = static (_, _) => Task.CompletedTask;

    public async Task RunAsync(ChatRequest request, IChatResponder responder, CancellationToken cancellationToken)
    {
        try
        {
            await Handler(request, responder);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ChatException refusal)
        {
            LogRefused(request.Id, refusal.Message);
        }
        catch (Exception fault)
        {
            LogFault(fault, request.Id);
            await ApologiseAsync(request, responder, cancellationToken);
        }
    }

    private async Task ApologiseAsync(ChatRequest request, IChatResponder responder, CancellationToken cancellationToken)
    {
        if (request is SuggestRequest)
        {
            return;
        }

        try
        {
            await responder.FinishAsync(new ChatReply { Blocks = [new TextBlock($"Something went wrong here. The log says more under {request.Id}.", TextTone.Problem)] }, cancellationToken);
        }
        catch (ChatException refusal)
        {
            LogRefused(request.Id, refusal.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply to {Request} could not be sent: {Reason}")]
    private partial void LogRefused(string request, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Request} could not be answered")]
    private partial void LogFault(Exception fault, string request);
}
