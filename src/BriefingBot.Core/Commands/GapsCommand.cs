using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Commands;

/// <summary><c>gaps</c>: what was asked and the library did not say, most asked first.</summary>
internal sealed class GapsCommand : ICommand
{
    private const int Shown = 20;

    public CommandDefinition Definition { get; } = new("gaps", "Lists the questions the library could not answer, most asked first");

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var gaps = call.Library.Read(session => new GapStore(session).Of(call.Workspace));
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Gaps([.. gaps.Take(Shown)], gaps.Count));
    }
}
