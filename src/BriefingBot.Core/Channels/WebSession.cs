using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Channels;

/// <summary>A person who has signed in to the page.</summary>
/// <param name="Id">By which it is listed and ended; opens nothing.</param>
/// <param name="Person">The person's name, which is also their id on the page.</param>
/// <param name="Role">What they were invited as.</param>
/// <param name="BegunUtc">When they signed in.</param>
/// <param name="ExpiresUtc">When they have to be invited anew.</param>
public sealed record WebSession(string Id, string Person, DeskRole Role, DateTimeOffset BegunUtc, DateTimeOffset ExpiresUtc);
