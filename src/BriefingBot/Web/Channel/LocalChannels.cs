using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;

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

    /// <summary>An answer of a channel's library; null where there is none, or it was given to somebody alone in another workspace.</summary>
    public Answer? Answer(ChannelKey channel, string id) => Library(channel)?.Read(session => MayOpen(session, id) ? new AnswerStore(session).Find(id) : null);

    /// <summary>An answer of any channel, and its library; null where there is none.</summary>
    public (LibraryFile Library, Answer Answer)? Answer(string id)
    {
        foreach (var binding in List())
        {
            if (Answer(binding.Channel, id) is { } answer) return (Library(binding.Channel)!, answer);
        }

        return null;
    }

    private static bool MayOpen(LibrarySession session, string id) =>
        new ConversationStore(session).Find(id) is not { Private: true } turn || turn.Channel.Workspace == LocalPlace.Workspace;
}
