using System.CommandLine;
using BriefingBot.Cli.Rendering;

namespace BriefingBot.Cli;

/// <summary>The help of the program and of every verb, each with an example.</summary>
internal static class HelpPage
{
    public static void Write(Command command, Terminal terminal)
    {
        var page = new Page(terminal);
        var description = command.Description!.TrimEnd('.');
        page.Line($"{char.ToUpperInvariant(description[0])}{description[1..]}.");
        Section(page, "Usage", [[UsageLine(command)]]);
        Section(page, "Verbs", [.. Listed(command).Select(verb => (string[])[verb.Name, verb.Description ?? ""])]);
        Section(page, "Arguments", [.. command.Arguments.Select(argument => (string[])[Name(argument), argument.Description ?? ""])]);
        Section(page, "Options", [.. command.Options.Where(option => !option.Recursive).Select(Row)]);
        Section(page, "Options of every verb", [.. GlobalOptions.All.Select(Row)]);
        Section(page, command is Verb { Examples.Count: > 1 } ? "Examples" : "Example", [.. ExamplesOf(command).Select(example => (string[])[example])]);
    }

    private static void Section(Page page, string heading, IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0) return;
        page.Blank();
        page.Line(new Span($"{heading}:", Look.Strong));
        var width = rows.Max(row => row[0].Length);
        foreach (var row in rows)
            page.Hanging(width + 4, 2, row[0], row.Length > 1 ? row[1] : "");
    }

    private static IEnumerable<string> ExamplesOf(Command command) => command is Verb verb
        ? verb.Examples
        : ["briefingbot", "briefingbot add articles/", "briefingbot ask \"How many dockers walked out at Port Varran?\""];

    private static IEnumerable<Command> Listed(Command command) => command.Subcommands.Where(verb => !verb.Hidden);

    private static string UsageLine(Command command) => string.Join(
        ' ',
        [
            "briefingbot",
            .. command is RootCommand ? (string[])[] : [Usage.NameOf(command)],
            .. Listed(command).Any() ? [command is RootCommand ? "[VERB]" : "VERB"] : (string[])[],
            .. command.Arguments.Select(Name),
            .. command.Options.Where(option => !option.Recursive).Select(option => $"[{Spelling(option)}]"),
        ]);

    private static string Name(Argument argument) =>
        (argument.HelpName ?? argument.Name) is var name && argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;

    private static string[] Row(Option option) => [string.Join(", ", option.Aliases.Prepend(Spelling(option))), option.Description ?? ""];

    private static string Spelling(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;
}
