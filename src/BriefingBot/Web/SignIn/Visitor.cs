using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Web.Channel;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web.SignIn;

/// <summary>Who is at the page.</summary>
/// <param name="Person">As commands know them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="PlatformRoles">The page's own roles, from which that follows.</param>
/// <param name="Key">The secret of their session; null where nobody signs in, and whoever opens the page is the operator.</param>
internal sealed record Visitor(ChatPerson Person, DeskRole Role, IReadOnlySet<string> PlatformRoles, string? Key)
{
    /// <summary>Whoever has this machine.</summary>
    public static Visitor Operator { get; } = new(new ChatPerson(LocalPlace.Platform, "operator", "You"), DeskRole.Editor, new HashSet<string>(StringComparer.Ordinal), null);

    public string Id => Person.Id;

    /// <summary>The person of a session, with the role their invitation maps to now.</summary>
    public static Visitor Of(WebSession session, string key, RoleStore roles)
    {
        IReadOnlySet<string> own = new HashSet<string>(StringComparer.Ordinal) { WebRole(session.Role) };
        return new Visitor(new ChatPerson(LocalPlace.Platform, session.Person, session.Person), roles.Of(LocalPlace.Workspace, own), own, key);
    }

    /// <summary>What the page calls a role: the name roles are mapped by.</summary>
    public static string WebRole(DeskRole role) => role switch
    {
        DeskRole.Reader => "reader",
        DeskRole.Contributor => "contributor",
        DeskRole.Editor => "editor",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}

/// <summary>Where a request keeps who made it.</summary>
internal static class VisitorOfRequest
{
    /// <summary>Who made the request; past the gate there always is somebody.</summary>
    public static Visitor Visitor(this HttpContext context) => context.VisitorOrNobody() ?? throw new InvalidOperationException("A request got past the sign-in without anybody.");

    /// <summary>Who made the request; null for nobody yet.</summary>
    public static Visitor? VisitorOrNobody(this HttpContext context) => context.Features.Get<Visitor>();
}
