using BriefingBot.Core.Briefing;
using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Operations;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Questions;

/// <summary>From an accepted question to its stored answer, understood in its conversation. Asking for the same answer again gives the one that is stored.</summary>
internal sealed class QuestionAnswerer(LibraryShelf shelf, Briefer briefer, QuestionReader reader, QuestionMetrics metrics) : IDisposable
{
    // Answering is work, not waiting: more at a time than there are cores would slow all of them. Waiting for a model is no work, and takes no turn.
    private readonly SemaphoreSlim _turns = new(Math.Max(2, Environment.ProcessorCount));

    public async Task<CommandOutcome.Answered> AnswerAsync(AcceptedQuestion question, ProgressLine progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var library = shelf.Open(question.Library);
        var answer = library.Read(session => new AnswerStore(session).Find(question.AnswerId)) ?? await AskAsync(library, question, progress, cancellationToken);
        return new CommandOutcome.Answered(answer, question.Private, library.Read(Searched));
    }

    /// <summary>Remembers which post shows an answer, so that a reply to it continues the conversation.</summary>
    public void Posted(AcceptedQuestion question, PostedMessage message) =>
        shelf.Open(question.Library).Write(session => new ConversationStore(session).Posted(question.AnswerId, message.MessageId));

    public void Dispose() => _turns.Dispose();

    public static SearchedLibrary Searched(LibrarySession session)
    {
        var documents = new DocumentStore(session);
        return new SearchedLibrary(documents.Count(), documents.NewestPublishedOn());
    }

    private async Task<Answer> AskAsync(LibraryFile library, AcceptedQuestion question, ProgressLine progress, CancellationToken cancellationToken)
    {
        library.Write(session => new ConversationStore(session).Begin(new Turn
        {
            AnswerId = question.AnswerId,
            Conversation = question.Conversation,
            Channel = ChannelKey.Of(question.Place)!,
            PersonId = question.PersonId,
            Private = question.Private,
            AskedUtc = question.AcceptedUtc,
        }));
        var before = library.Read(session => Before(session, question));
        if (before.Count > 0 && reader.AsksModel) progress.Show(ProgressReplies.Understanding(question));
        var rewritten = await reader.ReadAsync(question.Question, before, cancellationToken);
        var request = new BriefRequest(question.Question, question.AsOf, Enum.Parse<BriefLength>(question.Length, ignoreCase: true))
        {
            AnswerId = question.AnswerId,
            RewrittenQuestion = rewritten,
            Near = rewritten is null ? [] : [.. before.SelectMany(answer => answer.Citations).Select(citation => citation.DocumentId).Distinct(StringComparer.Ordinal)],
            Progress = new Shown(done => progress.Show(ProgressReplies.Working(question, done))),
        };
        var start = await BeginAsync(library, request, cancellationToken);
        var spoken = new List<SpokenClaim>();
        if (start.AwaitsModel) progress.Show(ProgressReplies.Writing(question, spoken));
        var answer = await briefer.EndAsync(library, start, Say, cancellationToken);
        metrics.Answered(answer);
        return answer;

        void Say(SpokenClaim claim)
        {
            spoken.Add(claim);
            progress.Show(ProgressReplies.Writing(question, [.. spoken]));
        }
    }

    private async Task<BriefStart> BeginAsync(LibraryFile library, BriefRequest request, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return briefer.Begin(library, request, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    // A question everyone sees is understood from what everyone saw.
    private static List<Answer> Before(LibrarySession session, AcceptedQuestion question)
    {
        var answers = new AnswerStore(session);
        return new ConversationStore(session).Last(question.Conversation, question.Place.Platform, question.Private ? question.PersonId : null)
            .Where(turn => turn.AnswerId != question.AnswerId).Select(turn => answers.Find(turn.AnswerId)).OfType<Answer>().ToList();
    }

    private sealed class Shown(Action<BriefProgress> show) : IProgress<BriefProgress>
    {
        public void Report(BriefProgress value) => show(value);
    }
}
