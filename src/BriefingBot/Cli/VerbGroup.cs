using System.CommandLine;

namespace BriefingBot.Cli;

/// <summary>A verb that only gathers others: <c>library</c>, <c>eval</c>.</summary>
internal sealed class VerbGroup : Verb
{
    public VerbGroup(string name, string description, string example, params Command[] verbs) : base(name, description, example)
    {
        foreach (var verb in verbs) Add(verb);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken) =>
        throw new UsageException($"{Usage.NameOf(this)} needs one of: {string.Join(", ", Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name))}");
}
