using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Libraries;

/// <summary><c>library gaps</c>: what was asked and the library did not say.</summary>
internal sealed class GapsVerb : Verb
{
    public GapsVerb() : base("gaps", "lists the questions the library could not answer, most asked first", "briefingbot library gaps --library port-desk")
    {
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var gaps = run.OpenLibrary().Read(session => new AnswerStore(session).Gaps());
        if (run.Json) run.WriteJson(new GapsDocument(gaps), ContractJson.Readable.GapsDocument);
        else if (gaps.Count == 0) run.Page().Line("No gaps: nothing asked so far went unanswered.");
        else
        {
            run.Page().Table(
                ["asked", "last", "question"],
                [.. gaps.Select(gap => (IReadOnlyList<string>)[$"{gap.Asked}×", Words.Minute(gap.LastAskedUtc, run.Time), gap.Question])]);
        }

        return Task.FromResult(ExitCode.Done);
    }
}
