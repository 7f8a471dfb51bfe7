namespace BriefingBot.Core.Chat;

/// <summary>Where a message stands: a platform's workspace, channel and, inside it, thread.</summary>
/// <param name="Platform">The platform's name: "local", "discord".</param>
/// <param name="Workspace">The workspace's id on the platform; null in a direct message.</param>
/// <param name="Channel">The channel's id on the platform.</param>
/// <param name="Thread">The thread's id; null outside threads.</param>
public sealed record ChatPlace(string Platform, string? Workspace, string Channel, string? Thread = null)
{
    /// <summary>One key for the whole address.</summary>
    public override string ToString() => string.Join('/', Platform, Workspace ?? "direct", Channel, Thread ?? "");
}

/// <summary>A person as a platform knows them.</summary>
/// <param name="Platform">The platform's name.</param>
/// <param name="Id">The person's id on the platform; never shown.</param>
/// <param name="Name">What others see; text of the person's own choosing, to be treated as data.</param>
public sealed record ChatPerson(string Platform, string Id, string Name);

/// <summary>A message the bot has posted, as the platform names it.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="MessageId">The platform's id of it.</param>
public sealed record PostedMessage(ChatPlace Place, string MessageId);

/// <summary>
/// What makes a post happen at most once: the same key posted again finds the message already there.
/// At most 25 characters, letters, digits and hyphens, so that it fits where platforms take a nonce.
/// </summary>
public readonly record struct PostKey
{
    /// <summary>Longest key a platform must take.</summary>
    public const int LongestKey = 25;

    /// <exception cref="ArgumentException">The key is empty, too long, or holds another character.</exception>
    public PostKey(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > LongestKey || !value.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException($"'{value}' is no post key: 1 to {LongestKey} letters, digits and hyphens.", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;
}
