using System.CommandLine;

namespace BriefingBot.Cli;

/// <summary>The options every verb takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "the data folder (default ./data)", HelpName = "DIR", Recursive = true };
    public static readonly Option<string> Library = new("--library")
    {
        Description = "the library to use (default \"default\")",
        HelpName = "NAME",
        Recursive = true,
        DefaultValueFactory = _ => "default",
    };

    public static readonly Option<bool> Json = Flag("--json", "one JSON document on standard output, nothing else there");
    public static readonly Option<string?> Config = new("--config") { Description = "settings read after appsettings.json", HelpName = "FILE", Recursive = true };
    public static readonly Option<bool> Help = Flag("--help", "this page", "-h", "-?");
    public static readonly Option<bool> Version = Flag("--version", "the version");

    public static IReadOnlyList<Option> All { get; } = [Data, Library, Json, Config, Help, Version];

    private static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, Recursive = true, Arity = ArgumentArity.Zero };
}
