using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Briefing;

/// <summary>Question → verified, stored answer. The library decides: what it does not say is refused.</summary>
/// <param name="retriever">Finds passages.</param>
/// <param name="options">Constants of the writer.</param>
/// <param name="time">Says when the question was asked, and measures.</param>
public sealed class Briefer(Retriever retriever, BriefingOptions options, TimeProvider time)
{
    private readonly ExtractiveWriter _writer = new(options);

    /// <summary>Retrieves, writes, verifies, stores the answer and returns it. Any question gets an answer, if only that the library does not say.</summary>
    public Answer Ask(LibraryFile library, BriefRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(request);
        var asked = time.GetUtcNow();
        var (answer, considered) = library.Read(session => Answer(session, library.Name, request, asked, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        library.Write(session => new AnswerStore(session).Add(answer, considered));
        return answer;
    }

    private (Answer Answer, IReadOnlyList<long> Considered) Answer(
        LibrarySession session, string library, BriefRequest request, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var today = request.AskedOn ?? request.AsOf ?? DateOnly.FromDateTime(asked.UtcDateTime);
        var retrieved = retriever.Retrieve(session, new RetrievalQuestion(request.Question, request.AskedOn, request.AsOf, today), options.Passages);
        var read = time.GetTimestamp();
        cancellationToken.ThrowIfCancellationRequested();
        var draft = _writer.Write(retrieved, request.Length);
        var written = time.GetTimestamp();
        var store = new DocumentStore(session);
        var composer = new BriefComposer(new CitationBuilder(store), new QuoteVerifier((id, number) => store.FindRevision(id, number)?.Text));
        var brief = composer.Compose(draft, Refused(retrieved));
        var verified = time.GetTimestamp();
        var answer = new Answer
        {
            AnswerId = ShortId.New(),
            Library = library,
            LibraryRevision = session.LibraryRevision,
            Question = request.Question,
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
        return (answer, [.. retrieved.Passages.Select(p => p.Passage.Id)]);
    }

    private static string Refused(RetrievalResult retrieved)
    {
        if (retrieved.Question.Terms.Count == 0)
            return "The question holds no word to search for.";
        return Refusal.UnknownName(retrieved) is { } name ? $"Nothing in this library mentions *{name}*." : "The library does not say.";
    }

    private double Ms(long from, long to) => time.GetElapsedTime(from, to).TotalMilliseconds;
}
