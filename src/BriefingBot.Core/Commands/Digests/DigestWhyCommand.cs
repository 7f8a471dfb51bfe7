using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest why</c>: in which story a document was told, or why it was left out.</summary>
internal sealed class DigestWhyCommand(DigestMaker maker) : ICommand
{
    public CommandDefinition Definition { get; } = new("digest why", "Says in which story a document is told, or why it was left out")
    {
        Options = [new("document", "The document's id; /library list shows them") { Required = true, Suggests = true, Most = 200 }],
    };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var typed = call.Option("document") ?? "";
        var document = call.Library.Read(session => new DocumentStore(session).Find(typed) ?? new DocumentStore(session).Find(typed.ToUpperInvariant()));
        if (document is null) return Task.FromResult<CommandOutcome>(new CommandOutcome.NoSuchDocument());
        var schedule = ChannelSchedules.Of(call).FirstOrDefault(s => ChannelKey.Of(s.Place) == call.Channel);
        var fate = DigestFates.Of(call.Library, document.Id, maker, new DigestOwner(call.Channel, schedule), cancellationToken);
        return Task.FromResult<CommandOutcome>(new CommandOutcome.FateTold(document.Current.Metadata.Title, fate));
    }

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => call.Library.Read(session => new DocumentStore(session).List())
        .Where(document => document.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || document.Metadata.Title.Contains(typed, StringComparison.OrdinalIgnoreCase))
        .Reverse().Take(25)
        .Select(document => new ReplyChoice(document.Id, ReplyWords.Line(Phrases.Dotted(document.Metadata.Title, document.Metadata.Publisher, document.Id), 100))).ToList();
}
