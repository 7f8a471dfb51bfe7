using System.CommandLine;
using BriefingBot.Cli;

namespace BriefingBot.Tests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> EveryVerb() => [.. Verbs(VerbTable.Build())];

    [Theory]
    [MemberData(nameof(EveryVerb))]
    public async Task The_help_of_every_verb_shows_an_example_of_it(string verb)
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync([.. verb.Split(' '), "--help"]);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var example = ran.Out[ran.Out.IndexOf("\nExample", StringComparison.Ordinal)..];
        Assert.Contains($"briefingbot {verb}", example, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_lists_every_verb()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("--help");

        Assert.All((string[])["serve", "add", "ask", "source", "export", "search", "check", "documents", "library", "feeds", "digest", "discord", "status", "forget", "backup", "restore", "doctor", "eval"],
            verb => Assert.Contains($"\n  {verb} ", ran.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_a_number_and_nothing_else()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("--version");

        Assert.Matches(@"^\d+\.\d+\.\d+\n$", ran.Out);
    }

    private static IEnumerable<string> Verbs(Command above) => above.Subcommands
        .Where(verb => !verb.Hidden)
        .SelectMany(verb => Verbs(verb).Select(below => $"{verb.Name} {below}").Prepend(verb.Name));
}
