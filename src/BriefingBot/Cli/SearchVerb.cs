using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli;

/// <summary><c>search</c>: the ranked passages themselves, nothing written about them.</summary>
internal sealed class SearchVerb : Verb
{
    private readonly Argument<string[]> _query = new("query") { HelpName = "QUERY", Description = "words to look for", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _top = OptionValues.Count("--top", "how many passages", 10);

    public SearchVerb() : base("search", "lists the passages nearest to some words", "briefingbot search dockers walkout --top 5")
    {
        Add(_query);
        Add(_top);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var query = string.Join(' ', run.Value(_query));
        if (string.IsNullOrWhiteSpace(query)) throw new UsageException("QUERY is empty");

        var retriever = run.Get<Retriever>();
        var found = run.OpenLibrary().Read(session => retriever.Retrieve(session, new RetrievalQuestion(query), run.Value(_top)));
        cancellationToken.ThrowIfCancellationRequested();
        var passages = found.Passages.Select((ranked, index) => new FoundPassage(
            index + 1,
            ranked.Passage.Id,
            ranked.Passage.DocumentId,
            ranked.Revision.Metadata.Title,
            ranked.Revision.Metadata.Publisher,
            ranked.Revision.Metadata.PublishedOn,
            Math.Round(ranked.Score, 4),
            ranked.Passage.Range.Of(ranked.Revision.Text))).ToList();
        if (run.Json) run.WriteJson(new PassagesDocument(passages), ContractJson.Readable.PassagesDocument);
        else Print(run.Page(), passages, found.Notes);
        return Task.FromResult(ExitCode.Done);
    }

    private static void Print(Page page, List<FoundPassage> passages, IReadOnlyList<string> notes)
    {
        if (passages.Count == 0) page.Line("No passage holds any of these words.");
        foreach (var passage in passages)
        {
            page.Line(
                new Span($"{passage.Rank}  ", Look.Number),
                new Span(TerminalText.CleanLine(passage.Title), Look.Strong),
                new Span(Phrases.Dotted(passage.Publisher, passage.PublishedOn is { } day ? Phrases.Day(day) : null, $"{passage.Score:0.00}", passage.DocumentId).Insert(0, " · ")));
            page.Indented(3, passage.Text);
            page.Blank();
        }

        foreach (var note in notes) page.Line(new Span(note, Look.Quiet));
    }
}
