using System.Text.Json;

namespace BriefingBot.Discord.Wire;

internal enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>A command, a press of a button, a choice, a submitted form, or an option being typed.</summary>
internal sealed record Interaction
{
    public required Snowflake Id { get; init; }
    public required Snowflake ApplicationId { get; init; }
    public required InteractionType Type { get; init; }

    /// <summary>Lets anyone who has it answer, for fifteen minutes.</summary>
    public required string Token { get; init; }
    public InteractionData? Data { get; init; }
    public Snowflake? GuildId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public DiscordChannel? Channel { get; init; }

    /// <summary>Who did it, in a guild.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>Who did it, in a direct message.</summary>
    public DiscordUser? User { get; init; }

    /// <summary>The message a component stands under.</summary>
    public DiscordMessage? Message { get; init; }

    /// <summary>Without the token, so that no log holds it.</summary>
    public override string ToString() => $"interaction {Id}";
}

internal enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}

internal sealed record InteractionData
{
    public string Name { get; set; } = "";
    public CommandType Type { get; set; } = CommandType.ChatInput;
    public IReadOnlyList<InteractionOption> Options { get; set; } = [];
    public ResolvedData? Resolved { get; init; }

    /// <summary>The message a message command was called on.</summary>
    public Snowflake? TargetId { get; init; }
    public string? CustomId { get; init; }
    public ComponentType ComponentType { get; init; }
    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>What was typed into a modal.</summary>
    public IReadOnlyList<Component> Components { get; set; } = [];
}

internal sealed record InteractionOption
{
    public required string Name { get; init; }
    public required OptionType Type { get; init; }

    /// <summary>Text, number or truth value, by type.</summary>
    public JsonElement? Value { get; init; }
    public IReadOnlyList<InteractionOption> Options { get; set; } = [];

    /// <summary>Whether this is the option being typed.</summary>
    public bool Focused { get; init; }
}

internal sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, DiscordAttachment> Attachments { get; set; } = new Dictionary<Snowflake, DiscordAttachment>();
    public IReadOnlyDictionary<Snowflake, DiscordMessage> Messages { get; set; } = new Dictionary<Snowflake, DiscordMessage>();
}

internal enum CallbackType
{
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    UpdateMessage = 7,
    Autocomplete = 8,
    Modal = 9,
}

internal sealed record InteractionCallback(CallbackType Type)
{
    public CallbackData? Data { get; init; }
}

/// <summary>What a callback carries, by its type: flags of a deferral, choices, or a modal.</summary>
internal sealed record CallbackData
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public AllowedMentions? AllowedMentions { get; init; }
    public int? Flags { get; init; }
    public IReadOnlyList<CommandChoice>? Choices { get; init; }
    public string? CustomId { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }
}

internal sealed record CommandChoice(string Name, string Value);

internal enum OptionType
{
    SubCommand = 1,
    SubCommandGroup = 2,
    Text = 3,
    Integer = 4,
    Boolean = 5,
    Attachment = 11,
}

/// <summary>A command as it is registered.</summary>
internal sealed record ApplicationCommand
{
    public required string Name { get; init; }
    public CommandType Type { get; set; } = CommandType.ChatInput;
    public string Description { get; set; } = "";
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>What a member must be allowed to do for the command to be offered; a bit set in decimal, null for everyone.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>Where it stands: 0 in guilds, 1 in the bot's direct messages.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }
}

internal sealed record ApplicationCommandOption
{
    public required OptionType Type { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public bool? Required { get; init; }
    public bool? Autocomplete { get; init; }
    public int? MaxLength { get; init; }
    public int? MaxValue { get; init; }
    public IReadOnlyList<CommandChoice>? Choices { get; init; }
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }
}
