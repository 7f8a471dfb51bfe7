using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Channels;

/// <summary>A workspace of a platform: a guild, or the local channel.</summary>
public sealed record WorkspaceKey(string Platform, string Id)
{
    /// <summary>Null in a direct message.</summary>
    public static WorkspaceKey? Of(ChatPlace place) => place.Workspace is { } id ? new WorkspaceKey(place.Platform, id) : null;
}

/// <summary>A channel; its threads belong to it.</summary>
public sealed record ChannelKey(WorkspaceKey Workspace, string Channel)
{
    /// <summary>Null in a direct message.</summary>
    public static ChannelKey? Of(ChatPlace place) => WorkspaceKey.Of(place) is { } workspace ? new ChannelKey(workspace, place.Channel) : null;
}
