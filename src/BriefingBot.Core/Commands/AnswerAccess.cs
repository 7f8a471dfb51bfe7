using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands;

/// <summary>Which answers open for whom: those of the channel's library and workspace, and of the private ones only one's own, unless one is an editor.</summary>
internal static class AnswerAccess
{
    /// <summary>An answer and the turn it was given in (null when nobody asked for it in a channel); null where none opens for this person.</summary>
    public static (Answer Answer, Turn? Turn)? Find(CommandCall call, string? typedId) =>
        ShortId.Normalize(typedId) is { } id ? call.Library.Read(session => Find(session, call, id)) : null;

    /// <summary>The newest answer given in this channel that this person may see; null where there is none.</summary>
    public static (Answer Answer, Turn? Turn)? Latest(CommandCall call) => call.Library.Read(session =>
        new ConversationStore(session).Recent(call.Channel, call.Person.Id, 1) is [var id] ? Find(session, call, id) : null);

    private static (Answer, Turn?)? Find(LibrarySession session, CommandCall call, string id)
    {
        var turn = new ConversationStore(session).Find(id);
        return MaySee(call, turn) && new AnswerStore(session).Find(id) is { } answer ? (answer, turn) : null;
    }

    // A library may be granted to several workspaces; what one of them asked is not the others'. What nobody asked in a channel is the library's own.
    private static bool MaySee(CommandCall call, Turn? turn) =>
        turn is null || (turn.Channel.Workspace == call.Workspace && (!turn.Private || IsOwn(call, turn) || call.Role == Chat.DeskRole.Editor));

    private static bool IsOwn(CommandCall call, Turn turn) =>
        turn.Channel.Workspace.Platform == call.Person.Platform && turn.PersonId == call.Person.Id;
}
