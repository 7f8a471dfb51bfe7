using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Gateway;

/// <summary>What came: a frame, bytes that are none, or the end.</summary>
internal abstract record Received
{
    internal sealed record Frame(GatewayFrame Value) : Received;

    /// <summary>A message that is no frame; the next may be one.</summary>
    internal sealed record Malformed(string Why) : Received;

    internal sealed record Closed(int? Code) : Received;
}

/// <summary>A WebSocket that speaks frames. One reader; any number of writers, one at a time.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ZlibStreamInflater _inflater = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly byte[] _buffer = new byte[16 * 1024];

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(address, cancellationToken);

    public async Task SendAsync<T>(T frame, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(frame, type);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The compression is spoilt: nothing after this can be read.</exception>
    public async Task<Received> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            using var message = new MemoryStream();
            ValueWebSocketReceiveResult result;
            do
            {
                result = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    return new Received.Closed((int?)_socket.CloseStatus);
                }

                if (message.Length + result.Count > ZlibStreamInflater.LargestFrame)
                {
                    throw new InvalidDataException("A gateway message is too large.");
                }

                message.Write(_buffer, 0, result.Count);
            }
            while (!result.EndOfMessage);

            var bytes = result.MessageType == WebSocketMessageType.Text ? message.ToArray() : _inflater.Add(message.GetBuffer().AsSpan(0, (int)message.Length));
            if (bytes is not null)
            {
                return Parse(bytes);
            }
        }
    }

    /// <summary>Says goodbye, which ends the session on Discord's side too.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
    }

    /// <summary>Breaks the connection without a word: the session stays resumable.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _inflater.Dispose();
        _writing.Dispose();
    }

    private static Received Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, DiscordJson.Default.GatewayFrame) is { } frame
                ? new Received.Frame(frame)
                : new Received.Malformed("null");
        }
        catch (JsonException fault)
        {
            return new Received.Malformed(fault.Message);
        }
    }
}
