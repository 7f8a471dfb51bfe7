namespace BriefingBot.Discord.Wire;

/// <summary>A message as it is written: created, edited, or given as the reply to an interaction.</summary>
internal sealed record MessageBody
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Always said: left out, Discord would ping whoever the text names.</summary>
    public required AllowedMentions AllowedMentions { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }
    public IReadOnlyList<AttachmentBody>? Attachments { get; init; }
    public MessageReference? MessageReference { get; init; }
    public int? Flags { get; init; }
    public string? Nonce { get; init; }
    public bool? EnforceNonce { get; init; }
}

/// <summary>Opens the direct message channel with a person.</summary>
internal sealed record DirectMessageBody(Snowflake RecipientId);

/// <summary>Bits of <see cref="MessageBody.Flags"/>.</summary>
internal static class MessageFlags
{
    public const int SuppressEmbeds = 1 << 2;
    public const int Ephemeral = 1 << 6;
}

internal sealed record AllowedMentions
{
    public IReadOnlyList<string> Parse { get; set; } = [];
    public IReadOnlyList<Snowflake>? Users { get; init; }

    /// <summary>Whether the author of the message replied to is pinged.</summary>
    public bool RepliedUser { get; init; }

    public static AllowedMentions Nobody { get; } = new();

    public static AllowedMentions Only(Snowflake user) => new() { Users = [user] };
}

internal sealed record Embed
{
    public string? Title { get; init; }
    public string? Description { get; init; }
    public EmbedFooter? Footer { get; init; }
}

internal sealed record EmbedFooter(string Text);

/// <param name="Id">The file's number in the same request.</param>
/// <param name="Filename">Its name.</param>
internal sealed record AttachmentBody(string Id, string Filename);

internal enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    Label = 18,
}

internal enum ButtonStyle
{
    Secondary = 2,
    Link = 5,
}

/// <summary>One component; which members it has depends on its type.</summary>
internal sealed record Component
{
    public required ComponentType Type { get; init; }

    /// <summary>For a button, a <see cref="ButtonStyle"/>; for a text input 1 for a line, 2 for a paragraph.</summary>
    public int? Style { get; init; }
    public string? Label { get; init; }
    public string? Description { get; init; }
    public string? CustomId { get; init; }
    public string? Url { get; init; }
    public string? Placeholder { get; init; }
    public bool? Disabled { get; init; }
    public bool? Required { get; init; }
    public int? MaxLength { get; init; }

    /// <summary>What was typed, in a submitted modal.</summary>
    public string? Value { get; init; }
    public IReadOnlyList<SelectOption>? Options { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The one component a label holds; the name is taken by the list.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("component")]
    public Component? Child { get; init; }

    /// <summary>This component and all within it.</summary>
    public IEnumerable<Component> WithInner()
        => [this, .. (Components ?? []).SelectMany(static inner => inner.WithInner()), .. Child?.WithInner() ?? []];
}

internal sealed record SelectOption(string Label, string Value)
{
    public string? Description { get; init; }
}
