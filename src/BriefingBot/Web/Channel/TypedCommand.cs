using BriefingBot.Core.Chat;

namespace BriefingBot.Web.Channel;

/// <summary>A command as typed into the composer: "/source 2", "/ask what happened? as-of: 2031-03-04".</summary>
/// <param name="Name">As the menu has it.</param>
/// <param name="Options">By name.</param>
internal sealed record TypedCommand(string Name, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Whether it is for nobody else's eyes.</summary>
    public bool IsPrivate => Options.TryGetValue("private", out var value) && value is "true";

    /// <summary>
    /// Reads a line that begins with a slash. What stands before the first "option:" belongs to the first required option, or the first one there is.
    /// A word is an option's name only where the command has that option. Null where no command has that name.
    /// </summary>
    public static TypedCommand? Parse(string text, IReadOnlyList<CommandDefinition> menu)
    {
        if (!text.StartsWith('/')) return null;
        var line = text[1..].Trim();
        var known = menu.Where(command => Begins(line, command.Name)).MaxBy(command => command.Name.Length);
        if (known is null) return null;
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = (known.Options.FirstOrDefault(option => option.Required) ?? known.Options.FirstOrDefault(option => option.Type != CommandOptionType.File))?.Name;
        var words = new List<string>();
        foreach (var word in line[known.Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.EndsWith(':') && known.Options.Any(option => option.Name == word[..^1]))
            {
                Close(options, name, words);
                name = word[..^1];
            }
            else
            {
                words.Add(word);
            }
        }

        Close(options, name, words);
        return new TypedCommand(known.Name, options);
    }

    private static bool Begins(string line, string name) =>
        line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (line.Length == name.Length || line[name.Length] == ' ');

    private static void Close(Dictionary<string, string> options, string? name, List<string> words)
    {
        if (name is not null && words.Count > 0) options[name] = string.Join(' ', words);
        words.Clear();
    }
}
