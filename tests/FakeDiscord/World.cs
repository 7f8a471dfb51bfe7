using System.Text.Json.Nodes;

namespace FakeDiscord;

internal sealed record FakeUser(ulong Id, string Name, bool Bot = false)
{
    public JsonObject Json() => new()
    {
        ["id"] = Id.ToString(),
        ["username"] = Name.ToLowerInvariant(),
        ["global_name"] = Name,
        ["discriminator"] = "0",
        ["avatar"] = null,
        ["bot"] = Bot,
    };
}

internal sealed record FakeGuild(ulong Id, string Name, ulong Owner);

internal sealed class FakeChannel(ulong id, ulong? guild, int type)
{
    public ulong Id { get; } = id;
    public ulong? Guild { get; } = guild;

    /// <summary>0 a guild's channel, 1 direct messages, 11 a public thread.</summary>
    public int Type { get; } = type;
    public ulong? Parent { get; init; }
    public ulong? Owner { get; init; }
    public string Name { get; init; } = "channel";

    /// <summary>What the bot may do here.</summary>
    public ulong BotPermissions { get; set; } = Bits.Default;
    public List<FakeMessage> Messages { get; } = [];
}

internal sealed class FakeMessage(ulong id, ulong channel, FakeUser author)
{
    public ulong Id { get; } = id;
    public ulong Channel { get; } = channel;
    public FakeUser Author { get; } = author;

    /// <summary>The one person who sees it; null when all do.</summary>
    public ulong? OnlyFor { get; init; }
    public string? Nonce { get; init; }
    public DateTimeOffset Created { get; init; }
    public JsonObject Body { get; set; } = [];
    public int Edits { get; set; }

    /// <summary>When it was last written, for the pace of edits.</summary>
    public List<DateTimeOffset> Written { get; } = [];
    public List<ulong> Pings { get; } = [];
    public bool Loading { get; set; }
    public bool Deleted { get; set; }
    public ulong? RepliesTo { get; init; }
    public List<(ulong Id, string Name, byte[] Bytes)> Files { get; } = [];
    public string Content => (string?)Body["content"] ?? "";
}

internal sealed class FakeInteraction(ulong id, string token, int type, FakeUser user, FakeChannel channel)
{
    public ulong Id { get; } = id;
    public string Token { get; } = token;
    public int Type { get; } = type;
    public FakeUser User { get; } = user;
    public FakeChannel Channel { get; } = channel;
    public DateTimeOffset Created { get; init; }
    public FakeMessage? Source { get; init; }
    public int? Acknowledged { get; set; }
    public TimeSpan? AcknowledgedAfter { get; set; }
    public bool Ephemeral { get; set; }
    public FakeMessage? Original { get; set; }
    public List<FakeMessage> FollowUps { get; } = [];
    public JsonObject? Modal { get; set; }
    public JsonArray? Choices { get; set; }

    /// <summary>Whether an answer came after the deadline.</summary>
    public bool Missed { get; set; }
}

internal static class Bits
{
    public const ulong View = 1UL << 10, Send = 1UL << 11, EmbedLinks = 1UL << 14, Attach = 1UL << 15, History = 1UL << 16, SendInThreads = 1UL << 38;
    public const ulong Default = View | Send | EmbedLinks | Attach | History | SendInThreads;
}

/// <summary>All there is. Everything that reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class World
{
    private ulong _counter;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public World(FakeOptions options)
    {
        Options = options;
        Bot = AddUser("Briefing Bot", bot: true);
        Application = options.SameIds ? Bot.Id : NextId();
        for (var g = 0; g < options.Guilds; g++)
        {
            var owner = AddUser("Owner " + g);
            var guild = new FakeGuild(NextId(), "Guild " + g, owner.Id);
            Guilds[guild.Id] = guild;
            for (var c = 0; c < options.ChannelsPerGuild; c++)
            {
                AddChannel(new FakeChannel(NextId(), guild.Id, 0) { Name = "desk-" + c });
            }
        }
    }

    public Lock Gate { get; } = new();
    public FakeOptions Options { get; }
    public ulong Application { get; }
    public FakeUser Bot { get; }
    public Dictionary<ulong, FakeUser> Users { get; } = [];
    public Dictionary<ulong, FakeGuild> Guilds { get; } = [];
    public Dictionary<ulong, FakeChannel> Channels { get; } = [];
    public Dictionary<string, FakeInteraction> Interactions { get; } = new(StringComparer.Ordinal);
    public Dictionary<ulong, (string Name, byte[] Bytes)> Uploads { get; } = [];

    /// <summary>Registered commands by guild; 0 for all guilds.</summary>
    public Dictionary<ulong, JsonArray> Commands { get; } = [];
    public int CommandWrites { get; set; }

    /// <summary>The size told of every file, in place of the true one; null tells the truth.</summary>
    public long? SaysOfEveryFile { get; set; }
    public int TypingCalls { get; set; }

    /// <summary>Every refusal given, as "status code path", in order.</summary>
    public List<string> Refusals { get; } = [];

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    public ulong NextId()
    {
        var n = Interlocked.Increment(ref _counter);
        return ((ulong)(Now.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) | (n & 0x3FFFFF);
    }

    public FakeUser AddUser(string name, bool bot = false)
    {
        var user = new FakeUser(NextId(), name, bot);
        Users[user.Id] = user;
        return user;
    }

    public FakeChannel AddChannel(FakeChannel channel) => Channels[channel.Id] = channel;

    public FakeMessage? Message(ulong channel, ulong id)
        => Channels.TryGetValue(channel, out var found) ? found.Messages.Find(message => message.Id == id && !message.Deleted) : null;

    public FakeMessage Add(FakeMessage message)
    {
        Channels[message.Channel].Messages.Add(message);
        Changed();
        return message;
    }

    /// <summary>Wakes those who wait for something to be so.</summary>
    public void Changed() => Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Returns once something is so.</summary>
    public async Task UntilAsync(Func<bool> so, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        while (true)
        {
            var next = _changed.Task;
            lock (Gate)
            {
                if (so())
                {
                    return;
                }
            }

            await next.WaitAsync(late.Token);
        }
    }
}
