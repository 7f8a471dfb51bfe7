using System.CommandLine;
using BriefingBot.Cli.Digests;
using BriefingBot.Cli.Discord;
using BriefingBot.Cli.Eval;
using BriefingBot.Cli.Feeds;
using BriefingBot.Cli.Libraries;

namespace BriefingBot.Cli;

/// <summary>Every verb of the contract, in the order the help lists them.</summary>
internal static class VerbTable
{
    public static RootCommand Build()
    {
        var root = new RootCommand("Answers questions from a folder of documents; every sentence opens the exact quote it rests on.");
        root.Options.Clear();
        root.Directives.Clear();
        foreach (var option in GlobalOptions.All) root.Add(option);
        foreach (var verb in Verbs()) root.Add(verb);
        return root;
    }

    private static IEnumerable<Command> Verbs() =>
    [
        new ServeVerb(),
        new AddVerb(),
        new AskVerb(),
        new SourceVerb(),
        new ExportVerb(),
        new SearchVerb(),
        new CheckVerb(),
        new DocumentsVerb(),
        new VerbGroup(
            "library",
            "libraries, their other names for things, and what was asked in vain",
            "briefingbot library list",
            [
                new LibraryListVerb(), new LibraryCreateVerb(), new LibraryRemoveVerb(), AliasVerbs.Build(), new GapsVerb(), new RecleanVerb(),
                new LibraryGrantVerb(), new LibraryRevokeVerb(), new LibraryBindVerb(), new LibraryExportVerb(),
            ]),
        FeedsVerbs.Build(),
        DigestVerbs.Build(),
        new VerbGroup("discord", "the bot in Discord; it runs with \"serve\" when a token is set", "briefingbot discord invite", [new InviteVerb()]),
        new StatusVerb(),
        new ForgetVerb(),
        new BackupVerb(),
        new RestoreVerb(),
        new DoctorVerb(),
        new VerbGroup(
            "eval",
            "runs the product's own code over a labelled set",
            "briefingbot eval answers sets/port-strike --json",
            [new EvalRetrievalVerb(), new EvalAnswersVerb(), new EvalExtractVerb(), new EvalStoriesVerb(), new EvalSupportVerb(), new EvalPerturbVerb(), new EvalCompareVerb()]),
    ];
}
