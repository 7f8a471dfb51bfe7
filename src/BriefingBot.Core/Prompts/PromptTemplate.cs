using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Core.Prompts;

/// <summary>A prompt filled in: the instructions and the request, and the hash of the file they were made from.</summary>
public sealed record FilledPrompt(string Instructions, string Request, string Hash);

/// <summary>
/// A prompt with <c>{{variables}}</c>. It is taken apart once; filling it is one pass over the parts, so that a value that holds
/// <c>{{…}}</c> itself stays what it is.
/// </summary>
public sealed class PromptTemplate
{
    private readonly List<Part> _instructions;
    private readonly List<Part> _request;
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);

    private PromptTemplate(string file, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var rule = Array.FindIndex(lines, line => line.Trim() is "---");
        if (rule < 0)
            throw new PromptException($"{file}: a line of three dashes must part the instructions from the request.");
        _instructions = Parse(file, string.Join('\n', lines[..rule]).Trim());
        _request = Parse(file, string.Join('\n', lines[(rule + 1)..]).Trim());
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
    }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the file's text with LF line ends.</summary>
    public string Hash { get; }

    /// <summary>Names that stand in the text.</summary>
    public IReadOnlySet<string> Variables => _variables;

    /// <exception cref="PromptException">the text lacks its dividing line, or uses other variables than the task has</exception>
    public static PromptTemplate Read(string file, string text, PromptKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(kind);
        var template = new PromptTemplate(file, text);
        if (template._variables.FirstOrDefault(name => !kind.Variables.Contains(name, StringComparer.Ordinal)) is { } stranger)
            throw new PromptException($"{file}: there is no variable {{{{{stranger}}}}} for this prompt; it has {string.Join(", ", kind.Variables)}.");
        if (kind.Variables.FirstOrDefault(name => !template._variables.Contains(name)) is { } missing)
            throw new PromptException($"{file}: the prompt must use the variable {{{{{missing}}}}}.");
        return template;
    }

    /// <exception cref="ArgumentException">a value is missing, or one is given that the prompt does not use</exception>
    public FilledPrompt Fill(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!_variables.SetEquals(values.Keys))
            throw new ArgumentException($"The prompt uses {string.Join(", ", _variables.Order(StringComparer.Ordinal))}.", nameof(values));
        return new FilledPrompt(Fill(_instructions, values), Fill(_request, values), Hash);
    }

    private static string Fill(List<Part> parts, IReadOnlyDictionary<string, string> values) =>
        string.Concat(parts.Select(part => part.IsVariable ? values[part.Text] : part.Text));

    private List<Part> Parse(string file, string text)
    {
        var parts = new List<Part>();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            var name = close < 0 ? "" : text[(open + 2)..close].Trim();
            if (name.Length == 0 || !name.All(char.IsAsciiLetterLower))
                throw new PromptException($"{file}: {{{{ must be followed by a name in small letters and }}}}.");
            parts.Add(new Part(text[at..open], false));
            parts.Add(new Part(name, true));
            _variables.Add(name);
            at = close + 2;
        }

        parts.Add(new Part(text[at..], false));
        return parts;
    }

    private readonly record struct Part(string Text, bool IsVariable);
}
