using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;

namespace BriefingBot.Cli;

/// <summary><c>documents</c>: the list, one of them with its provenance, or its removal.</summary>
internal sealed class DocumentsVerb : Verb
{
    private readonly Argument<string?> _id = new("id") { HelpName = "ID", Description = "one document; without it all are listed", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _removed = Flag("--removed", "show what was taken out of the page as furniture");
    private readonly Option<bool> _remove = Flag("--remove", "remove the document; past answers keep what they quoted, and say so");
    private readonly Option<bool> _purge = Flag("--purge", "with --remove: blank its text, bytes and every quote of it too");

    public DocumentsVerb() : base(
        "documents",
        "lists the documents; shows or removes one",
        "briefingbot documents",
        "briefingbot documents 4T0W9ZK2QD --removed",
        "briefingbot documents 4T0W9ZK2QD --remove --purge")
    {
        Add(_id);
        Add(_removed);
        Add(_remove);
        Add(_purge);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var id = run.Value(_id);
        if (run.Has(_purge) && !run.Has(_remove)) throw new UsageException("--purge goes with --remove");
        if (id is null && (run.Has(_removed) || run.Has(_remove))) throw new UsageException($"{(run.Has(_remove) ? "--remove" : "--removed")} needs the ID of a document");

        var library = run.OpenLibrary();
        if (id is null) List(run, library);
        else if (run.Has(_remove)) Remove(run, library, id, run.Has(_purge));
        else Show(run, library, id);
        return Task.FromResult(ExitCode.Done);
    }

    private static void List(VerbRun run, LibraryFile library)
    {
        var (summaries, standing) = library.Read(session => (new DocumentStore(session).List(), new CorrectionStore(session).Standing()));
        var documents = summaries.Select(summary => Listed(summary, standing.TryGetValue(summary.Id, out var notice) ? notice : null)).ToList();
        if (run.Json) run.WriteJson(new DocumentsDocument(documents), ContractJson.Readable.DocumentsDocument);
        else DocumentPage.WriteList(run.Page(), library.Name, documents);
    }

    private void Show(VerbRun run, LibraryFile library, string id)
    {
        var shown = library.Read(session =>
        {
            var (store, corrections) = (new DocumentStore(session), new CorrectionStore(session));
            if (store.List(includeRemoved: true).FirstOrDefault(listed => string.Equals(listed.Id, id, StringComparison.Ordinal)) is not { } summary || store.Find(id) is not { } document) return null;
            var notices = corrections.Notices(document.Current);
            NoticeKind? weightiest = notices.Count > 0 ? notices.Max(notice => notice.Kind) : null;
            return new OneDocument(Listed(summary, weightiest), run.Has(_removed) ? document.Current.Removed : null, notices, corrections.Of(id));
        }) ?? throw Unknown(library, id);
        if (run.Json) run.WriteJson(shown, ContractJson.Readable.OneDocument);
        else DocumentPage.Write(run.Page(), shown, run.Time);
    }

    private static void Remove(VerbRun run, LibraryFile library, string id, bool purge)
    {
        library.Write(session =>
        {
            var store = new DocumentStore(session);
            if (store.Find(id) is not { } document) throw Unknown(library, id);
            if (document.RemovedUtc is null)
            {
                store.Remove(id);
                new LexicalIndex(session).Remove(id);
            }

            if (!purge) return;
            new LexicalIndex(session).Erase(id);
            store.Purge(id);
        });
        if (run.Json) run.WriteJson(new RemovalDocument(id, purge), ContractJson.Readable.RemovalDocument);
        else run.Page().Line(purge ? $"Removed {id}, with its text and every quote of it." : $"Removed {id}. Past answers keep what they quoted of it and say that it was removed.");
    }

    private static LibraryException Unknown(LibraryFile library, string id) =>
        new($"The library \"{library.Name}\" holds no document {id}. \"briefingbot documents\" lists them.");

    private static ListedDocument Listed(DocumentSummary summary, NoticeKind? notice) => new(
        summary.Id,
        summary.Metadata.Title,
        summary.Metadata.Publisher,
        summary.Metadata.Agency,
        summary.Metadata.Byline,
        summary.Metadata.PublishedOn,
        summary.Metadata.PublishedFrom,
        summary.Metadata.Language,
        summary.Metadata.Url,
        summary.Origin,
        summary.RevisionNumber,
        summary.AddedUtc,
        summary.FetchedUtc,
        summary.RemovedUtc,
        summary.Passages,
        summary.Characters,
        summary.RemovedCharacters,
        notice);
}
