using System.CommandLine;
using System.CommandLine.Parsing;

namespace BriefingBot.Cli;

/// <summary>Wrong usage, said in one sentence that names the option or argument.</summary>
internal static class Usage
{
    /// <exception cref="UsageException">the arguments do not fit the verb</exception>
    public static void Check(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        CheckOptions(parsed, command);
        if (parsed.UnmatchedTokens is [var stray, ..])
        {
            throw command.Subcommands.Count > 0
                ? new UsageException($"there is no verb \"{Spelled(command, stray)}\"{Remedy(command)}")
                : new UsageException($"\"{stray}\" is one argument too many for {NameOf(command)}{Remedy(command)}");
        }

        // No verb at all means serve, and a group says itself what it needs.
        var verbless = command is RootCommand or VerbGroup;
        if (parsed.Errors.FirstOrDefault(error => !verbless || error.SymbolResult is not CommandResult) is { } error)
            throw new UsageException($"{Sentence(error, command)}{Remedy(command)}");
    }

    public static string NameOf(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault(above => above is not RootCommand);
        return parent is null ? command.Name : $"{NameOf(parent)} {command.Name}";
    }

    // The parser takes a word it does not know for an argument, even one that plainly means an option, and the next option for a missing value.
    private static void CheckOptions(ParseResult parsed, Command command)
    {
        var known = command.Options.Concat(GlobalOptions.All).SelectMany(option => option.Aliases.Prepend(option.Name)).ToHashSet(StringComparer.Ordinal);
        Token? before = null;
        foreach (var token in parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            if (token.Type == TokenType.Argument && LooksLikeOption(token.Value))
            {
                var name = token.Value.Split('=', ':')[0];
                throw new UsageException(known.Contains(name) && before is { Type: TokenType.Option }
                    ? $"{before.Value} needs a value{Remedy(command)}"
                    : $"there is no option {name} here{Remedy(command)}");
            }

            before = token;
        }
    }

    private static bool LooksLikeOption(string word) =>
        word is ['-', var letter] ? char.IsAsciiLetter(letter)
        : word is ['-', '-', var first, ..] && char.IsAsciiLetter(first) && !word.Any(char.IsWhiteSpace);

    private static string Sentence(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} needs a value{Named(option.Option.HelpName)}",
        OptionResult { Tokens.Count: > 1 } option when option.Option.Arity.MaximumNumberOfValues == 1 => $"{option.Option.Name} is given more than once",
        ArgumentResult { Tokens.Count: 0 } argument => $"{NameOf(command)} needs {argument.Argument.HelpName ?? argument.Argument.Name}",
        CommandResult => $"{NameOf(command)} needs {string.Join(" and ", command.Arguments.Select(argument => argument.HelpName ?? argument.Name))}",
        _ => error.Message.TrimEnd('.'),
    };

    private static string Named(string? name) => name is null ? "" : $": {name}";

    private static string Spelled(Command command, string stray) => command is RootCommand ? stray : $"{NameOf(command)} {stray}";

    private static string Remedy(Command command) => command is RootCommand ? " (briefingbot --help lists the verbs)" : $" (see briefingbot {NameOf(command)} --help)";
}
