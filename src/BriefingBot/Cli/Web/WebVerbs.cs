using System.CommandLine;
using System.Net;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Web;
using BriefingBot.Web.Channel;
using BriefingBot.Web.SignIn;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli.Web;

/// <summary><c>web invite|sessions|revoke</c>: who may open the page where people sign in.</summary>
internal static class WebVerbs
{
    public static Command Build() => new VerbGroup(
        "web", "who may open the local page where people sign in", "briefingbot web invite --name \"Ilse Tamm\"", new WebInviteVerb(), new SessionsVerb(), new RevokeVerb());
}

/// <summary><c>web invite</c>: prints a link that signs a person in, once.</summary>
internal sealed class WebInviteVerb : Verb
{
    private const int LongestName = 60;
    private readonly Option<string> _name = new("--name") { HelpName = "NAME", Description = "the person's name, as others on the page see it" };
    private readonly Option<DeskRole> _role = OptionValues.OneOf(
        "--role", "what the person may do (default reader)", ("reader", DeskRole.Reader), ("contributor", DeskRole.Contributor), ("editor", DeskRole.Editor));

    public WebInviteVerb() : base("invite", "prints a link that signs a person in: once, within a day", "briefingbot web invite --name \"Ilse Tamm\" --role editor")
    {
        Add(_name);
        Add(_role);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var name = Called(run.Value(_name));
        var options = run.Get<IOptions<WebOptions>>().Value;
        if (!options.SignIn) throw new UsageException("Web:SignIn is not set: nobody signs in, and an invitation would open nothing. Set Web:SignIn to true and start serve again");
        var address = WebAddress.Parse(options);
        if (address.Public is null && (address.Host.Equals(IPAddress.Any) || address.Host.Equals(IPAddress.IPv6Any) || address.Port == 0))
            throw new UsageException($"Web:PublicUrl is missing: {options.Url} is no address a person can open; name the one they open, so that the link can begin with it");
        var role = run.Value(_role);
        // The page's own roles are mapped like those of any platform.
        run.Get<RoleStore>().Map(LocalPlace.Workspace, Visitor.WebRole(role), role == DeskRole.Reader ? null : role);
        var code = run.Get<SignInStore>().Invite(name, role);
        var link = $"{address.Public?.GetLeftPart(UriPartial.Authority) ?? address.Text}/#invite={code}";
        var expires = run.Time.GetUtcNow() + SignInStore.InviteLasts;
        if (run.Json) run.WriteJson(new SignInLinkDocument(name, Visitor.WebRole(role), link, expires), ContractJson.Readable.SignInLinkDocument);
        else
        {
            run.Page().Line($"This link signs {name} in as {Visitor.WebRole(role)}, once, until {expires:d MMM yyyy HH:mm} UTC. Whoever has it is {name}: send it to nobody else.");
            run.Page().Line(link);
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static string Called(string? given)
    {
        var name = given?.Trim().Normalize();
        if (name is not { Length: > 0 }) throw new UsageException("--name is missing: the person's name, as others on the page see it");
        if (name.Length > LongestName) throw new UsageException($"--name has {name.Length} characters; at most {LongestName} are taken");
        if (name.Any(char.IsControl)) throw new UsageException("--name holds a control character; give the name in plain letters");
        return name.Equals(Visitor.Operator.Id, StringComparison.OrdinalIgnoreCase)
            ? throw new UsageException($"--name: \"{name}\" is what the page calls whoever runs it; give the person's own name")
            : name;
    }
}

/// <summary><c>web sessions</c>: who is signed in.</summary>
internal sealed class SessionsVerb() : Verb("sessions", "lists who is signed in", "briefingbot web sessions")
{
    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var sessions = run.Get<SignInStore>().List();
        if (run.Json)
        {
            run.WriteJson(
                new SessionsDocument([.. sessions.Select(session => new ListedSession(session.Id, session.Person, Visitor.WebRole(session.Role), session.BegunUtc, session.ExpiresUtc))]),
                ContractJson.Readable.SessionsDocument);
        }
        else if (sessions.Count == 0) run.Page().Line("Nobody is signed in.");
        else
        {
            run.Page().Table(
                ["session", "name", "role", "since", "until"],
                [.. sessions.Select(session => (IReadOnlyList<string>)[session.Id, session.Person, Visitor.WebRole(session.Role), $"{session.BegunUtc:d MMM yyyy HH:mm}", $"{session.ExpiresUtc:d MMM yyyy HH:mm}"])]);
        }

        return Task.FromResult(ExitCode.Done);
    }
}

/// <summary><c>web revoke</c>: ends a session.</summary>
internal sealed class RevokeVerb : Verb
{
    private readonly Argument<string> _session = new("session") { HelpName = "SESSION", Description = "as \"web sessions\" lists it" };

    public RevokeVerb() : base("revoke", "ends a session at once", "briefingbot web revoke K7QX3M9TRB") => Add(_session);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var id = run.Value(_session).Trim().ToUpperInvariant();
        if (!run.Get<SignInStore>().End(id)) throw new UsageException($"there is no session {id}; \"web sessions\" lists those there are");
        if (run.Json) run.WriteJson(new RevokedDocument(id), ContractJson.Readable.RevokedDocument);
        else run.Page().Line($"The session {id} is ended.");
        return Task.FromResult(ExitCode.Done);
    }
}
