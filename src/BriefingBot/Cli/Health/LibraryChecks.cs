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

    public IEnumerable<Check> Look()
    {
        var catalog = new LibraryCatalog(dataDirectory, time);
        IEnumerable<Check> bot = File.Exists(Path.Combine(dataDirectory, "bot.db")) ? [Bot(catalog)] : [];
        return bot.Concat(catalog.List().SelectMany(name => Look(catalog, name)));
    }

    private static Check Bot(LibraryCatalog catalog)
    {
        try
        {
            catalog.OpenBot().Dispose();
            return new Check("bot.db", true, "opens", null);
        }
        catch (LibraryException fault)
        {
            return new Check("bot.db", false, fault.Message, Restore);
        }
    }

    private List<Check> Look(LibraryCatalog catalog, string name)
    {
        try
        {
            using var library = catalog.Open(name);
            var file = Soundness(library);
            return file.Ok ? [file, Index(library)] : [file];
        }
        catch (LibraryException fault)
        {
            return [new Check($"library {name}", false, fault.Message, Restore)];
        }
    }

    private static Check Soundness(LibraryFile library)
    {
        var (problems, documents) = library.Read(session => (new IntegrityStore(session).Problems(), new DocumentStore(session).Count()));
        return problems.Count == 0
            ? new Check($"library {library.Name}", true, $"{Words.Count(documents, "document")}; {library.Path} is sound", null)
            : new Check($"library {library.Name}", false, $"{library.Path} is damaged: {string.Join("; ", problems)}", Restore);
    }

    private Check Index(LibraryFile library)
    {
        var name = $"index {library.Name}";
        if (Wrong(library) is not { } wrong) return new Check(name, true, $"holds every passage, by analyser {Analyser.Version}", null);
        if (!repair) return new Check(name, false, wrong, "Build it again with \"doctor --repair\".");

        library.Write(session => new LexicalIndex(session).Rebuild(new Relay(progress)));
        return Wrong(library) is { } still
            ? new Check(name, false, $"built again, and still {still}", Restore)
            : new Check(name, true, $"built again: it was out of step ({wrong})", null);
    }

    private static string? Wrong(LibraryFile library) => library.Read(session =>
    {
        var index = new LexicalIndex(session);
        if (!index.IsCurrent()) return $"was made by analyser {index.StoredAnalyserVersion()}, this program has {Analyser.Version}";
        var (holds, should) = (index.PassageCount(), new IntegrityStore(session).PassagesToIndex());
        return holds == should ? null : $"holds {Words.Count(holds, "passage")} where the library has {should:N0}";
    });

    private sealed class Relay(ProgressLine line) : IProgress<int>
    {
        public void Report(int value) => line.Report(value, null);
    }
}
