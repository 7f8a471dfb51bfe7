using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Web.SignIn;

namespace BriefingBot.Web.Channel;

/// <summary>Digests in the conversation: kept there as a number only, and shown from the library, so that what is purged is shown nowhere.</summary>
internal sealed class LocalDigests(LocalChannels channels, IDigestWriter writer)
{
    /// <summary>Where a digest's page stands.</summary>
    public static string Address(string digestId) => $"/digests/{digestId}";

    /// <summary>The reply as it is, or, where it is a part of a digest, that part as the library tells it now with a link to the page of the whole.</summary>
    public ReplyDocument? Filled(ChannelKey channel, ReplyDocument? reply)
    {
        if (reply is null || Part(reply) is not var (id, part) || Find(channel, id) is not { } digest) return reply;
        var blocks = (part == 0 ? writer.Whole(digest) : writer.Part(digest, part, _ => null)).Blocks.Select(Block).ToList();
        return reply with { Blocks = blocks, Actions = [.. reply.Actions.Where(action => action.Kind != "link"), new ActionDocument("link", Address(id), "Open as a page", null)] };
    }

    /// <summary>A digest of a channel's library; null where there is none.</summary>
    public Digest? Find(ChannelKey channel, string id) => channels.Library(channel)?.Read(session => new StoredDigestStore(session).Find(id));

    /// <summary>A digest that a person may see, of any channel; null where there is none.</summary>
    public Digest? Find(string id, Visitor visitor) => channels.Answer(id, visitor) is var (library, _) ? library.Read(session => new StoredDigestStore(session).Find(id)) : null;

    private static (string DigestId, int Part)? Part(ReplyDocument reply) => reply.AnswerId is { } id
        && reply.Blocks.Select(block => DigestKey.Parse(block.Text?.Split(' ')[0])).FirstOrDefault(key => key is not null) is { } found && found.DigestId == id
        ? found
        : null;

    // A claim of a reply leaves its numbers to the platform.
    private static BlockDocument Block(ReplyBlock block) => BlockDocument.Of(block) switch
    {
        { Kind: "claim" } shown when block is ClaimBlock { NumbersInText: false } claim =>
            shown with { Text = $"{(claim.Verbatim ? $"“{shown.Text}”" : shown.Text)} {string.Concat(claim.Numbers.Select(n => $"[{n}]"))}" },
        var shown => shown,
    };
}
