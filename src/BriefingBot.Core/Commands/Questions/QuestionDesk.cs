using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Questions;

/// <summary>Accepts questions: within the limits, written down, and put in their channel's line. From then on none is lost.</summary>
internal sealed class QuestionDesk(InboxLog inbox, Limits limits, ChannelQueues queues, QuestionWork work, TimeProvider time)
{
    /// <summary>Longest question, in UTF-16 code units.</summary>
    public const int LongestQuestion = 5000;

    /// <summary>Takes a question on. Nothing is awaited on the way: questions stand in line in the order of the calls.</summary>
    public CommandOutcome Take(CommandCall call, AskedQuestion asked)
    {
        var text = asked.Text.Trim();
        if (text.Length == 0) return new CommandOutcome.Invalid("Write a question, such as “Who chairs the harbour board?”.");
        if (text.Length > LongestQuestion) return new CommandOutcome.Invalid($"The question has {text.Length:N0} characters; at most {LongestQuestion:N0} are read. Shorten it.");
        if (limits.Take(call.Person, call.Channel) is { } limit) return new CommandOutcome.TooOften(limit);
        var id = ShortId.New();
        var place = call.Request.Place;
        return Enqueue(call.Channel, call.Responder, reopened: false, new AcceptedQuestion
        {
            AnswerId = id,
            Place = place,
            RequestId = call.Request.Id,
            PersonId = call.Person.Id,
            Library = call.Library.Name,
            Private = asked.Private,
            Question = text,
            AsOf = asked.AsOf,
            Length = asked.Length.ToStored(),
            Conversation = place.Thread is { } thread ? $"{place.Platform}/{place.Workspace}/{place.Channel}/{thread}" : asked.Conversation ?? id,
            AcceptedUtc = time.GetUtcNow(),
            ReplyAddress = call.Request.ReplyAddress,
        });
    }

    /// <summary>Takes an interrupted question up again, under the answer's id it has; its reply goes where it says now.</summary>
    public CommandOutcome TakeAgain(ChannelKey channel, IChatResponder responder, AcceptedQuestion question) =>
        Enqueue(channel, responder, reopened: true, question);

    /// <summary>Calls a question off. False where it neither waits nor is worked on.</summary>
    public bool CallOff(string answerId) => queues.Cancel(answerId);

    /// <summary>A question that is not finished; null where there is none of that id.</summary>
    public AcceptedQuestion? Find(string answerId) => inbox.Find(answerId);

    private CommandOutcome Enqueue(ChannelKey channel, IChatResponder responder, bool reopened, AcceptedQuestion question)
    {
        var progress = new ProgressLine(responder);
        var known = false;
        var ticket = queues.Enqueue(
            channel,
            question.AnswerId,
            ticket => work.RunAsync(question, responder, progress, ticket),
            () => reopened ? inbox.Reopen(question.AnswerId, question.ReplyAddress) : !(known = !inbox.Accept(question)));
        if (ticket is null)
        {
            // The same request delivered twice is being answered already; so is a retry pressed twice.
            return known || (reopened && inbox.Find(question.AnswerId) is { State: InboxState.Accepted or InboxState.Shown })
                ? new CommandOutcome.Taken()
                : new CommandOutcome.LineFull(queues.CountOf(channel));
        }

        void Place(int before)
        {
            // Every step of a long line would be a message each for everyone in it.
            if (before is > 0 and <= 3 || before % 5 == 0 && before > 0) progress.Show(Replies.ProgressReplies.Waiting(question, before));
        }

        ticket.WhenMoved(Place);
        if (ticket.Before > 0) progress.Show(Replies.ProgressReplies.Waiting(question, ticket.Before));
        return new CommandOutcome.Taken();
    }
}
