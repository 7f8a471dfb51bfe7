using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;

namespace BriefingBot.Web.Channel;

/// <summary>The names the local channel goes by.</summary>
internal static class LocalPlace
{
    public const string Platform = "local";

    public static WorkspaceKey Workspace { get; } = new(Platform, "local");

    public static ChannelKey Channel(string name) => new(Workspace, name);

    public static ChatPlace Of(ChannelKey channel) => new(Platform, channel.Workspace.Id, channel.Channel);

    /// <exception cref="ChatException">The place is none of this platform's.</exception>
    public static ChannelKey Of(ChatPlace place) => place.Platform is Platform && ChannelKey.Of(place) is { } channel
        ? channel
        : throw new ChatException("The local channel has no such place.");
}
