using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli;

/// <summary><c>ask</c>: a cited brief, or a refusal.</summary>
internal sealed class AskVerb : Verb
{
    private readonly Argument<string[]> _question = new("question")
    {
        HelpName = "QUESTION",
        Description = "what to ask, with or without quotation marks",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<DateOnly?> _asOf = OptionValues.Day("--as-of", "read only what was published by that day");
    private readonly Option<BriefLength> _length = OptionValues.OneOf("--length", "how much to quote", ("short", BriefLength.Short), ("brief", BriefLength.Brief));

    private readonly Option<bool> _extractive = Flag("--extractive", "quotes only, even where a model is configured");

    public AskVerb() : base(
        "ask",
        "asks the library; every sentence of the answer carries the number of its source",
        "briefingbot ask \"How many dockers walked out at Port Varran?\"",
        "briefingbot ask \"What did the ministry promise?\" --as-of 2031-03-04 --json")
    {
        Add(_question);
        Add(_asOf);
        Add(_length);
        Add(_extractive);
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var question = string.Join(' ', run.Value(_question));
        if (string.IsNullOrWhiteSpace(question)) throw new UsageException("QUESTION is empty");

        var request = new BriefRequest(question, run.Value(_asOf), run.Value(_length)) { Extractive = run.Has(_extractive) };
        var library = run.OpenLibrary();
        var answer = await run.Get<Briefer>().AskAsync(library, request, null, cancellationToken);
        if (run.Json) run.WriteJson(answer, ContractJson.Readable.Answer);
        else AnswerPage.Write(run.Page(), answer, Words.Today(run.Time), library.Read(Searched));
        return answer.Status == AnswerStatus.Insufficient ? ExitCode.NotInLibrary : ExitCode.Done;
    }

    private static (int Documents, DateOnly? Newest) Searched(LibrarySession session)
    {
        var documents = new DocumentStore(session);
        return (documents.Count(), documents.NewestPublishedOn());
    }
}
