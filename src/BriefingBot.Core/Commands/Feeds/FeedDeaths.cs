using System.Globalization;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary>Tells every channel that opens a library that one of its feeds is dead: once, whatever is interrupted, for a post's key finds the post.</summary>
internal sealed class FeedDeaths(BindingStore bindings, IEnumerable<IChatPlatform> platforms)
{
    /// <exception cref="ChatException">A channel could not be told now, and may be told later.</exception>
    public async Task TellAsync(LibraryFile library, Feed feed, CancellationToken cancellationToken)
    {
        // The day it last lived: a feed that comes back and dies again is told again.
        var key = new PostKey($"F-{feed.Id}-{(feed.SucceededUtc ?? feed.AddedUtc).UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        ChatException? later = null;
        foreach (var binding in bindings.List().Where(binding => binding.Library == library.Name))
        {
            var workspace = binding.Channel.Workspace;
            if (platforms.FirstOrDefault(platform => platform.Name == workspace.Platform) is not { } platform) continue;
            try
            {
                await platform.PostAsync(new ChatPlace(workspace.Platform, workspace.Id, binding.Channel.Channel), key, FeedReplies.Dead(feed), cancellationToken);
            }
            catch (ChatException refused)
            {
                // A channel that will never take it keeps no other from being told.
                if (refused.Transient) later = refused;
            }
        }

        if (later is not null) throw later;
    }
}
