using System.Globalization;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands;

/// <summary><c>source</c>: the quote behind a number, in its place. Also the choice "Show quote" under an answer.</summary>
internal sealed class SourceCommand : ICommand, IAction
{
    public const string ActionVerb = "source";

    public CommandDefinition Definition { get; } = new("source", "Shows the quote behind a number of an answer, in its place")
    {
        Options =
        [
            new("number", "The number; without it all of them", CommandOptionType.Number) { Suggests = true },
            new("answer", "The answer's id; without it the latest answer in this channel") { Suggests = true, Most = 40 },
        ],
    };

    public string Verb => ActionVerb;

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Open(call, call.Option("answer"), call.Option("number"), alone: false));

    public Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken) =>
        Task.FromResult(Open(call, action.Target, value ?? action.Detail, alone: true));

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) =>
        option is "answer" ? Answers(call, typed) : Numbers(call, typed);

    /// <summary>Answers of this channel, newest first, whose id or question holds what was typed.</summary>
    public static IReadOnlyList<ReplyChoice> Answers(CommandCall call, string typed) => call.Library.Read(session =>
    {
        var answers = new AnswerStore(session);
        return new ConversationStore(session).Recent(call.Channel, call.Person.Id, 50).Select(id => answers.Find(id)).OfType<Answer>()
            .Where(answer => answer.AnswerId.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || answer.Question.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Take(25).Select(answer => new ReplyChoice(answer.AnswerId, ReplyWords.Line($"{answer.AnswerId} · {answer.Question}", 100))).ToList();
    });

    private static List<ReplyChoice> Numbers(CommandCall call, string typed)
    {
        var found = call.Option("answer") is { } id ? AnswerAccess.Find(call, id) : AnswerAccess.Latest(call);
        if (found is not var (answer, _)) return [];
        return [.. Numbered(answer).Where(citation => $"{citation.N}".StartsWith(typed.Trim('[', ']', ' '), StringComparison.Ordinal))
            .Take(25).Select(citation => new ReplyChoice($"{citation.N}", ReplyWords.Line($"[{citation.N}] {Phrases.Dotted(citation.Title, citation.Publisher)}", 100)))];
    }

    private static CommandOutcome Open(CommandCall call, string? answerId, string? number, bool alone)
    {
        var found = answerId is null ? AnswerAccess.Latest(call) : AnswerAccess.Find(call, answerId);
        if (found is not var (answer, turn)) return answerId is null ? new CommandOutcome.NoAnswerYet() : new CommandOutcome.NoSuchAnswer();
        var all = Numbered(answer);
        var shown = alone || turn is { Private: true };
        if (string.IsNullOrEmpty(number)) return new CommandOutcome.Sources(answer, answer.Citations.Count > 0 ? answer.Citations : all, shown);
        if (!int.TryParse(number.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            return new CommandOutcome.Invalid("“number” must be a number of the answer, such as 2.");
        return all.Find(citation => citation.N == n) is { } citation
            ? new CommandOutcome.Sources(answer, [citation], shown)
            : new CommandOutcome.NoSuchNumber(answer.AnswerId, n, all.Count == 0 ? 0 : all.Max(c => c.N));
    }

    // The nearest passages of a refusal are numbered too.
    private static List<Citation> Numbered(Answer answer) => [.. answer.Citations, .. answer.Related.Where(near => answer.Citations.All(c => c.N != near.N))];
}
