using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Commands.Actions;

/// <summary>Whose question it is to decide about.</summary>
internal static class Questioner
{
    /// <summary>The asker, or an editor; from the channel it was asked in, while that opens the same library.</summary>
    public static bool MayDecide(CommandCall call, AcceptedQuestion question) =>
        ChannelKey.Of(question.Place) == call.Channel
        && question.Library == call.Library.Name
        && (question.PersonId == call.Person.Id || call.Role == DeskRole.Editor);
}
