using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Web;

/// <summary>What <c>serve</c> prints: where the page is, what the library holds, and an example with its cited answer.</summary>
internal sealed class Greeting(TextWriter output, LibraryFile library, Briefer briefer, BotFile bot, WebOptions options)
{
    private const string ExampleKey = "example-answer";

    /// <param name="address">What people open.</param>
    /// <param name="listening">What is listened on, where that is another address; else the same.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task WriteAsync(string address, string listening, CancellationToken cancellationToken)
    {
        var (documents, newest, samples) = library.Read(Count);
        var dated = newest is { } day ? $", newest {Day(day)}" : "";
        await output.WriteLineAsync($"BriefingBot is at {address}  ({(listening == address ? "" : $"and listens on {listening} ; ")}Ctrl-C stops it)");
        if (options.SignIn) await output.WriteLineAsync("People sign in; this prints a link for one of them: briefingbot web invite --name NAME");
        await output.WriteLineAsync($"Library {library.Name}: {documents} {(documents == 1 ? "document" : "documents")}{dated}");
        if (samples > 0)
        {
            await output.WriteLineAsync($"{samples} of them {(samples == 1 ? "is a sample" : "are samples")} about a port that does not exist. Add your own: briefingbot add FOLDER");
            await WriteExampleAsync(address, cancellationToken);
        }
        else if (documents == 0)
        {
            await output.WriteLineAsync("Add a file or a folder, then ask: briefingbot add FOLDER");
        }

        await output.FlushAsync(cancellationToken);
    }

    private static (int Documents, DateOnly? Newest, int Samples) Count(LibrarySession session)
    {
        var documents = new DocumentStore(session);
        return (documents.Count(), documents.NewestPublishedOn(), SampleDocuments.CountIn(session));
    }

    private async Task WriteExampleAsync(string address, CancellationToken cancellationToken)
    {
        var answer = Example(cancellationToken);
        await output.WriteLineAsync();
        await output.WriteLineAsync(answer.Question);
        foreach (var line in answer.Text.Split('\n')) await output.WriteLineAsync($"  {line}".TrimEnd());
        await output.WriteLineAsync();
        foreach (var c in answer.Citations) await output.WriteLineAsync($"  [{c.N}] {SourceLine(c)}");
        await output.WriteLineAsync($"  {address}/#{answer.AnswerId}");
    }

    // Asked once, then shown again: a start is no question anybody asked.
    private Answer Example(CancellationToken cancellationToken)
    {
        if (bot.Get(ExampleKey) is { } id && library.Read(session => new AnswerStore(session).Find(id)) is { } stored && stored.Citations.All(c => c.Status == CitationStatus.Current))
            return stored;
        var answer = briefer.Ask(library, new BriefRequest(SampleDocuments.Questions[0]), cancellationToken);
        bot.Set(ExampleKey, answer.AnswerId);
        return answer;
    }

    private static string SourceLine(Citation citation)
    {
        var carried = citation.AlsoCarriedBy.Count > 0 ? $"also carried by {string.Join(", ", citation.AlsoCarriedBy)}" : null;
        var parts = new[] { citation.Title, citation.Publisher, citation.PublishedOn is { } day ? Day(day) : null, carried };
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy");
}
