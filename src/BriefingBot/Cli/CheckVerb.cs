using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli;

/// <summary><c>check</c>: what the library says to a claim.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<string[]> _claim = new("claim") { HelpName = "CLAIM", Description = "one sentence to check", Arity = ArgumentArity.OneOrMore };
    private readonly Option<DateOnly?> _asOf = OptionValues.Day("--as-of", "read only what was published by that day");

    public CheckVerb() : base("check", "says whether the library supports a claim, disputes it or does not know it", "briefingbot check \"About 1,400 dockers walked out at Port Varran.\"")
    {
        Add(_claim);
        Add(_asOf);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var claim = string.Join(' ', run.Value(_claim));
        if (string.IsNullOrWhiteSpace(claim)) throw new UsageException("CLAIM is empty");

        var check = new ClaimChecker(run.Get<Retriever>()).Check(run.OpenLibrary(), claim, run.Value(_asOf));
        cancellationToken.ThrowIfCancellationRequested();
        if (run.Json) run.WriteJson(new CheckDocument(check.Verdict, check.Citations), ContractJson.Readable.CheckDocument);
        else Print(run.Page(), check);
        return Task.FromResult(check.Verdict switch
        {
            CheckVerdict.Supported => ExitCode.Done,
            CheckVerdict.Disputed => ExitCode.Disputed,
            _ => ExitCode.NotInLibrary,
        });
    }

    private static void Print(Page page, ClaimCheck check)
    {
        page.Line(new Span(
            check.Verdict switch
            {
                CheckVerdict.Supported => "Supported.",
                CheckVerdict.Disputed => "Disputed.",
                _ => check.Citations.Count > 0 ? "Not found. The nearest sentences:" : "Not found.",
            },
            Look.Strong));
        if (check.Reason is { } reason) page.Line(new Span(TerminalText.CleanLine(reason), Look.Quiet));
        foreach (var citation in check.Citations)
        {
            page.Blank();
            page.Line(new Span($"{citation.N}  ", Look.Number), new Span(Source(citation)));
            page.Indented(3, $"“{citation.Quote}”");
        }
    }

    private static string Source(Citation citation) => TerminalText.CleanLine(
        Phrases.Dotted(citation.Publisher, citation.PublishedOn is { } day ? Phrases.Day(day) : null, citation.Title, citation.DocumentId));
}
