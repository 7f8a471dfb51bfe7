namespace FakeDiscord;

/// <summary>How the fake is set up.</summary>
internal sealed record FakeOptions
{
    public string Token { get; init; } = "a-token-that-says-nothing";
    public int Port { get; init; }
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Seed of all misbehaviour.</summary>
    public int Seed { get; init; } = 1;
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(41);

    /// <summary>Posts a channel takes in a window, and edits of one interaction's messages.</summary>
    public int BucketLimit { get; init; } = 5;
    public TimeSpan BucketWindow { get; init; } = TimeSpan.FromSeconds(5);
    public int GlobalPerSecond { get; init; } = 50;
    public TimeSpan InteractionDeadline { get; init; } = TimeSpan.FromSeconds(3);
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(15);
    public TimeSpan NonceLife { get; init; } = TimeSpan.FromMinutes(5);
    public int SessionStarts { get; init; } = 1000;
    public TimeSpan SessionStartsReset { get; init; } = TimeSpan.FromHours(24);
    public int RecommendedShards { get; init; } = 1;

    /// <summary>Whether the application may use the message content intent.</summary>
    public bool MessageContentGranted { get; init; }
    /// <summary>Kinder than Discord: what was sent in a session that was lost is sent again in the next, so that every question of a run can be counted.</summary>
    public bool Kind { get; init; }

    /// <summary>Whether the application has the id of its bot's user, as those made today have.</summary>
    public bool SameIds { get; init; }

    /// <summary>Who owns the guilds, and so may do everything there; null for somebody else in each.</summary>
    public string? Owner { get; init; }
    public int Guilds { get; init; } = 1;
    public int ChannelsPerGuild { get; init; } = 2;
}

/// <summary>Misbehaviour. Rates are chances from 0 to 1 per request or event.</summary>
internal sealed class Faults(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, int> _met = new(StringComparer.Ordinal);

    /// <summary>A 5xx before anything was done.</summary>
    public double ErrorBefore { get; set; }

    /// <summary>A 5xx although it was done.</summary>
    public double ErrorAfter { get; set; }

    /// <summary>A 429 that no rule of ours asks for.</summary>
    public double Limit { get; set; }

    /// <summary>An answer whose body comes late.</summary>
    public double Slow { get; set; }
    public TimeSpan SlowBy { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The socket breaks after an event.</summary>
    public double Drop { get; set; }
    public double Duplicate { get; set; }

    /// <summary>An event changes places with the next.</summary>
    public double Reorder { get; set; }

    /// <summary>A frame that is no JSON comes before an event.</summary>
    public double Garbage { get; set; }

    /// <summary>A resume is told that the session is invalid.</summary>
    public double InvalidSession { get; set; }
    public bool StopAcknowledging { get; set; }

    /// <summary>Refuses requests it says yes to, with a status and a body.</summary>
    public Func<string, string, (int Status, string Body)?>? Refuse { get; set; }

    /// <summary>Awaited when a request is done and before its answer is sent, with its method and path.</summary>
    public Func<string, string, Task>? Done { get; set; }

    /// <summary>How often one and the same request meets chance misbehaviour, so that a caller who tries often enough gets through; null for no end.</summary>
    public int? MostForOne { get; set; }

    public bool Happens(double chance)
    {
        lock (_gate)
        {
            return chance > 0 && _random.NextDouble() < chance;
        }
    }

    /// <param name="chance">From 0 to 1.</param>
    /// <param name="request">Method and path.</param>
    public bool Happens(double chance, string request)
    {
        lock (_gate)
        {
            var met = _met.GetValueOrDefault(request);
            if (met >= MostForOne || !Happens(chance))
            {
                return false;
            }

            _met[request] = met + 1;
            return true;
        }
    }

    public void Calm()
    {
        (ErrorBefore, ErrorAfter, Limit, Slow, Drop, Duplicate, Reorder, Garbage, InvalidSession) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        (StopAcknowledging, Refuse, Done) = (false, null, null);
    }
}
