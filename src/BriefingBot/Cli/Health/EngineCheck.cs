using BriefingBot.Cli.Json;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Health;

/// <summary>Whether the SQLite that came with the program can search text.</summary>
internal static class EngineCheck
{
    public static Check Look()
    {
        var version = EngineStore.Version();
        return EngineStore.Searches()
            ? new Check("SQLite", true, $"version {version} with full-text search (FTS5)", null)
            : new Check("SQLite", false, $"version {version} has no full-text search (FTS5)", "Run the program with the SQLite library it was published with.");
    }
}
