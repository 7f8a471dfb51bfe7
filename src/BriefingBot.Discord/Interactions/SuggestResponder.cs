using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>Takes suggestions while someone types. Nothing else can be said then.</summary>
internal sealed class SuggestResponder : IChatResponder
{
    private readonly TaskCompletionSource<IReadOnlyList<ReplyChoice>> _choices = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was suggested, once it was.</summary>
    public Task<IReadOnlyList<ReplyChoice>> Choices => _choices.Task;

    public Task ProgressAsync(ChatReply reply, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<PostedMessage> FinishAsync(ChatReply reply, CancellationToken cancellationToken)
        => throw new InvalidOperationException("While an option is typed there is nothing to reply to: suggest.");

    public Task SuggestAsync(IReadOnlyList<ReplyChoice> choices, CancellationToken cancellationToken)
    {
        _choices.TrySetResult(choices);
        return Task.CompletedTask;
    }

    /// <summary>As Discord takes them: at most 25, names and values of 1 to 100 characters.</summary>
    public static CommandChoice[] Render(IReadOnlyList<ReplyChoice> choices)
        => [.. choices
            .Where(static choice => choice.Value.Length is > 0 and <= Limits.ChoiceText)
            .Select(static choice => new CommandChoice(DiscordText.CleanWithin(choice.Detail is { } detail ? $"{choice.Label} · {detail}" : choice.Label, Limits.ChoiceText), choice.Value))
            .Where(static choice => choice.Name.Length > 0)
            .Take(Limits.Choices)];
}
