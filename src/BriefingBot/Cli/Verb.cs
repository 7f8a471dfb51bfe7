using System.CommandLine;

namespace BriefingBot.Cli;

/// <summary>One verb: its words in the help, its arguments, and what it does.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description, params string[] examples) : base(name, description) => Examples = examples;

    /// <summary>Whole command lines shown at the end of the help.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken);

    protected static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };
}
