using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Library;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Commands;

/// <summary>Takes whatever a person did on any platform to its use case, and its outcome back as a reply.</summary>
public sealed class CommandDispatcher
{
    private readonly CommandCatalog _catalog;
    private readonly ActionCatalog _actions;
    private readonly CallReader _reader;
    private readonly ReplyWriter _replies;
    private readonly ILogger<CommandDispatcher> _logger;

    internal CommandDispatcher(CommandCatalog catalog, ActionCatalog actions, CallReader reader, ReplyWriter replies, ILogger<CommandDispatcher> logger) =>
        (_catalog, _actions, _reader, _replies, _logger) = (catalog, actions, reader, replies, logger);

    /// <summary>
    /// Handles a request and answers it through the responder. Questions are put in their channel's line before the first await: called in the order
    /// things arrived, it keeps that order. The task ends when the request is answered or its question stands in line; it never faults.
    /// </summary>
    public async Task HandleAsync(ChatRequest request, IChatResponder responder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responder);
        try
        {
            if (request is SuggestRequest suggest)
            {
                await responder.SuggestAsync(await Task.Run(() => Suggest(suggest, responder), cancellationToken), cancellationToken);
                return;
            }

            var outcome = await OutcomeAsync(request, responder, cancellationToken);
            if (outcome is CommandOutcome.Taken) return;
            await responder.FinishAsync(_replies.Write(outcome, request), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program stops; what was accepted is in the inbox.
        }
#pragma warning disable CA1031 // Said to the log: when even the reply fails there is nobody left to tell.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            FaultOutcomes.Of(fault, _logger);
        }
    }

    private async Task<CommandOutcome> OutcomeAsync(ChatRequest request, IChatResponder responder, CancellationToken cancellationToken)
    {
        try
        {
            return await Run(request, responder, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The one place of this edge that turns a fault into a sentence.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return FaultOutcomes.Of(fault, _logger);
        }
    }

    private Task<CommandOutcome> Run(ChatRequest request, IChatResponder responder, CancellationToken cancellationToken)
    {
        if (_reader.Read(request, responder) is not { } call) return Told(new CommandOutcome.NoWorkspace());
        return request switch
        {
            CommandRequest command => Command(call, command.Command, cancellationToken),
            MessageRequest message => Message(call, message, cancellationToken),
            ActionRequest pressed => Action(call, pressed, cancellationToken),
            _ => Told(new CommandOutcome.Invalid("This version does not know what to do with that.")),
        };
    }

    private Task<CommandOutcome> Command(CommandCall call, string name, CancellationToken cancellationToken)
    {
        // A composer that takes every line for a question: a link is none, and the role decides whether it is added.
        if (name == AskCommand.Name && call.Option(AskCommand.Question) is { } asked && LinksInText.IsOnlyLinks(asked)) return Command(WithText(call, asked), LibraryAddCommand.Name, cancellationToken);
        if (_catalog.Find(name) is not { } command) return Told(new CommandOutcome.Invalid("There is no such command in this version; /help lists what there is."));
        if (command.NeedsLibrary && call.OpenLibrary is null) return Told(_reader.Unbound(call));
        if (call.Role < command.Definition.Role) return Told(new CommandOutcome.NotPermitted(command.Definition.Role));
        return command.InOrder ? command.RunAsync(call, cancellationToken) : Task.Run(() => command.RunAsync(call, cancellationToken), cancellationToken);
    }

    // A mention or a reply asks; with nothing but files or links it adds them, where the person may.
    private Task<CommandOutcome> Message(CommandCall call, MessageRequest message, CancellationToken cancellationToken)
    {
        if (call.OpenLibrary is null) return Told(_reader.Unbound(call));
        if ((string.IsNullOrWhiteSpace(message.Text) && message.Attachments.Count > 0) || LinksInText.IsOnlyLinks(message.Text))
            return Command(WithText(call, message.Text), LibraryAddCommand.Name, cancellationToken);
        return Told(_actions.Desk.Take(call, new AskedQuestion(message.Text) { Conversation = ConversationOf(call, message), Private = RepliesToPrivate(call, message) }));
    }

    private static CommandCall WithText(CommandCall call, string text) => call with { Options = new Dictionary<string, string>(StringComparer.Ordinal) { [ChatMenu.MessageTextOption] = text } };

    private Task<CommandOutcome> Action(CommandCall call, ActionRequest pressed, CancellationToken cancellationToken)
    {
        if (call.OpenLibrary is null) return Told(_reader.Unbound(call));
        if (_actions.Find(pressed.Action.Verb) is not { } action) return Told(new CommandOutcome.Invalid("This button is of another version and does nothing any more."));
        return action.ActsInOrder
            ? action.RunAsync(call, pressed.Action, pressed.Value, cancellationToken)
            : Task.Run(() => action.RunAsync(call, pressed.Action, pressed.Value, cancellationToken), cancellationToken);
    }

    private IReadOnlyList<ReplyChoice> Suggest(SuggestRequest request, IChatResponder responder)
    {
        if (_reader.Read(request, responder) is not { } call || _catalog.Find(request.Command) is not { } command) return [];
        return call.Role < command.Definition.Role || (command.NeedsLibrary && call.OpenLibrary is null) ? [] : command.Suggest(call, request.Option, request.Typed.Trim());
    }

    private static Turn? RepliedTo(CommandCall call, MessageRequest message) => message.RepliesTo is { } post
        ? call.Library.Read(session => new ConversationStore(session).FindByMessage(call.Channel, post))
        : null;

    private static string? ConversationOf(CommandCall call, MessageRequest message) => RepliedTo(call, message)?.Conversation;

    // What continues a private answer is private: its words come from there.
    private static bool RepliesToPrivate(CommandCall call, MessageRequest message) => RepliedTo(call, message) is { Private: true };

    private static Task<CommandOutcome> Told(CommandOutcome outcome) => Task.FromResult(outcome);
}
