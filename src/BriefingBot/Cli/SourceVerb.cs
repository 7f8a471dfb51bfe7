using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli;

/// <summary><c>source</c>: what a number of an answer opens.</summary>
internal sealed class SourceVerb : Verb
{
    private readonly AnswerArgument _answer = new("ANSWER-ID", "the ten letters and digits under the answer");
    private readonly Argument<int?> _number = new("n")
    {
        HelpName = "N",
        Description = "one number of the answer; without it all of them",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value.Trim('[', ']'), out var number)) return number;
            result.AddError($"N must be a number of the answer, such as 2, not \"{result.Tokens[0].Value}\"");
            return null;
        },
    };

    public SourceVerb() : base("source", "shows the quotes of an answer in their place", "briefingbot source K7QX3M9TRB 2")
    {
        Add(_answer);
        Add(_number);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var (_, answer) = _answer.Find(run);

        var citations = Chosen(answer, run.Value(_number));
        if (run.Json) run.WriteJson(new CitationsDocument(citations), ContractJson.Readable.CitationsDocument);
        else SourcePage.Write(run.Page(), answer, citations, run.Time);
        return Task.FromResult(ExitCode.Done);
    }

    // The numbers of a refusal open the passages nearest to the question.
    private static IReadOnlyList<Citation> Chosen(Answer answer, int? number)
    {
        var all = answer.Citations.Concat(answer.Related.Where(near => answer.Citations.All(citation => citation.N != near.N))).ToList();
        if (number is not { } n) return answer.Citations.Count > 0 ? answer.Citations : answer.Related;
        if (all.Find(citation => citation.N == n) is { } chosen) return [chosen];
        throw new UsageException(all.Count == 0
            ? $"the answer {answer.AnswerId} has no sources"
            : $"N is {n}: the answer {answer.AnswerId} has the numbers {all.Min(citation => citation.N)} to {all.Max(citation => citation.N)}");
    }
}
