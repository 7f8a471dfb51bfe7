namespace BriefingBot.Cli.Json;

/// <summary>What <c>web invite</c> answers.</summary>
internal sealed record SignInLinkDocument(string Name, string Role, string Link, DateTimeOffset ExpiresUtc);

/// <summary>What <c>web sessions</c> answers.</summary>
internal sealed record SessionsDocument(IReadOnlyList<ListedSession> Sessions);

internal sealed record ListedSession(string Session, string Name, string Role, DateTimeOffset BegunUtc, DateTimeOffset ExpiresUtc);

/// <summary>What <c>web revoke</c> answers.</summary>
internal sealed record RevokedDocument(string Session);
