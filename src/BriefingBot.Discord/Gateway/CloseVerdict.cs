namespace BriefingBot.Discord.Gateway;

/// <summary>What to do after a connection ended.</summary>
internal enum NextStep
{
    /// <summary>Connect again and go on with the session.</summary>
    Resume,

    /// <summary>Connect again and start a session.</summary>
    StartOver,

    /// <summary>Nothing that we do helps: a person must change a setting.</summary>
    GiveUp,
}

/// <summary>How a connection ended, and what follows.</summary>
/// <param name="Next">What to do.</param>
/// <param name="Reason">A sentence for the log; for giving up, one that names the setting.</param>
internal sealed record CloseVerdict(NextStep Next, string Reason)
{
    /// <summary>Whether to wait a random one to five seconds first, as after an invalid session.</summary>
    public bool WaitFirst { get; init; }

    /// <summary>What a close code asks for (Discord's "Gateway Close Event Codes"); null for a connection that just broke.</summary>
    public static CloseVerdict Of(int? code) => code switch
    {
        4004 => new(NextStep.GiveUp, "Discord refused the token: set Discord:Token (environment variable BRIEFINGBOT_Discord__Token) to the token the developer portal shows."),
        4010 => new(NextStep.GiveUp, "Discord refused the one shard we offer (close code 4010): check that Discord:ApiBaseUrl is Discord's own address."),
        4011 => new(NextStep.GiveUp, "The bot is in more guilds than one connection may serve (close code 4011), and BriefingBot runs one: remove it from guilds that do not use it, or set Discord:Token to a second application's for some of them."),
        4012 => new(NextStep.GiveUp, "Discord does not speak version 10 of its gateway there (close code 4012): check Discord:ApiBaseUrl."),
        4013 => new(NextStep.GiveUp, "Discord does not know an intent we asked for (close code 4013): set Discord:MessageContent to false, and check Discord:ApiBaseUrl."),
        4014 => new(NextStep.GiveUp, "Discord does not allow an intent we asked for (close code 4014): switch on \"Message Content Intent\" for the bot in the developer portal, or set Discord:MessageContent to false."),
        4003 or 4007 or 4009 => new(NextStep.StartOver, $"Discord ended the session (close code {code})."),
        4008 => new(NextStep.Resume, "Discord says that we sent too much (close code 4008).") { WaitFirst = true },
        null => new(NextStep.Resume, "The connection broke."),
        _ => new(NextStep.Resume, $"Discord closed the connection (close code {code})."),
    };
}
