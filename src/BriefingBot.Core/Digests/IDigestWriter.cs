using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Digests;

/// <summary>Puts a part of a digest into a reply; the words are the commands' business.</summary>
public interface IDigestWriter
{
    /// <summary>One part; its last line carries its key, so that it is found again in the channel's history.</summary>
    /// <param name="digest">The whole digest.</param>
    /// <param name="part">From 1.</param>
    /// <param name="earlier">The address of the message that told a digest's story before; null where a platform has no addresses.</param>
    ChatReply Part(Digest digest, int part, Func<DigestStory, Uri?> earlier);

    /// <summary>All of it at once, as the reply to somebody who asked for it.</summary>
    ChatReply Whole(Digest digest);

    /// <summary>Says in its channel, once, that a schedule was paused.</summary>
    ChatReply Paused(string words);
}
