using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Acknowledges an interaction first, then hands it on. The acknowledgement waits for nothing but the wire: everything it
/// needs stands in the interaction itself.
/// </summary>
internal sealed partial class InteractionHandler(DiscordApi api, InteractionReader reader, ReplySender sender, RequestRunner runner, ILogger<InteractionHandler> logger)
{
    /// <summary>Someone typing waits no longer than half a second for suggestions, the way there and back included.</summary>
    internal static readonly TimeSpan SuggestPatience = TimeSpan.FromMilliseconds(400);

    public Task HandleAsync(Interaction interaction, CancellationToken cancellationToken) => (interaction.Type, interaction.Data) switch
    {
        (InteractionType.Command, not null) => CommandAsync(interaction, cancellationToken),
        (InteractionType.Component, { CustomId: { } id }) => ComponentAsync(interaction, id, cancellationToken),
        (InteractionType.ModalSubmit, { CustomId: { } id } data) => FormAsync(interaction, id, data, cancellationToken),
        (InteractionType.Autocomplete, not null) => SuggestAsync(interaction, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task CommandAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var address = InteractionReader.Address(interaction, reader.IsPrivate(interaction));
        var acknowledged = DeferAsync(interaction, address, cancellationToken);
        return RunAsync(reader.ReadCommand(interaction, address), address, acknowledged, cancellationToken);
    }

    private Task ComponentAsync(Interaction interaction, string customId, CancellationToken cancellationToken)
    {
        if (ActionRows.Read(customId) is not var (action, prompt))
        {
            return AcknowledgeAsync(interaction, new InteractionCallback(CallbackType.DeferredUpdate), cancellationToken);
        }

        if (action.Verb == ReplySender.PageVerb)
        {
            return TurnAsync(interaction, action, cancellationToken);
        }

        return prompt is null
            ? ActAsync(interaction, action, interaction.Data!.Values is [var chosen, ..] ? chosen : null, cancellationToken)
            : AcknowledgeAsync(interaction, Modal(interaction, customId, action, prompt), cancellationToken);
    }

    private Task FormAsync(Interaction interaction, string customId, InteractionData data, CancellationToken cancellationToken)
    {
        var typed = data.Components.SelectMany(static component => component.WithInner()).FirstOrDefault(static component => component.Type == ComponentType.TextInput)?.Value;
        return ActionRows.Read(customId) is var (action, _)
            ? ActAsync(interaction, action, typed ?? "", cancellationToken)
            : AcknowledgeAsync(interaction, new InteractionCallback(CallbackType.DeferredUpdate), cancellationToken);
    }

    private Task ActAsync(Interaction interaction, ChatActionId action, string? value, CancellationToken cancellationToken)
    {
        var address = InteractionReader.Address(interaction, reader.IsPrivate(interaction, action));
        var acknowledged = DeferAsync(interaction, address, cancellationToken);
        return RunAsync(reader.ReadAction(interaction, address, action, value), address, acknowledged, cancellationToken);
    }

    private Task TurnAsync(Interaction interaction, ChatActionId action, CancellationToken cancellationToken)
    {
        var wanted = int.TryParse(action.Detail, out var number) ? Math.Clamp(number, 0, 1000) : 0;
        if (interaction.Message is { } message && sender.KeptPages(message.Id) is { } kept)
        {
            var page = kept[Math.Min(wanted, kept.Count - 1)];
            var data = new CallbackData { Content = page.Content, Embeds = page.Embeds, Components = page.Components, AllowedMentions = AllowedMentions.Nobody };
            return AcknowledgeAsync(interaction, new InteractionCallback(CallbackType.UpdateMessage) { Data = data }, cancellationToken);
        }

        if (ReplySender.Again(action) is not { } again)
        {
            var gone = new CallbackData { Content = "That page is not kept any more. Please ask again.", Flags = MessageFlags.Ephemeral, AllowedMentions = AllowedMentions.Nobody };
            return AcknowledgeAsync(interaction, new InteractionCallback(CallbackType.Message) { Data = gone }, cancellationToken);
        }

        var address = InteractionReader.Address(interaction, @private: true) with { Page = wanted };
        var acknowledged = AcknowledgeAsync(interaction, new InteractionCallback(CallbackType.DeferredUpdate), cancellationToken);
        return RunAsync(reader.ReadAction(interaction, address, again, null), address, acknowledged, cancellationToken);
    }

    private async Task SuggestAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var responder = new SuggestResponder();
        IReadOnlyList<ReplyChoice> choices = [];
        if (reader.ReadSuggest(interaction, InteractionReader.Address(interaction, @private: true)) is { } request)
        {
            var asked = runner.RunAsync(request, responder, cancellationToken);
            await Task.WhenAny(responder.Choices, Task.Delay(SuggestPatience, sender.Time, cancellationToken));
            _ = asked;
            choices = responder.Choices.IsCompletedSuccessfully ? await responder.Choices : [];
        }

        await AcknowledgeAsync(interaction, new InteractionCallback(CallbackType.Autocomplete) { Data = new CallbackData { Choices = SuggestResponder.Render(choices) } }, cancellationToken);
    }

    private async Task RunAsync(ChatRequest request, ReplyAddress address, Task<bool> acknowledged, CancellationToken cancellationToken)
    {
        await runner.RunAsync(request, new InteractionResponder(address, acknowledged, sender.Now, sender), cancellationToken);
        await acknowledged;
    }

    private Task<bool> DeferAsync(Interaction interaction, ReplyAddress address, CancellationToken cancellationToken)
        => AcknowledgeAsync(interaction, new InteractionCallback(CallbackType.DeferredMessage) { Data = address.Private ? new CallbackData { Flags = MessageFlags.Ephemeral } : null }, cancellationToken);

    /// <summary>Whether Discord took it.</summary>
    private async Task<bool> AcknowledgeAsync(Interaction interaction, InteractionCallback callback, CancellationToken cancellationToken)
    {
        try
        {
            await api.CallbackAsync(interaction.Id, interaction.Token, callback, cancellationToken);
            return true;
        }
        catch (DiscordApiException refusal)
        {
            LogUnacknowledged(interaction.Id, refusal.Message);
            return false;
        }
    }

    private static InteractionCallback Modal(Interaction interaction, string customId, ChatActionId action, string prompt)
    {
        var button = (interaction.Message?.Components ?? []).SelectMany(static row => row.WithInner()).FirstOrDefault(component => component.CustomId == customId);
        var label = DiscordText.CleanWithin(button?.Label ?? action.Verb, Limits.ModalTitle);
        return new InteractionCallback(CallbackType.Modal)
        {
            Data = new CallbackData
            {
                CustomId = action.ToString(),
                Title = label,
                Components =
                [
                    new Component
                    {
                        Type = ComponentType.Label,
                        Label = label,
                        Description = prompt.Length == 0 ? null : prompt,
                        Child = new Component { Type = ComponentType.TextInput, CustomId = "text", Style = 2, Required = true, MaxLength = 1_000 },
                    },
                ],
            },
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Interaction {Interaction} could not be acknowledged: {Reason}")]
    private partial void LogUnacknowledged(Snowflake interaction, string reason);
}
