using BriefingBot.Core.Chat;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Commands.Library;

/// <summary><c>library search</c>: the passages nearest to some words, unanswered.</summary>
internal sealed class LibrarySearchCommand(Retriever retriever) : ICommand
{
    private const int Shown = 5;

    public CommandDefinition Definition { get; } = new("library search", "Shows the passages of this channel's library nearest to some words")
    {
        Options = [new("query", "The words to search for") { Required = true, Most = 1000 }],
    };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Option("query") is not { Length: <= 5000 } query) return Task.FromResult<CommandOutcome>(new CommandOutcome.Invalid("Write what to search for."));
        var found = call.Library.Read(session => retriever.Retrieve(session, new RetrievalQuestion(query), Shown));
        var passages = found.Passages.Select(p => new FoundPassage(
            p.Passage.DocumentId, p.Revision.Metadata.Title, p.Revision.Metadata.Publisher, p.Revision.Metadata.PublishedOn, p.Passage.Range.Of(p.Revision.Text))).ToList();
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Found(query, passages, found.Notes));
    }
}
