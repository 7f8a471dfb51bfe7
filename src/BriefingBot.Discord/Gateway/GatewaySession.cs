using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Gateway;

/// <summary>What is needed to go on with a session on another connection.</summary>
internal sealed class GatewaySession
{
    public string? Id { get; private set; }

    /// <summary>Where to resume; null without a session.</summary>
    public string? ResumeUrl { get; private set; }
    public SequenceTracker Sequence { get; private set; } = new();
    public bool CanResume => Id is not null && ResumeUrl is not null;

    /// <summary>Whether the connection at hand has been greeted with READY or RESUMED.</summary>
    public bool Live { get; set; }

    public void Started(ReadyData ready)
    {
        Id = ready.SessionId;
        ResumeUrl = ready.ResumeGatewayUrl;
    }

    /// <summary>Forgets the session: the next connection starts one.</summary>
    public void Forget()
    {
        Id = null;
        ResumeUrl = null;
        Sequence = new SequenceTracker();
    }
}
