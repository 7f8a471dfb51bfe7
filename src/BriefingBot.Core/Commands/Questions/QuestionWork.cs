using BriefingBot.Core.Briefing;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Operations;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Commands.Questions;

/// <summary>Answers an accepted question and shows the answer. Whatever happens, its asker is told and the inbox knows.</summary>
internal sealed partial class QuestionWork(QuestionAnswerer answerer, InboxLog inbox, ReplyWriter replies, QuestionMetrics metrics, ILogger<QuestionWork> logger)
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);

    public async Task RunAsync(AcceptedQuestion question, IChatResponder responder, ProgressLine progress, QueueTicket ticket)
    {
        try
        {
            var answered = await answerer.AnswerAsync(question, progress, ticket.Ended);
            await ShowAsync(question, responder, progress, answered, ticket.Ended);
            metrics.Shown(question);
        }
        catch (OperationCanceledException) when (ticket.Ended.IsCancellationRequested)
        {
            await EndAsync(question, responder, progress, ticket.End);
        }
        catch (ChatException refused)
        {
            // The answer stands in the library. What can be shown later stays accepted: the next start shows it.
            Log.NotShown(logger, refused, question.AnswerId, question.Place.Platform);
            if (!refused.Transient) inbox.Mark(question.AnswerId, InboxState.Failed);
        }
#pragma warning disable CA1031 // The one place of this edge that turns a fault into a sentence; cancellation is told apart above.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            inbox.Mark(question.AnswerId, InboxState.Failed);
            var outcome = FaultOutcomes.Of(fault, logger);
            metrics.Failed();
            await TellAsync(question, responder, progress, outcome);
        }
    }

    private async Task ShowAsync(AcceptedQuestion question, IChatResponder responder, ProgressLine progress, CommandOutcome.Answered answered, CancellationToken cancellationToken)
    {
        await progress.CloseAsync();
        var posted = await responder.FinishAsync(replies.Write(answered), cancellationToken);
        answerer.Posted(question, posted);
        inbox.Mark(question.AnswerId, InboxState.Shown);
    }

    private async Task EndAsync(AcceptedQuestion question, IChatResponder responder, ProgressLine progress, QueueEnd end)
    {
        Log.Ended(logger, question.AnswerId, end);
        if (end != QueueEnd.Stopping)
        {
            inbox.Mark(question.AnswerId, InboxState.Cancelled);
            await TellAsync(question, responder, progress, new CommandOutcome.CalledOff(question.Question, question.Private));
        }
        else if (await TellAsync(question, responder, progress, new CommandOutcome.Interrupted(question)))
        {
            // Only now: what nobody was told of, the next start takes up.
            inbox.Mark(question.AnswerId, InboxState.Interrupted);
        }
    }

    // Whether it could be told.
    private async Task<bool> TellAsync(AcceptedQuestion question, IChatResponder responder, ProgressLine progress, CommandOutcome outcome)
    {
        await progress.CloseAsync();
        using var patience = new CancellationTokenSource(Goodbye);
        try
        {
            await responder.FinishAsync(replies.Write(outcome) with { Private = question.Private }, patience.Token);
            return true;
        }
        catch (Exception fault) when (fault is ChatException or OperationCanceledException)
        {
            Log.NotShown(logger, fault, question.AnswerId, question.Place.Platform);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The answer {AnswerId} could not be shown on {Platform}")]
        public static partial void NotShown(ILogger logger, Exception fault, string answerId, string platform);

        [LoggerMessage(2, LogLevel.Information, "The question of answer {AnswerId} was ended: {End}")]
        public static partial void Ended(ILogger logger, string answerId, QueueEnd end);
    }
}
