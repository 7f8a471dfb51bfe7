using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Commands;

/// <summary>A use case of the menu.</summary>
internal interface ICommand
{
    /// <summary>Its entry in the menu, and the role it takes.</summary>
    CommandDefinition Definition { get; }

    /// <summary>Whether it makes no sense in a channel without a library.</summary>
    bool NeedsLibrary => true;

    /// <summary>Whether it only puts work in line: it is run before anything is awaited, so that the line keeps the order of what arrived.</summary>
    bool InOrder => false;

    /// <summary>Does it; the caller has checked the role and the channel.</summary>
    Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken);

    /// <summary>Values for an option being typed. Called only where the person may call the command.</summary>
    IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => [];
}

/// <summary>What a button, a choice or a form does.</summary>
internal interface IAction
{
    /// <summary>As in <see cref="ChatActionId.Verb"/>.</summary>
    string Verb { get; }

    /// <inheritdoc cref="ICommand.InOrder"/>
    bool ActsInOrder => false;

    Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken);
}
