using Discord.Net.WebSockets;

namespace BriefingBot.DiscordNet;

/// <summary>
/// Discord.Net's own socket, with a pause between frames while the library is still taking one in: it marks a guild that came as told on another thread,
/// and until then drops, with a debug line, whatever comes of that guild. After a new session that is the first thing people say.
/// </summary>
internal sealed class SettlingSocket : IWebSocketClient
{
    private readonly IWebSocketClient _inner;

    /// <param name="inner">What the frames come by.</param>
    /// <param name="settled">Ends when the next frame may be handed on.</param>
    public SettlingSocket(IWebSocketClient inner, Func<Task> settled)
    {
        _inner = inner;
        inner.BinaryMessage += async (data, index, count) =>
        {
            await (BinaryMessage?.Invoke(data, index, count) ?? Task.CompletedTask);
            await settled();
        };
        inner.TextMessage += async text =>
        {
            await (TextMessage?.Invoke(text) ?? Task.CompletedTask);
            await settled();
        };
        inner.Closed += fault => Closed?.Invoke(fault) ?? Task.CompletedTask;
    }

    public event Func<byte[], int, int, Task>? BinaryMessage;

    public event Func<string, Task>? TextMessage;

    public event Func<Exception, Task>? Closed;

    public void SetHeader(string key, string value) => _inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => _inner.SetCancelToken(cancelToken);

    public Task ConnectAsync(string host) => _inner.ConnectAsync(host);

    public Task DisconnectAsync(int closeCode = 1000) => _inner.DisconnectAsync(closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText) => _inner.SendAsync(data, index, count, isText);

    public void Dispose() => _inner.Dispose();
}
