using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Net = Discord;

namespace BriefingBot.DiscordNet;

/// <summary>Rendered messages in Discord.Net's words. Nothing is decided here: what is said, and how, stands in the records.</summary>
internal static class WriteMessages
{
    public static Net.Embed[] Embeds(IReadOnlyList<Embed>? embeds) => [.. (embeds ?? []).Select(static embed => new Net.EmbedBuilder { Title = embed.Title, Description = embed.Description }.Build())];

    public static Net.AllowedMentions Mentions(AllowedMentions? mentions) => new(Net.AllowedMentionTypes.None)
    {
        UserIds = [.. (mentions?.Users ?? []).Select(static user => user.Value)],
        MentionRepliedUser = mentions?.RepliedUser ?? false,
    };

    public static Net.MessageReference? Reference(MessageReference? reference)
        => reference?.MessageId is { } message ? new Net.MessageReference(message.Value, failIfNotExists: reference.FailIfNotExists) : null;

    public static Net.MessageComponent Components(IReadOnlyList<Component>? rows)
    {
        var builder = new Net.ComponentBuilder();
        foreach (var row in rows ?? [])
        {
            var written = new Net.ActionRowBuilder();
            foreach (var component in row.Components ?? [])
            {
                _ = component.Type == ComponentType.Button ? written.WithButton(Button(component)) : written.WithSelectMenu(Select(component));
            }

            builder.AddRow(written);
        }

        return builder.Build();
    }

    public static Net.Modal Modal(CallbackData data)
    {
        var field = data.Components![0];
        var input = field.Child!;
        return new Net.ModalBuilder()
            .WithTitle(data.Title)
            .WithCustomId(data.CustomId)
            .AddTextInput(new Net.TextInputBuilder(field.Label, input.CustomId, (Net.TextInputStyle)(input.Style ?? 1), field.Description, maxLength: input.MaxLength, required: input.Required))
            .Build();
    }

    /// <summary>What an edit leaves of a message: everything it says, nothing that was there before.</summary>
    public static Action<Net.MessageProperties> Edit(string? content, IReadOnlyList<Embed>? embeds, IReadOnlyList<Component>? components, AllowedMentions? mentions, IReadOnlyList<Net.FileAttachment>? files = null) => message =>
    {
        message.Content = content ?? "";
        message.Embeds = Embeds(embeds);
        message.Components = Components(components);
        message.AllowedMentions = Mentions(mentions);
        if (files is { Count: > 0 }) message.Attachments = new Net.Optional<IEnumerable<Net.FileAttachment>>(files);
    };

    /// <exception cref="ChatException">A file is larger than may be handed out.</exception>
    public static IReadOnlyList<Net.FileAttachment> Files(IReadOnlyList<ReplyFile> files, long largest)
    {
        Bodies.CheckSizes(files, largest);
        return [.. files.Select(static file => new Net.FileAttachment(new MemoryStream(file.Bytes.ToArray(), writable: false), Bodies.SafeName(file.Name)))];
    }

    private static Net.ButtonBuilder Button(Component button) => new()
    {
        Style = (Net.ButtonStyle)(button.Style ?? (int)ButtonStyle.Secondary),
        Label = button.Label,
        CustomId = button.CustomId,
        Url = button.Url,
    };

    private static Net.SelectMenuBuilder Select(Component select) => new()
    {
        CustomId = select.CustomId,
        Placeholder = select.Placeholder,
        Options = [.. (select.Options ?? []).Select(static option => new Net.SelectMenuOptionBuilder(option.Label, option.Value, option.Description))],
    };
}
