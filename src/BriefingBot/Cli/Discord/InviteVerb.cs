using BriefingBot.Cli.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord;

namespace BriefingBot.Cli.Discord;

/// <summary><c>discord invite</c>: the link by which someone who manages a server takes the bot in.</summary>
internal sealed class InviteVerb() : Verb("invite", "the link that takes the bot into a server, with just the permissions it uses", "briefingbot discord invite", "briefingbot discord invite --json")
{
    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        run.CheckSettings();
        var identity = await IdentifyAsync(run, cancellationToken);
        if (run.Json)
        {
            run.WriteJson(new InviteDocument(identity.Name, identity.Invite.AbsoluteUri, InviteLink.Permissions), ContractJson.Readable.InviteDocument);
            return ExitCode.Done;
        }

        var page = run.Page();
        page.Line(identity.Invite.AbsoluteUri);
        page.Line($"Open it as someone who may manage the server; {identity.Name} asks for: {string.Join(", ", InviteLink.Permissions)}.");
        return ExitCode.Done;
    }

    /// <exception cref="UsageException">no token is set</exception>
    /// <exception cref="IOException">Discord refused, or cannot be reached</exception>
    private static async Task<DiscordIdentity> IdentifyAsync(VerbRun run, CancellationToken cancellationToken)
    {
        if (!DiscordSetting.IsSet(run.Configuration)) throw new UsageException($"Discord:Token is not set; {DiscordSetting.HowToSet}");
        try
        {
            return await run.Get<DiscordPlatform>().IdentifyAsync(cancellationToken);
        }
        catch (ChatException refusal)
        {
            throw new IOException(refusal.Message, refusal);
        }
    }
}
