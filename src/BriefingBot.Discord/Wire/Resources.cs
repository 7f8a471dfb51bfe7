namespace BriefingBot.Discord.Wire;

internal sealed record DiscordUser
{
    public required Snowflake Id { get; init; }
    public string Username { get; set; } = "";
    public string? GlobalName { get; init; }
    public bool? Bot { get; init; }
}

/// <summary>A person within a guild; the user itself is missing where it stands beside.</summary>
internal sealed record GuildMember
{
    public DiscordUser? User { get; init; }
    public string? Nick { get; init; }
    public IReadOnlyList<Snowflake> Roles { get; set; } = [];

    /// <summary>All that the member may do in the channel of an interaction; a bit set in decimal.</summary>
    public string? Permissions { get; init; }
}

/// <summary>The application a token belongs to (<c>GET /oauth2/applications/@me</c>).</summary>
internal sealed record DiscordApplication(Snowflake Id, string Name)
{
    private const long MessageContent = (1 << 18) | (1 << 19);

    /// <summary>Bits of Discord's "Application Flags".</summary>
    public long Flags { get; init; }

    /// <summary>Whether the message content intent is switched on in the developer portal.</summary>
    public bool MayReadContent => (Flags & MessageContent) != 0;
}

internal enum ChannelType
{
    GuildText = 0,
    DirectMessage = 1,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
}

internal sealed record DiscordChannel
{
    public required Snowflake Id { get; init; }
    public ChannelType Type { get; init; }
    public Snowflake? GuildId { get; init; }

    /// <summary>For a thread, the channel it hangs in; for a channel, its category.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Who started a thread.</summary>
    public Snowflake? OwnerId { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<PermissionOverwrite> PermissionOverwrites { get; set; } = [];

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}

/// <param name="Id">The role or member it is for.</param>
/// <param name="Type">0 for a role, 1 for a member.</param>
/// <param name="Allow">Bit set in decimal.</param>
/// <param name="Deny">Bit set in decimal.</param>
internal sealed record PermissionOverwrite(Snowflake Id, int Type, string Allow = "0", string Deny = "0");

internal sealed record GuildRole(Snowflake Id, string Permissions = "0");

internal sealed record DiscordGuild
{
    public required Snowflake Id { get; init; }
    public Snowflake? OwnerId { get; init; }
    public IReadOnlyList<GuildRole> Roles { get; set; } = [];
}

internal sealed record DiscordAttachment
{
    public required Snowflake Id { get; init; }
    public string Filename { get; set; } = "";
    public long Size { get; init; }
    public string Url { get; set; } = "";
}

internal sealed record DiscordMessage
{
    public required Snowflake Id { get; init; }
    public required Snowflake ChannelId { get; init; }
    public Snowflake? GuildId { get; init; }
    public DiscordUser? Author { get; init; }
    public GuildMember? Member { get; init; }
    public Snowflake? WebhookId { get; init; }
    public string Content { get; set; } = "";

    /// <summary>0 for what a person wrote, 19 for a reply; everything else is Discord's own.</summary>
    public int Type { get; init; }
    public IReadOnlyList<DiscordUser> Mentions { get; set; } = [];
    public IReadOnlyList<DiscordAttachment> Attachments { get; set; } = [];
    public MessageReference? MessageReference { get; init; }
    public DiscordMessage? ReferencedMessage { get; init; }
    public IReadOnlyList<Component> Components { get; set; } = [];

    /// <summary>Bits as in <see cref="MessageFlags"/>.</summary>
    public int Flags { get; init; }

    /// <summary>What the sender gave to know its message again: text, or a whole number.</summary>
    public System.Text.Json.JsonElement? Nonce { get; init; }
}

internal sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }
    public Snowflake? ChannelId { get; init; }

    /// <summary>When writing: whether a reference to a message that is gone is an error.</summary>
    public bool? FailIfNotExists { get; init; }
}
