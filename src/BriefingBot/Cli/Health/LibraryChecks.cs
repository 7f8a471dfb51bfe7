using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Health;

/// <summary>Whether every library opens, is sound, and has an index that holds what it should.</summary>
internal sealed class LibraryChecks(string dataDirectory, TimeProvider time, bool repair, ProgressLine progress)
{
    private const string Restore = "Restore a backup with \"restore DIR\".";

    /// <param name="cancellationToken">Stops an index that is built again; the next repair goes on with it.</param>
    public IEnumerable<Check> Look(CancellationToken cancellationToken = default)
    {
        var catalog = new LibraryCatalog(dataDirectory, time);
        IEnumerable<Check> bot = File.Exists(Path.Combine(dataDirectory, "bot.db")) ? [Bot(catalog)] : [];
        return bot.Concat(catalog.List().SelectMany(name => Look(catalog, name, cancellationToken)));
    }

    private static Check Bot(LibraryCatalog catalog)
    {
        try
        {
            using var bot = catalog.OpenBot();
            return bot.Damage() is { } damage
                ? new Check("bot.db", false, $"is damaged: {damage}", Restore)
                : new Check("bot.db", true, "is sound", null);
        }
        catch (LibraryException fault)
        {
            return new Check("bot.db", false, fault.Message, Restore);
        }
    }

    private List<Check> Look(LibraryCatalog catalog, string name, CancellationToken cancellationToken)
    {
        try
        {
            using var library = catalog.Open(name);
            var file = Soundness(library);
            return file.Ok ? [file, Index(library, cancellationToken)] : [file];
        }
        catch (LibraryException fault)
        {
            return [new Check($"library {name}", false, fault.Message, Restore)];
        }
    }

    private static Check Soundness(LibraryFile library)
    {
        var name = $"library {library.Name}";
        if (library.Damage() is { } damage) return new Check(name, false, $"{library.Path} is damaged: {damage}", Restore);
        var documents = library.Read(session => new DocumentStore(session).Count());
        return new Check(name, true, $"{Phrases.Count(documents, "document")}; {library.Path} is sound", null);
    }

    private Check Index(LibraryFile library, CancellationToken cancellationToken)
    {
        var name = $"index {library.Name}";
        var found = Compare(library);
        if (found.IsSound) return new Check(name, true, $"holds {Phrases.Count(found.Passages, "passage")}, by analyser {Analyser.Version}", null);
        var wrong = Wrong(found);
        if (!repair) return new Check(name, false, wrong, "Build it again with \"doctor --repair\".");

        IndexBuild.Rebuild(library, new CountRelay(progress, library.Read(session => new DocumentStore(session).Count())), cancellationToken);
        var after = Compare(library);
        return after.IsSound
            ? new Check(name, true, $"built again over {Phrases.Count(after.Passages, "passage")}; before, it {wrong}", null)
            : new Check(name, false, $"was built again, and still {Wrong(after)}", Restore);
    }

    private static IndexCheck Compare(LibraryFile library) => library.Read(session => new LexicalIndex(session).Check());

    private static string Wrong(IndexCheck found) => found switch
    {
        { Current: false } => $"was made by another analyser than this program's ({Analyser.Version})",
        { Damage: { } damage } => $"is damaged: {damage}",
        _ => $"lacks {Phrases.Count(found.Missing, "row")} and has {found.Extra:N0} too many",
    };
}
