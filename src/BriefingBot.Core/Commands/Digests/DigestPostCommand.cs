using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest post</c>: the digest now. That of a schedule goes through its outbox; without a schedule it is the reply.</summary>
internal sealed class DigestPostCommand(DigestMaker maker, TimeProvider time) : ICommand
{
    public const string Name = "digest post";

    public CommandDefinition Definition { get; } = new(Name, "Posts the digest now, before its time", DeskRole.Editor) { Options = [ChannelSchedules.Definition(required: false)] };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Post(call, cancellationToken));

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => ChannelSchedules.Suggest(call, typed);

    private CommandOutcome Post(CommandCall call, CancellationToken cancellationToken)
    {
        var (schedule, refusal) = ChannelSchedules.Meant(call);
        if (refusal is not null) return refusal;
        if (schedule is { PausedReason: { } why }) return new CommandOutcome.Invalid($"That digest is paused: {why}. /digest resume lets it come again.");
        var digest = maker.Post(call.Library, schedule, call.Channel, cancellationToken);
        if (schedule is not null) return new CommandOutcome.DigestQueued(digest);
        call.Library.Write(session => new ConversationStore(session).Begin(new Turn
        {
            AnswerId = digest.DigestId,
            Conversation = digest.DigestId,
            Channel = call.Channel,
            PersonId = DigestTurns.Nobody,
            AskedUtc = time.GetUtcNow(),
        }));
        return new CommandOutcome.DigestShown(digest, Preview: false);
    }
}
