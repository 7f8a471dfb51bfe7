using BriefingBot.Web;

namespace BriefingBot.Cli;

/// <summary><c>serve</c>: the bot itself, until it is stopped.</summary>
internal sealed class ServeVerb : Verb
{
    public ServeVerb() : base("serve", "runs the bot with its local page; what the program does without a verb", "briefingbot serve --data /srv/briefingbot")
    {
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        run.CheckSettings();
        return LocalWeb.RunAsync(new ServeSettings(run.DataDirectory, run.LibraryName, run.Configuration), run.Terminal.Out, run.Time, cancellationToken);
    }
}
