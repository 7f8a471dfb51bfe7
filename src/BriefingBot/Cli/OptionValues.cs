using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace BriefingBot.Cli;

/// <summary>Options whose value has a form; a wrong one is told with the option's name.</summary>
internal static class OptionValues
{
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => DateOnly.TryParseExact(Only(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Wrong<DateOnly?>(result, name, "a day such as 2031-03-04"),
    };

    public static Option<int> Count(string name, string description, int standard) => new(name)
    {
        Description = $"{description} (default {standard})",
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result => int.TryParse(Only(result), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 10_000
            ? count
            : Wrong<int>(result, name, "a whole number from 1 to 10000"),
    };

    public static Option<T> OneOf<T>(string name, string description, params (string Word, T Value)[] choices) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', choices.Select(choice => choice.Word)),
        CustomParser = result =>
        {
            foreach (var (word, value) in choices)
                if (string.Equals(word, Only(result), StringComparison.Ordinal)) return value;
            return Wrong<T>(result, name, string.Join(" or ", choices.Select(choice => choice.Word)));
        },
    };

    public static Option<string?> OutputFile(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static string Only(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static T? Wrong<T>(ArgumentResult result, string name, string wanted)
    {
        result.AddError($"{name} must be {wanted}, not \"{Only(result)}\"");
        return default;
    }
}
