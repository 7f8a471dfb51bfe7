using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Commands.Replies;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Commands;

/// <summary>The beginning and the end of the work on questions: what a former run left open is told, and a stop leaves nothing untold.</summary>
internal sealed partial class ChatWork(InboxLog inbox, QuestionDesk desk, ChannelQueues queues, ReplyWriter replies, ILogger<ChatWork> logger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>What a former run left unfinished, oldest first; interrupted from now on.</summary>
    public IReadOnlyList<AcceptedQuestion> Interrupt()
    {
        var open = inbox.Interrupt();
        if (open.Count > 0) Log.Interrupted(logger, open.Count);
        return open;
    }

    /// <summary>
    /// Answers the interrupted questions of a platform that still takes their replies; under the others posts, once, that they were interrupted, with the
    /// button that asks again.
    /// </summary>
    public async Task TellAsync(IChatPlatform platform, IReadOnlyList<AcceptedQuestion> questions, CancellationToken cancellationToken)
    {
        foreach (var question in questions)
        {
            try
            {
                var pending = new PendingRequest(question.RequestId, question.Place, question.PersonId, question.Private, question.AcceptedUtc) { ReplyAddress = question.ReplyAddress };
                if (await platform.ResumeAsync(pending, cancellationToken) is { } responder && ChannelKey.Of(question.Place) is { } channel)
                    desk.TakeAgain(channel, responder, question);
                else
                {
                    // There is no request left to reply to in private; the words of a private question are not in it.
                    var told = replies.Write(new CommandOutcome.Interrupted(question)) with { Private = false };
                    await platform.PostAsync(question.Place, new PostKey($"i-{question.AnswerId}"), told, cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // One that cannot be told keeps nobody else from being told; it stays interrupted in the inbox.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Log.NotTold(logger, fault, question.AnswerId, platform.Name);
            }
        }
    }

    public Task StopAsync() => queues.StopAsync(Grace, TimeProvider.System);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} questions were interrupted by the end of the former run")]
        public static partial void Interrupted(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "It could not be said that the question of answer {AnswerId} was interrupted, on {Platform}")]
        public static partial void NotTold(ILogger logger, Exception fault, string answerId, string platform);
    }
}
