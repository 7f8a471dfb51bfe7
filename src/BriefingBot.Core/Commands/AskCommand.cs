using System.Globalization;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;

namespace BriefingBot.Core.Commands;

/// <summary><c>ask</c>: a cited brief, or "the library does not say".</summary>
internal sealed class AskCommand(QuestionDesk desk) : ICommand
{
    public const string Name = "ask";
    public const string Question = "question";

    public CommandDefinition Definition { get; } = new(Name, "Asks the library; every sentence of the answer opens its quote")
    {
        Options =
        [
            new(Question, "What to ask") { Required = true, Most = QuestionDesk.LongestQuestion },
            new("private", "Shows the answer to you only", CommandOptionType.Flag),
            new("as-of", "Reads only what was published by that day (YYYY-MM-DD)", CommandOptionType.Day),
            new("length", "How much to quote") { Choices = [new("short", "short: the one best quote"), new("brief", "brief: several documents")] },
        ],
    };

    public bool InOrder => true;

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        DateOnly? asOf = null;
        if (call.Option("as-of") is { } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
                return Task.FromResult<CommandOutcome>(new CommandOutcome.Invalid("“as-of” must be a day such as 2031-03-04."));
            asOf = parsed;
        }

        BriefLength? length = call.Option("length") switch { null => BriefLength.Default, "short" => BriefLength.Short, "brief" => BriefLength.Brief, _ => null };
        if (length is not { } known) return Task.FromResult<CommandOutcome>(new CommandOutcome.Invalid("“length” must be short or brief."));
        var asked = new AskedQuestion(call.Option(Question) ?? "") { AsOf = asOf, Length = known, Private = call.Option("private") is "true" };
        return Task.FromResult(desk.Take(call, asked));
    }
}
