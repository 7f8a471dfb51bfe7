using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Channels;

/// <summary>
/// The feedback on a library as an <c>answers</c> set, so that a desk's complaints become its tests. An answer that was liked is answerable by its
/// quotes; one complained of is not answerable by what was cited: what is left after the citations said to be wrong are the accepted answers, and where
/// nothing is left, or the whole was disliked, the library is taken not to say. Each row carries the complaint, so that a person can put it right by hand.
/// </summary>
public static class FeedbackSet
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>corpus.jsonl</c> and <c>questions.jsonl</c> into a folder, made where it is missing.</summary>
    /// <returns>How many questions and documents were written; without a question nothing is.</returns>
    public static (int Questions, int Documents) Write(LibraryFile library, string directory)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return library.Read(session =>
        {
            var questions = Questions(session).ToList();
            if (questions.Count == 0) return (0, 0);
            Directory.CreateDirectory(directory);
            File.WriteAllLines(Path.Combine(directory, "questions.jsonl"), questions);
            var documents = new DocumentStore(session);
            var ids = documents.List().Select(document => document.Id).ToList();
            File.WriteAllLines(Path.Combine(directory, "corpus.jsonl"), ids.Select(id => Row(documents.Find(id)!)));
            return (questions.Count, ids.Count);
        });
    }

    private static IEnumerable<string> Questions(LibrarySession session)
    {
        var answers = new AnswerStore(session);
        foreach (var given in new FeedbackStore(session).List().GroupBy(feedback => feedback.AnswerId, StringComparer.Ordinal))
        {
            if (answers.Find(given.Key) is { } answer) yield return Row(answer, [.. given]);
        }
    }

    private static string Row(Answer answer, IReadOnlyList<Feedback> given)
    {
        var wrong = given.Where(feedback => feedback.Verdict == FeedbackVerdict.WrongCitation).Select(feedback => feedback.Number).ToHashSet();
        var liked = given.Count(feedback => feedback.Verdict == FeedbackVerdict.Up) >= given.Count(feedback => feedback.Verdict == FeedbackVerdict.Down);
        var right = liked
            ? answer.Citations.Where(citation => !wrong.Contains(citation.N) && citation.Status != CitationStatus.Removed && citation.Quote.Length > 0).ToList()
            : [];
        return JsonSerializer.Serialize(
            new
            {
                _id = answer.AnswerId,
                text = answer.RewrittenQuestion ?? answer.Question,
                answers = right.Select(citation => citation.Quote),
                documents = right.Select(citation => citation.DocumentId).Distinct(StringComparer.Ordinal),
                answerable = right.Count > 0,
                askedOn = answer.AskedUtc.UtcDateTime.ToString("yyyy-MM-dd"),
                feedback = given.Select(feedback => new { verdict = feedback.Verdict.ToStored(), n = feedback.Number, note = feedback.Note, quote = Quote(answer, feedback) }),
            },
            Readable);
    }

    private static string? Quote(Answer answer, Feedback feedback) => answer.Citations.FirstOrDefault(citation => citation.N == feedback.Number)?.Quote;

    private static string Row(Document document) => JsonSerializer.Serialize(
        new
        {
            _id = document.Id,
            title = document.Current.Metadata.Title,
            text = document.Current.Text,
            publishedOn = document.Current.Metadata.PublishedOn.ToStored(),
            publisher = document.Current.Metadata.Publisher,
            url = document.Current.Metadata.Url,
        },
        Readable);
}
