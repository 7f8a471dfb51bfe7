using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Digests;

/// <summary>Where a schedule set on the command line posts: a channel that opens the schedule's library, and no other.</summary>
internal static class SchedulePlace
{
    /// <summary>The library's own local channel; made where there is none yet.</summary>
    public static ChatPlace Local(VerbRun run, LibraryFile library)
    {
        var workspace = new WorkspaceKey("local", "local");
        var grants = run.Get<GrantStore>();
        if (grants.Of(workspace).All(grant => grant.Library != library.Name)) grants.Grant(workspace, library.Name);
        var channel = new ChannelKey(workspace, grants.Of(workspace).First(grant => grant.Library == library.Name).Name);
        var bindings = run.Get<BindingStore>();
        if (bindings.Find(channel) is null) bindings.Bind(channel, library.Name);
        return new ChatPlace(workspace.Platform, workspace.Id, channel.Channel);
    }

    /// <exception cref="UsageException">not "platform/workspace/channel"</exception>
    public static ChatPlace Read(string text) => text.Split('/') is [{ Length: > 0 } platform, { Length: > 0 } workspace, { Length: > 0 } channel]
        ? new ChatPlace(platform, workspace, channel)
        : throw new UsageException($"--channel must be platform/workspace/channel, such as discord/1099511627776/1099511627801, not \"{text}\"");

    /// <exception cref="UsageException">the channel opens another library, or none</exception>
    public static void Check(VerbRun run, LibraryFile library, ChatPlace place)
    {
        if (ChannelKey.Of(place) is { } channel && run.Get<BindingStore>().Find(channel)?.Library == library.Name) return;
        var where = string.Join('/', place.Platform, place.Workspace, place.Channel);
        throw new UsageException(
            $"the channel {where} does not open the library \"{library.Name}\", so its digest may not be posted there; bind it first: library bind {library.Name} --platform {place.Platform} --workspace {place.Workspace} --channel {place.Channel}");
    }
}
