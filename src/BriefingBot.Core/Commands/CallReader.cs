using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands;

/// <summary>Finds out what a request may open: the one library of the channel it came from, and nothing else.</summary>
internal sealed class CallReader(BindingStore bindings, GrantStore grants, RoleStore roles, LibraryShelf shelf)
{
    /// <summary>Null for a direct message: it belongs to no workspace, so it opens nothing.</summary>
    public CommandCall? Read(ChatRequest request, IChatResponder responder)
    {
        if (ChannelKey.Of(request.Place) is not { } channel) return null;
        var binding = bindings.Find(channel);
        return new CommandCall
        {
            Request = request,
            Responder = responder,
            Channel = channel,
            Role = roles.Of(request),
            Binding = binding,
            OpenLibrary = binding is null ? null : Open(binding.Library),
            Options = request switch { CommandRequest command => command.Options, SuggestRequest suggest => suggest.Options, _ => new Dictionary<string, string>(StringComparer.Ordinal) },
            Attachments = request switch { CommandRequest command => command.Attachments, MessageRequest message => message.Attachments, _ => [] },
        };
    }

    // Null where the operator deleted the file and left the binding: the channel can be bound anew.
    private LibraryFile? Open(string library)
    {
        try
        {
            return shelf.Open(library);
        }
        catch (LibraryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What an unbound channel answers to everything: how to bind it.</summary>
    public CommandOutcome Unbound(CommandCall call) => new CommandOutcome.Unbound(grants.Of(call.Workspace).Count > 0, call.Role == DeskRole.Editor);
}
