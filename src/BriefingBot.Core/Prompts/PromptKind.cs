namespace BriefingBot.Core.Prompts;

/// <summary>A task a model is given: the file that holds its text, and the variables that text must use.</summary>
/// <param name="Name">The file's name without ".md".</param>
/// <param name="Variables">Exactly these stand in the file, each at least once.</param>
public sealed record PromptKind(string Name, IReadOnlyList<string> Variables)
{
    /// <summary>Writes a brief.</summary>
    public static readonly PromptKind Answer = new("answer", ["sentences", "fence", "passages", "question"]);

    /// <summary>Makes a follow-up question stand on its own.</summary>
    public static readonly PromptKind Rewrite = new("rewrite", ["fence", "turns", "question"]);

    /// <summary>Every prompt there is.</summary>
    public static IReadOnlyList<PromptKind> All { get; } = [Answer, Rewrite];
}
