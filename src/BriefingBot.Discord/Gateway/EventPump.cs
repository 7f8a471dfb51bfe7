using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Stands between the receive loop and what is done about events: putting one aside never waits, each is handled on its own,
/// and a fault in one is logged and ends there.
/// </summary>
internal sealed partial class EventPump(Func<string, JsonElement, CancellationToken, Task> handle, ILogger logger)
{
    private readonly Channel<(string Name, JsonElement Data)> _events = Channel.CreateUnbounded<(string, JsonElement)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    /// <summary>Puts an event aside.</summary>
    public void Add(string name, JsonElement data) => _events.Writer.TryWrite((name, data));

    /// <summary>Handles events until cancelled, then waits for what is under way.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (name, data) in _events.Reader.ReadAllAsync(cancellationToken))
            {
                var task = Task.Run(() => HandleAsync(name, data, cancellationToken), CancellationToken.None);
                _running.TryAdd(task, 0);
                _ = task.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
        finally
        {
            await Task.WhenAll(_running.Keys);
        }
    }

    private async Task HandleAsync(string name, JsonElement data, CancellationToken cancellationToken)
    {
        try
        {
            await handle(name, data, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(name);
        }
        catch (JsonException fault)
        {
            LogMalformed(name, fault.Message);
        }
        catch (Exception fault)
        {
            LogFault(fault, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Name}: stopped while it was handled")]
    private partial void LogStopped(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} could not be read and is left out: {Why}")]
    private partial void LogMalformed(string name, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Name} could not be handled")]
    private partial void LogFault(Exception fault, string name);
}
