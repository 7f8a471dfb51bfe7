using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace BriefingBot.Tests.Llm;

/// <summary>An OpenAI-compatible server on a loopback socket that answers what is queued, byte by byte as the test wants it.</summary>
internal sealed class FakeModelServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<Func<Stream, CancellationToken, Task>> _replies = new();
    private readonly Channel<string> _requests = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _loop;

    public FakeModelServer()
    {
        _listener.Start();
        Endpoint = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";
        _loop = Task.Run(LoopAsync);
    }

    public string Endpoint { get; }

    public int Asked { get; private set; }

    /// <summary>Ends when a client hangs up during a stall.</summary>
    public Task HungUp => _hungUp.Task;

    /// <summary>The body of the next request, waiting for it.</summary>
    public ValueTask<string> RequestAsync(CancellationToken cancellationToken) => _requests.Reader.ReadAsync(cancellationToken);

    /// <summary>A stream of events with the text cut into pieces of this length; the bytes of each event are cut as well.</summary>
    public FakeModelServer Says(string text, int piece = 7, bool usage = true) => Reply(async (stream, token) =>
    {
        await HeadAsync(stream, "200 OK", "text/event-stream", token);
        foreach (var part in Pieces(text, piece)) await EventAsync(stream, Delta(part), token);
        await EventAsync(stream, """{"id":"x","object":"chat.completion.chunk","created":1,"model":"tiny","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""", token);
        if (usage) await EventAsync(stream, """{"id":"x","object":"chat.completion.chunk","created":1,"model":"tiny","choices":[],"usage":{"prompt_tokens":900,"completion_tokens":100,"total_tokens":1000}}""", token);
        await ChunkAsync(stream, "data: [DONE]\n\n", token);
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), token);
    });

    /// <summary>As <see cref="Says"/>, then silence until the client hangs up.</summary>
    public FakeModelServer SaysThenStalls(string text) => Reply(async (stream, token) =>
    {
        await HeadAsync(stream, "200 OK", "text/event-stream", token);
        foreach (var part in Pieces(text, 7)) await EventAsync(stream, Delta(part), token);
        await StallAsync(stream, token);
    });

    /// <summary>As <see cref="Says"/>, then the connection breaks.</summary>
    public FakeModelServer SaysThenBreaks(string text) => Reply(async (stream, token) =>
    {
        await HeadAsync(stream, "200 OK", "text/event-stream", token);
        foreach (var part in Pieces(text, 7)) await EventAsync(stream, Delta(part), token);
        await ChunkAsync(stream, "data: {\"id\":\"x\",\"cho", token);
    });

    /// <summary>Nothing at all until the client hangs up.</summary>
    public FakeModelServer Stalls() => Reply(StallAsync);

    public FakeModelServer Fails(int status, string body = """{"error":{"message":"no"}}""", string? retryAfter = "0") => Reply(async (stream, token) =>
    {
        var after = retryAfter is null ? "" : $"Retry-After: {retryAfter}\r\n";
        var bytes = Encoding.UTF8.GetBytes(body);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{after}Content-Length: {bytes.Length}\r\nConnection: close\r\n\r\n"), token);
        await stream.WriteAsync(bytes, token);
    });

    /// <summary>A reply that is not streamed.</summary>
    public FakeModelServer Answers(string text) =>
        Fails(200, """{"id":"x","object":"chat.completion","created":1,"model":"tiny","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":TEXT}}]}""".Replace("TEXT", JsonSerializer.Serialize(text), StringComparison.Ordinal));

    /// <summary>These bytes as the events of a stream.</summary>
    public FakeModelServer Sends(string raw) => Reply(async (stream, token) =>
    {
        await HeadAsync(stream, "200 OK", "text/event-stream", token);
        await ChunkAsync(stream, raw, token);
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), token);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
        _listener.Dispose();
    }

    private static IEnumerable<string> Pieces(string text, int length)
    {
        for (var at = 0; at < text.Length; at += length) yield return text[at..Math.Min(text.Length, at + length)];
    }

    private static string Delta(string text) =>
        $$"""{"id":"x","object":"chat.completion.chunk","created":1,"model":"tiny","choices":[{"index":0,"delta":{"role":"assistant","content":{{JsonSerializer.Serialize(text)}}},"finish_reason":null}]}""";

    private static async Task EventAsync(Stream stream, string json, CancellationToken token)
    {
        var text = $"data: {json}\n\n";
        var cut = text.Length / 3;
        await ChunkAsync(stream, text[..cut], token);
        await ChunkAsync(stream, text[cut..], token);
    }

    private static async Task ChunkAsync(Stream stream, string text, CancellationToken token)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), token);
        await stream.WriteAsync(bytes, token);
        await stream.WriteAsync("\r\n"u8.ToArray(), token);
    }

    private static async Task HeadAsync(Stream stream, string status, string type, CancellationToken token) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"), token);

    private static async Task<string> ReadRequestAsync(Stream stream, CancellationToken token)
    {
        var read = new StringBuilder();
        var buffer = new byte[8192];
        var head = -1;
        var length = 0;
        while (head < 0 || Encoding.UTF8.GetByteCount(read.ToString()) < head + 4 + length)
        {
            var count = await stream.ReadAsync(buffer, token);
            if (count == 0) break;
            read.Append(Encoding.UTF8.GetString(buffer, 0, count));
            head = read.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0) continue;
            var line = read.ToString()[..head].Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            length = line is null ? 0 : int.Parse(line[15..].Trim());
        }

        return head < 0 ? "" : read.ToString()[(head + 4)..];
    }

    private FakeModelServer Reply(Func<Stream, CancellationToken, Task> reply)
    {
        _replies.Enqueue(reply);
        return this;
    }

    private async Task StallAsync(Stream stream, CancellationToken token)
    {
        // A read that ends says that the client hung up.
        var end = await stream.ReadAsync(new byte[1], token);
        if (end == 0) _hungUp.TrySetResult();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                try
                {
                    var body = await ReadRequestAsync(stream, _stop.Token);
                    Asked++;
                    _requests.Writer.TryWrite(body);
                    if (_replies.TryDequeue(out var reply)) await reply(stream, _stop.Token);
                }
                catch (IOException)
                {
                    _hungUp.TrySetResult();
                }
            }
        }
        catch (Exception fault) when (_stop.IsCancellationRequested && fault is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }
}
