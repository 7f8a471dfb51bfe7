using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Briefing;

/// <summary>Question → verified, stored answer. The library decides: what it does not say is refused.</summary>
/// <param name="retriever">Finds passages.</param>
/// <param name="options">Constants of the writer.</param>
/// <param name="time">Says when the question was asked, and measures.</param>
/// <param name="model">Writes the brief where there is one; null: quotes only.</param>
public sealed class Briefer(Retriever retriever, BriefingOptions options, TimeProvider time, ModelWriter? model = null)
{
    /// <summary>What a passage of a document the conversation rests on is worth over others.</summary>
    private const double NearWeight = 1.15;

    private readonly ExtractiveWriter _writer = new(options);

    /// <summary>Retrieves, writes, verifies, stores the answer and returns it. Any question gets an answer, if only that the library does not say.</summary>
    public Answer Ask(LibraryFile library, BriefRequest request, CancellationToken cancellationToken = default)
    {
        var start = Begin(library, request, cancellationToken);
        return Store(library, start, start.Answer, cancellationToken);
    }

    /// <summary>As <see cref="Ask"/>, written by the model where there is one and the library holds something.</summary>
    /// <param name="library">Read, and given the answer to keep.</param>
    /// <param name="request">The question.</param>
    /// <param name="said">Told every sentence of the model as it is verified, before the answer is whole; null: nobody.</param>
    /// <param name="cancellationToken">Stops the work, and the request to the model.</param>
    public Task<Answer> AskAsync(LibraryFile library, BriefRequest request, Action<SpokenClaim>? said = null, CancellationToken cancellationToken = default) =>
        EndAsync(library, Begin(library, request, cancellationToken), said, cancellationToken);

    /// <summary>The part of an answer that is work and not waiting: retrieves, writes in quotes and verifies. Nothing is stored yet.</summary>
    public BriefStart Begin(LibraryFile library, BriefRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(request);
        var asked = time.GetUtcNow();
        var (answer, considered, material) = library.Read(session => Answer(session, library.Name, request, asked, cancellationToken));
        return new BriefStart(request, answer, considered, material, model is not null && !request.Extractive && answer.Status != AnswerStatus.Insufficient);
    }

    /// <summary>The rest: waits for the model where there is one, and stores the answer.</summary>
    /// <param name="library">As in <see cref="Begin"/>.</param>
    /// <param name="start">What was begun.</param>
    /// <param name="said">As in <see cref="AskAsync"/>.</param>
    /// <param name="cancellationToken">Stops the request to the model; then nothing is stored.</param>
    public async Task<Answer> EndAsync(LibraryFile library, BriefStart start, Action<SpokenClaim>? said = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(start);
        var answer = start.Answer;
        if (start.AwaitsModel)
            answer = await model!.WriteAsync(library, answer, start.Material, start.Request.Length, said, cancellationToken);
        return Store(library, start, answer, cancellationToken);
    }

    private static Answer Store(LibraryFile library, BriefStart start, Answer answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        library.Write(session => new AnswerStore(session).Add(answer, start.Considered));
        return answer;
    }

    private (Answer Answer, IReadOnlyList<long> Considered, BriefMaterial Material) Answer(
        LibrarySession session, string library, BriefRequest request, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var today = request.AskedOn ?? request.AsOf ?? DateOnly.FromDateTime(asked.UtcDateTime);
        var store = new DocumentStore(session);
        var documents = request.Progress is null ? 0 : store.Count();
        request.Progress?.Report(new BriefProgress(documents));
        var retrieved = Nearest(
            retriever.Retrieve(session, new RetrievalQuestion(request.RewrittenQuestion ?? request.Question, request.AskedOn, request.AsOf, today), options.Passages),
            request.Near);
        var copies = new Copies(session);
        retrieved = new CopyFold(session, copies).Fold(retrieved, request.AsOf is null && retrieved.Question.Dates.Published is null);
        var read = time.GetTimestamp();
        request.Progress?.Report(new BriefProgress(documents, retrieved.Passages.Count));
        cancellationToken.ThrowIfCancellationRequested();
        var draft = _writer.Write(retrieved, request.Length);
        var written = time.GetTimestamp();
        cancellationToken.ThrowIfCancellationRequested();
        request.Progress?.Report(new BriefProgress(documents, retrieved.Passages.Count, draft.Quotes.Count));
        var composer = new BriefComposer(new CitationBuilder(store, copies), new QuoteVerifier((id, number) => store.FindRevision(id, number)?.Text));
        var brief = composer.Compose(draft, Refused(retrieved));
        var verified = time.GetTimestamp();
        var answer = new Answer
        {
            AnswerId = request.AnswerId ?? ShortId.New(),
            Library = library,
            LibraryRevision = session.LibraryRevision,
            Question = request.Question,
            RewrittenQuestion = request.RewrittenQuestion,
            AskedUtc = asked,
            Status = brief.Status,
            Score = draft.Score,
            Writer = "extractive",
            AsOf = request.AsOf,
            NewestSource = brief.Citations.Concat(brief.Related).Max(c => c.PublishedOn),
            Text = brief.Text,
            Sentences = brief.Sentences,
            Citations = brief.Citations,
            Related = brief.Related,
            Withheld = brief.Withheld,
            Notes = retrieved.Notes,
            Timings = new AnswerTimings(Ms(started, read), Ms(read, written), Ms(written, verified), Ms(started, verified)),
        };
        return (answer, [.. retrieved.Passages.Select(p => p.Passage.Id)], new BriefMaterial(retrieved, draft));
    }

    private static RetrievalResult Nearest(RetrievalResult retrieved, IReadOnlyCollection<string> near) => near.Count == 0
        ? retrieved
        : retrieved with
        {
            Passages = [.. retrieved.Passages.Select(p => near.Contains(p.Passage.DocumentId, StringComparer.Ordinal) ? p with { Score = p.Score * NearWeight } : p).OrderByDescending(p => p.Score)],
        };

    private static string Refused(RetrievalResult retrieved)
    {
        if (retrieved.Question.Terms.Count == 0)
            return "The question holds no word to search for.";
        return Refusal.UnknownName(retrieved) is { } name ? $"Nothing in this library mentions “{name}”." : "The library does not say.";
    }

    private double Ms(long from, long to) => time.GetElapsedTime(from, to).TotalMilliseconds;
}
