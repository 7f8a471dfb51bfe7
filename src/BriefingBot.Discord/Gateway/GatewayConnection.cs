using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// One connection from hello to its end: heartbeats with a first jitter, a watch on their acknowledgement, identify or resume,
/// and the events. An event goes to <paramref name="deliver"/>, which must only put it aside.
/// </summary>
internal sealed partial class GatewayConnection(GatewaySession session, Action<string, JsonElement> deliver, GatewayClock clock, ILogger logger)
{
    private volatile bool _acknowledged = true;
    private volatile bool _zombie;

    /// <summary>Runs until the connection ends. Cancelled, it says goodbye to Discord and throws.</summary>
    public async Task<CloseVerdict> RunAsync(Uri address, IdentifyData identity, CancellationToken cancellationToken)
    {
        using var socket = new GatewaySocket();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task heartbeats = Task.CompletedTask;
        try
        {
            var interval = await GreetAsync(socket, address, cancellationToken);
            heartbeats = BeatAsync(socket, interval, ended.Token);
            await using var goodbye = cancellationToken.Register(() => _ = LeaveAsync(socket));
            await IntroduceAsync(socket, identity, cancellationToken);
            return await ReadAsync(socket);
        }
        catch (Exception fault) when (fault is WebSocketException or SocketException or IOException or HttpRequestException or InvalidDataException or JsonException or ObjectDisposedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new CloseVerdict(NextStep.Resume, _zombie ? "Discord stopped acknowledging heartbeats." : $"The connection broke: {fault.Message}");
        }
        finally
        {
            await ended.CancelAsync();
            await heartbeats.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            socket.Abort();
        }
    }

    private async Task<TimeSpan> GreetAsync(GatewaySocket socket, Uri address, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(clock.Timings.Greeting, clock.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await socket.ConnectAsync(address, both.Token);
        while (true)
        {
            switch (await socket.ReceiveAsync(both.Token))
            {
                case Received.Frame { Value: { Op: GatewayOpcode.Hello } hello }:
                    var interval = hello.D.Deserialize(DiscordJson.Default.HelloData)!.HeartbeatInterval;
                    return TimeSpan.FromMilliseconds(Math.Clamp(interval, 100, 600_000));
                case Received.Closed closed:
                    throw new IOException($"closed before the greeting (code {closed.Code})");
            }
        }
    }

    private Task IntroduceAsync(GatewaySocket socket, IdentifyData identity, CancellationToken cancellationToken)
        => session.CanResume
            ? socket.SendAsync(new ResumeFrame(GatewayOpcode.Resume, new ResumeData(identity.Token, session.Id!, session.Sequence.Last)), DiscordJson.Default.ResumeFrame, cancellationToken)
            : socket.SendAsync(new IdentifyFrame(GatewayOpcode.Identify, identity), DiscordJson.Default.IdentifyFrame, cancellationToken);

    /// <summary>Reads until the end. Cancelling breaks the connection, since a cancelled read could not say goodbye any more.</summary>
    private async Task<CloseVerdict> ReadAsync(GatewaySocket socket)
    {
        while (true)
        {
            switch (await socket.ReceiveAsync(CancellationToken.None))
            {
                case Received.Closed closed:
                    return _zombie ? new CloseVerdict(NextStep.Resume, "Discord stopped acknowledging heartbeats.") : CloseVerdict.Of(closed.Code);
                case Received.Malformed malformed:
                    LogMalformed(malformed.Why);
                    break;
                case Received.Frame frame:
                    if (await TakeAsync(socket, frame.Value) is { } verdict)
                    {
                        return verdict;
                    }

                    break;
            }
        }
    }

    /// <summary>Acts on a frame; a verdict when the connection is over.</summary>
    private async Task<CloseVerdict?> TakeAsync(GatewaySocket socket, GatewayFrame frame)
    {
        switch (frame.Op)
        {
            case GatewayOpcode.Dispatch:
                Dispatch(frame);
                return null;
            case GatewayOpcode.Heartbeat:
                await HeartbeatAsync(socket, CancellationToken.None);
                return null;
            case GatewayOpcode.HeartbeatAck:
                _acknowledged = true;
                return null;
            case GatewayOpcode.Reconnect:
                return new CloseVerdict(NextStep.Resume, "Discord asked for a new connection.");
            case GatewayOpcode.InvalidSession:
                var resumable = frame.D.ValueKind == JsonValueKind.True;
                return new CloseVerdict(resumable ? NextStep.Resume : NextStep.StartOver, "Discord says that the session is invalid.") { WaitFirst = true };
            default:
                return null;
        }
    }

    private void Dispatch(GatewayFrame frame)
    {
        if (frame.T is not { } name || frame.S is not { } number || !session.Sequence.Arrived(number))
        {
            return;
        }

        if (name == "READY")
        {
            try
            {
                session.Started(frame.D.Deserialize(DiscordJson.Default.ReadyData)!);
            }
            catch (JsonException fault)
            {
                LogMalformed("READY: " + fault.Message);
                return;
            }
        }

        session.Live |= name is "READY" or "RESUMED";
        deliver(name, frame.D);
    }

    private async Task BeatAsync(GatewaySocket socket, TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(interval * clock.Backoff.Next(), clock.Time, cancellationToken);
            while (_acknowledged)
            {
                _acknowledged = false;
                await HeartbeatAsync(socket, cancellationToken);
                await Task.Delay(interval, clock.Time, cancellationToken);
            }

            _zombie = true;
            socket.Abort();
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            socket.Abort();
        }
    }

    private Task HeartbeatAsync(GatewaySocket socket, CancellationToken cancellationToken)
        => socket.SendAsync(new HeartbeatFrame(GatewayOpcode.Heartbeat, session.Sequence.Last is var last and > 0 ? last : null), DiscordJson.Default.HeartbeatFrame, cancellationToken);

    /// <summary>Says goodbye, so that Discord shows the bot as gone at once, and breaks the connection.</summary>
    private async Task LeaveAsync(GatewaySocket socket)
    {
        using var brief = new CancellationTokenSource(TimeSpan.FromSeconds(1), clock.Time);
        await socket.CloseAsync(brief.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Abort();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A gateway frame could not be read and is left out: {Why}")]
    private partial void LogMalformed(string why);
}

/// <summary>Time and chance, as the gateway uses them.</summary>
internal sealed record GatewayClock(TimeProvider Time, Backoff Backoff, GatewayTimings Timings);
