using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Libraries;

/// <summary><c>library list</c>: every library of the data folder and what is in it.</summary>
internal sealed class LibraryListVerb : Verb
{
    public LibraryListVerb() : base("list", "lists the libraries of the data folder", "briefingbot library list")
    {
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var libraries = run.Catalog.List().Select(name => Look(run, name)).ToList();
        if (run.Json) run.WriteJson(new LibrariesDocument(libraries), ContractJson.Readable.LibrariesDocument);
        else Print(run, libraries);
        return Task.FromResult(ExitCode.Done);
    }

    private static ListedLibrary Look(VerbRun run, string name)
    {
        using var library = run.Catalog.Open(name);
        return library.Read(session =>
        {
            var documents = new DocumentStore(session);
            return new ListedLibrary(name, documents.Count(), new PassageStore(session).Count(), documents.NewestPublishedOn());
        });
    }

    private static void Print(VerbRun run, List<ListedLibrary> libraries)
    {
        if (libraries.Count == 0)
        {
            run.Page().Line($"There is no library in {run.DataDirectory} yet. Adding documents makes one: briefingbot add FOLDER");
            return;
        }

        run.Page().Table(
            ["library", "documents", "passages", "newest source"],
            [.. libraries.Select(library => (IReadOnlyList<string>)
                [library.Name, $"{library.Documents:N0}", $"{library.Passages:N0}", library.NewestSource is { } day ? Phrases.Day(day) : "–"])]);
    }
}
