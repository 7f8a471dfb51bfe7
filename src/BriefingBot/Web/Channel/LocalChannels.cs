using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Web.SignIn;

namespace BriefingBot.Web.Channel;

/// <summary>One channel for each library the operator has: those no other workspace was granted, and those granted here.</summary>
internal sealed class LocalChannels(LibraryCatalog catalog, LibraryShelf shelf, GrantStore grants, BindingStore bindings)
{
    /// <summary>Opens a channel for every library that is nobody else's. A library made for another workspace stays that workspace's.</summary>
    public void Refresh()
    {
        foreach (var library in catalog.List())
        {
            if (!grants.IsGranted(library)) grants.Grant(LocalPlace.Workspace, library);
        }

        foreach (var grant in grants.Of(LocalPlace.Workspace))
        {
            var channel = LocalPlace.Channel(grant.Name);
            if (bindings.Find(channel) is null && catalog.Exists(grant.Library)) bindings.Bind(channel, grant.Library);
        }
    }

    /// <summary>Lets the page open a library, whoever else may.</summary>
    public void Open(string library)
    {
        if (grants.Of(LocalPlace.Workspace).All(grant => grant.Library != library)) grants.Grant(LocalPlace.Workspace, library);
        Refresh();
    }

    /// <summary>The channels, by name.</summary>
    public IReadOnlyList<ChannelBinding> List()
    {
        Refresh();
        return [.. bindings.List().Where(binding => binding.Channel.Workspace == LocalPlace.Workspace && catalog.Exists(binding.Library))];
    }

    /// <summary>The library of a channel; null where there is no such channel.</summary>
    public LibraryFile? Library(ChannelKey channel) =>
        bindings.Find(channel) is { } binding && catalog.Exists(binding.Library) ? shelf.Open(binding.Library) : null;

    /// <summary>An answer of a channel's library for an exchange that shows it; null where there is none, or another workspace asked for it.</summary>
    public Answer? Answer(ChannelKey channel, string id) => Library(channel)?.Read(session => Find(session, id, null));

    /// <summary>An answer of any channel that a visitor may open, and its library; null where there is none.</summary>
    public (LibraryFile Library, Answer Answer)? Answer(string id, Visitor visitor)
    {
        foreach (var binding in List())
        {
            if (Library(binding.Channel) is { } library && library.Read(session => Find(session, id, visitor)) is { } answer) return (library, answer);
        }

        return null;
    }

    private static Answer? Find(LibrarySession session, string id, Visitor? visitor)
    {
        var turn = new ConversationStore(session).Find(id);
        // What nobody asked in a channel is the library's own.
        var open = turn is null || (turn.Channel.Workspace == LocalPlace.Workspace
            && (visitor is null || !turn.Private || turn.PersonId == visitor.Id || visitor.Role == DeskRole.Editor));
        return open ? new AnswerStore(session).Find(id) : null;
    }
}
