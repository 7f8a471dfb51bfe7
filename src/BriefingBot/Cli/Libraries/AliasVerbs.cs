using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Libraries;

/// <summary><c>library alias list|add|remove</c>: other names for the same thing, which a question finds too.</summary>
internal static class AliasVerbs
{
    public static Command Build() => new VerbGroup(
        "alias",
        "other names for the same thing; a question about one finds the other",
        "briefingbot library alias add PDU = Port Dockers' Union",
        new ListVerb(),
        new AddVerb(),
        new RemoveVerb());

    private static Argument<string[]> Pair() => new("alias")
    {
        HelpName = "A = B",
        Description = "the other name, an equals sign, the name it stands for",
        Arity = ArgumentArity.OneOrMore,
    };

    private static (string Name, string SameAs) Read(string[] words)
    {
        var written = string.Join(' ', words);
        var sides = written.Split('=', StringSplitOptions.TrimEntries);
        return sides is [{ Length: > 0 } name, { Length: > 0 } sameAs]
            ? (name, sameAs)
            : throw new UsageException($"\"{written}\" is no alias: write A = B, two names with one equals sign between them");
    }

    private static void Tell(VerbRun run, LibraryFile library, string sentence)
    {
        if (run.Json) run.WriteJson(new AliasesDocument(All(library)), ContractJson.Readable.AliasesDocument);
        else run.Page().Line(sentence);
    }

    private static IReadOnlyList<Alias> All(LibraryFile library) => library.Read(session => new AliasStore(session).List());

    private sealed class ListVerb() : Verb("list", "lists the names known to mean the same", "briefingbot library alias list")
    {
        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var aliases = All(run.OpenLibrary());
            if (run.Json) run.WriteJson(new AliasesDocument(aliases), ContractJson.Readable.AliasesDocument);
            else if (aliases.Count == 0) run.Page().Line("No aliases yet. They are read from the documents (\"Long Name (LN)\") and added by hand: briefingbot library alias add A = B");
            else
            {
                run.Page().Table(
                    ["name", "same as", "from"],
                    [.. aliases.Select(alias => (IReadOnlyList<string>)[alias.Name, alias.SameAs, alias.DocumentId is { } id ? $"document {id}" : alias.Source])]);
            }

            return Task.FromResult(ExitCode.Done);
        }
    }

    private sealed class AddVerb : Verb
    {
        private readonly Argument<string[]> _pair = Pair();

        public AddVerb() : base("add", "says that two names mean the same", "briefingbot library alias add PDU = Port Dockers' Union") => Add(_pair);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var (name, sameAs) = Read(run.Value(_pair));
            var library = run.OpenLibrary();
            library.Write(session => new AliasStore(session).Add(new Alias(name, sameAs, Alias.FromDesk, null)));
            Tell(run, library, $"A question about \"{name}\" now finds \"{sameAs}\" too, and the other way round.");
            return Task.FromResult(ExitCode.Done);
        }
    }

    private sealed class RemoveVerb : Verb
    {
        private readonly Argument<string[]> _pair = Pair();

        public RemoveVerb() : base("remove", "forgets that two names mean the same", "briefingbot library alias remove PDU = Port Dockers' Union") => Add(_pair);

        public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
        {
            var (name, sameAs) = Read(run.Value(_pair));
            var library = run.OpenLibrary();
            if (!library.Write(session => new AliasStore(session).Remove(name, sameAs)))
                throw new LibraryException($"The library \"{library.Name}\" holds no alias {name} = {sameAs}. \"library alias list\" shows them.");
            Tell(run, library, $"\"{name}\" and \"{sameAs}\" are two things again.");
            return Task.FromResult(ExitCode.Done);
        }
    }
}
