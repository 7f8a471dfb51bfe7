using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Discord;
using Discord.Net;
using Discord.WebSocket;

namespace BriefingBot.DiscordNet;

/// <summary>Discord.Net's connection. Its handlers put events aside and return: nothing is done on its receiving task.</summary>
internal sealed class DiscordNetGateway : IDiscordGateway
{
    private readonly DiscordNetSession _session;
    private readonly GatewayClock _clock;
    private volatile Action<string, JsonElement> _deliver = static (_, _) => { };
    private volatile TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DiscordNetGateway(DiscordNetSession session, GatewayClock clock)
    {
        (_session, _clock) = (session, clock);
        var client = session.Client;
        client.Connected += Greeted;
        client.Disconnected += Left;
        client.InteractionCreated += Took;
        client.MessageReceived += message => Deliver("MESSAGE_CREATE", JsonSerializer.SerializeToElement(ReadEntities.Message(message), DiscordJson.Default.DiscordMessage));
        client.ChannelUpdated += (_, channel) => Changed(channel);
        client.ChannelDestroyed += Changed;
        client.ThreadUpdated += (_, thread) => Changed(thread);
        client.ThreadDeleted += thread => Deliver("THREAD_DELETE", JsonSerializer.SerializeToElement(new DiscordChannel { Id = new(thread.Id) }, DiscordJson.Default.DiscordChannel));
        client.GuildUpdated += (_, _) => Deliver("GUILD_UPDATE", default);
        client.LeftGuild += _ => Deliver("GUILD_DELETE", default);
        client.RoleCreated += _ => Deliver("GUILD_ROLE_CREATE", default);
        client.RoleUpdated += (_, _) => Deliver("GUILD_ROLE_UPDATE", default);
        client.RoleDeleted += _ => Deliver("GUILD_ROLE_DELETE", default);
    }

    public async Task RunAsync(Action<string, JsonElement> deliver, CancellationToken cancellationToken)
    {
        _deliver = deliver;
        var ended = _ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await EnterAsync(cancellationToken);
        await _session.Client.StartAsync();
        try
        {
            await ended.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            await _session.Client.StopAsync();
        }
    }

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await _session.EnterAsync(cancellationToken);
                return;
            }
            catch (DiscordApiException refusal) when (refusal.Status == System.Net.HttpStatusCode.Unauthorized)
            {
                throw new ChatException(CloseVerdict.Of(4004).Reason, refusal);
            }
            catch (DiscordApiException)
            {
                await Task.Delay(_clock.Backoff.After(failures), _clock.Time, cancellationToken);
            }
        }
    }

    private Task Greeted()
    {
        var ready = new ReadyData { User = ReadEntities.User(_session.Client.CurrentUser), SessionId = "", ResumeGatewayUrl = "" };
        return Deliver("READY", JsonSerializer.SerializeToElement(ready, DiscordJson.Default.ReadyData));
    }

    /// <summary>The library would try for ever what only a changed setting helps.</summary>
    private Task Left(Exception fault)
    {
        var closed = fault as WebSocketClosedException ?? fault.InnerException as WebSocketClosedException;
        if (closed is not null && CloseVerdict.Of(closed.CloseCode) is { Next: NextStep.GiveUp } verdict) _ended.TrySetException(new ChatException(verdict.Reason, fault));
        return Task.CompletedTask;
    }

    private Task Took(SocketInteraction interaction)
    {
        _session.Interactions.Add(interaction);
        return Deliver("INTERACTION_CREATE", JsonSerializer.SerializeToElement(ReadInteractions.Of(interaction), DiscordJson.Default.Interaction));
    }

    private Task Changed(IChannel channel) => Deliver("CHANNEL_UPDATE", JsonSerializer.SerializeToElement(new DiscordChannel { Id = new(channel.Id) }, DiscordJson.Default.DiscordChannel));

    private Task Deliver(string name, JsonElement data)
    {
        _deliver(name, data);
        return Task.CompletedTask;
    }
}
