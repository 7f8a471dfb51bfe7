using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands;

/// <summary>A request with what was found out about where it came from: the channel's library and what the person may do.</summary>
internal sealed record CommandCall
{
    public required ChatRequest Request { get; init; }
    public required IChatResponder Responder { get; init; }
    public required ChannelKey Channel { get; init; }
    public required DeskRole Role { get; init; }
    public ChannelBinding? Binding { get; init; }
    public LibraryFile? OpenLibrary { get; init; }
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyList<ChatAttachment> Attachments { get; init; } = [];

    /// <summary>The channel's library; only where the use case needs one.</summary>
    public LibraryFile Library => OpenLibrary ?? throw new InvalidOperationException("The use case says that it needs no library, and asks for it.");

    public ChatPerson Person => Request.Person;

    public WorkspaceKey Workspace => Channel.Workspace;

    /// <summary>An option as given, trimmed; null when it is missing or blank.</summary>
    public string? Option(string name) => Options.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
