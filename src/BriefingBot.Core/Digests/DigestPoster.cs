using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Digests;

/// <summary>What is done about the digests of a library at every look: pause, make, post.</summary>
internal sealed class DigestPoster(DigestMaker maker, DigestOutbox outbox, DigestPauses pauses, DigestOptions options, IEnumerable<IChatPlatform> platforms)
{
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>Before anything is made: a channel that may not see the library any more sees nothing of it.</summary>
    public async Task LookAsync(LibraryFile library, CancellationToken cancellationToken)
    {
        // Placed as they come, documents keep nobody waiting when the digest is due.
        if (pauses.Watch(library)) StoryClusters.CatchUp(library, cancellationToken);
        maker.MakeDue(library, options.Late, cancellationToken);
        await outbox.SendAsync(library, Platform, cancellationToken);
    }

    /// <summary>Says in their channels which schedules were paused.</summary>
    public Task TellAsync(CancellationToken cancellationToken) => pauses.TellAsync(Platform, cancellationToken);

    private IChatPlatform? Platform(string name) => _platforms.GetValueOrDefault(name);
}
