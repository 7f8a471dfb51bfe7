using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Memos;

namespace BriefingBot.Core.Commands;

/// <summary><c>export</c>: an answer as a memo.</summary>
internal sealed class ExportCommand : ICommand, IAction
{
    public const string ActionVerb = "export";

    public CommandDefinition Definition { get; } = new("export", "An answer or a digest as a memo, its quotes as footnotes")
    {
        Options =
        [
            new("answer", "The answer's id; without it the latest answer in this channel") { Suggests = true, Most = 40 },
            new("format", "Markdown, or a page that prints well") { Choices = [new("md", "Markdown"), new("html", "HTML")] },
        ],
    };

    public string Verb => ActionVerb;

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Export(call, call.Option("answer"), call.Option("format"), alone: false));

    public Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken) =>
        Task.FromResult(Export(call, action.Target, action.Detail, alone: true));

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => option is "answer" ? SourceCommand.Answers(call, typed) : [];

    private static CommandOutcome Export(CommandCall call, string? answerId, string? format, bool alone)
    {
        MemoFormat? wanted = format switch { null or "" or "md" => MemoFormat.Markdown, "html" => MemoFormat.Html, _ => null };
        if (wanted is not { } known) return new CommandOutcome.Invalid("“format” must be md or html.");
        var found = answerId is null ? AnswerAccess.Latest(call) : AnswerAccess.Find(call, answerId);
        if (found is not var (answer, turn)) return answerId is null ? new CommandOutcome.NoAnswerYet() : new CommandOutcome.NoSuchAnswer();
        var memo = call.Library.Read(session => DigestMemo.File(session, answer, known)) ?? Memo.File(answer, known);
        return new CommandOutcome.Exported(answer, memo, alone || turn is { Private: true });
    }
}
