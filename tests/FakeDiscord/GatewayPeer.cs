using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace FakeDiscord;

/// <summary>One client's socket: frames out in order, packed if asked for, and spoilt as the faults say.</summary>
internal sealed class GatewayPeer : IDisposable
{
    private readonly WebSocket _socket;
    private readonly Faults _faults;
    private readonly Channel<Frame> _out = Channel.CreateUnbounded<Frame>();
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream? _zlib;

    public GatewayPeer(WebSocket socket, bool compress, Faults faults)
    {
        (_socket, _faults) = (socket, faults);
        _zlib = compress ? new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    public FakeSession? Session { get; set; }

    /// <summary>Whether the client came to the address READY named.</summary>
    public bool ToResume { get; init; }
    public bool SaidGoodbye { get; private set; }

    public void Send(JsonObject frame) => Send(frame.ToJsonString());

    public void Send(string text) => _out.Writer.TryWrite(new Frame(text));

    public void SendEvent(string text) => _out.Writer.TryWrite(new Frame(text) { IsEvent = true });

    public void Stop() => _out.Writer.TryComplete();

    public void Abort()
    {
        Stop();
        _socket.Abort();
    }

    /// <summary>Closes when all that was sent before is out: a frame after the closing one would break the socket, and the code with it.</summary>
    public void Close(int code)
    {
        _out.Writer.TryWrite(new Frame("") { CloseWith = code });
        Stop();
    }

    /// <summary>Null when the client closed.</summary>
    public async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        using var text = new MemoryStream();
        while (true)
        {
            var result = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                SaidGoodbye = _socket.CloseStatus is WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.EndpointUnavailable;
                return null;
            }

            text.Write(buffer, 0, result.Count);
            if (text.Length > 4096)
            {
                Close(4002);
                return null;
            }

            if (result.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in _out.Reader.ReadAllAsync(cancellationToken))
            {
                await WriteAsync(frame, cancellationToken);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            _socket.Abort();
        }
    }

    public void Dispose()
    {
        _zlib?.Dispose();
        _packed.Dispose();
    }

    private async Task WriteAsync(Frame frame, CancellationToken cancellationToken)
    {
        var (text, isEvent) = (frame.Text, frame.IsEvent);
        if (frame.CloseWith is { } code)
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", cancellationToken);
            return;
        }

        if (isEvent && _faults.Happens(_faults.Garbage))
        {
            await SendAsync("{\"op\": 0, this is no frame", cancellationToken);
        }

        if (isEvent && _faults.Happens(_faults.Reorder) && _out.Reader.TryPeek(out var next) && next.CloseWith is null && _out.Reader.TryRead(out next))
        {
            await SendAsync(next.Text, cancellationToken);
        }

        await SendAsync(text, cancellationToken);
        if (isEvent && _faults.Happens(_faults.Duplicate))
        {
            await SendAsync(text, cancellationToken);
        }

        if (isEvent && _faults.Happens(_faults.Drop))
        {
            Abort();
        }
    }

    private async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (_zlib is null)
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            return;
        }

        _packed.SetLength(0);
        _zlib.Write(bytes);
        _zlib.Flush();
        await _socket.SendAsync(_packed.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
    }

    private sealed record Frame(string Text)
    {
        public bool IsEvent { get; init; }

        /// <summary>The code of the goodbye this frame is; null for one that says something.</summary>
        public int? CloseWith { get; init; }
    }
}
