using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Library;

/// <summary><c>library remove</c>: takes a document out of the channel's library.</summary>
internal sealed class LibraryRemoveCommand : ICommand
{
    public CommandDefinition Definition { get; } = new("library remove", "Takes a document out of this channel's library", DeskRole.Editor)
    {
        Options = [new("document", "The document's id; /library list shows them") { Required = true, Suggests = true, Most = 200 }],
    };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var id = call.Option("document") ?? "";
        return Task.FromResult(call.Library.Write(session => Remove(session, id)));
    }

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => call.Library.Read(session => new DocumentStore(session).List())
        .Where(document => document.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || document.Metadata.Title.Contains(typed, StringComparison.OrdinalIgnoreCase))
        .Reverse().Take(25)
        .Select(document => new ReplyChoice(document.Id, ReplyWords.Line(Phrases.Dotted(document.Metadata.Title, document.Metadata.Publisher, document.Id), 100))).ToList();

    private static CommandOutcome Remove(LibrarySession session, string id)
    {
        var documents = new DocumentStore(session);
        if ((documents.Find(id) ?? documents.Find(id.ToUpperInvariant())) is not { RemovedUtc: null } document) return new CommandOutcome.NoSuchDocument();
        new LexicalIndex(session).Remove(document.Id);
        documents.Remove(document.Id);
        return new CommandOutcome.Removed(document.Current.Metadata.Title, document.Id);
    }
}
