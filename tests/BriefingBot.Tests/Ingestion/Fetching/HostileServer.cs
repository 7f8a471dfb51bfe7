using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BriefingBot.Tests.Ingestion.Fetching;

/// <summary>What a client sent.</summary>
internal sealed record SentRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>Writes whatever it likes to the socket.</summary>
internal delegate Task Answer(SentRequest request, Stream socket, CancellationToken cancellationToken);

/// <summary>A server on a loopback socket of its own that answers byte for byte as a test says, each connection once.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SentRequest> requests = new();
    private readonly ConcurrentBag<Task> talks = [];
    private readonly Task accepting;

    public HostileServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>All requests but those for robots.txt.</summary>
    public List<SentRequest> Asked => [.. requests.Where(r => r.Path != "/robots.txt")];

    public int RobotsAsked => requests.Count(r => r.Path == "/robots.txt");

    public string Link(string path, string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    public HostileServer On(string path, Answer answer)
    {
        answers[path] = answer;
        return this;
    }

    public HostileServer On(string path, string status = "200 OK", string headers = "", string body = "") =>
        On(path, status, headers, Encoding.UTF8.GetBytes(body));

    public HostileServer On(string path, string status, string headers, byte[] body) => On(path, async (_, socket, token) =>
    {
        var lines = headers.Length == 0 ? "" : headers + "\r\n";
        await WriteAsync(socket, $"HTTP/1.1 {status}\r\n{lines}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n", token);
        await socket.WriteAsync(body, token);
    });

    public HostileServer Page(string path, string html, string headers = "Content-Type: text/html; charset=utf-8") => On(path, "200 OK", headers, html);

    public HostileServer Moved(string path, string to, string status = "302 Found") => On(path, status, $"Location: {to}");

    public static async Task WriteAsync(Stream socket, string text, CancellationToken cancellationToken) => await socket.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        // The loop ends by the token; a listener stopped under it would throw at its next turn.
        await accepting;
        listener.Stop();
        await Task.WhenAll(talks);
        stop.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            Assert.True(stop.IsCancellationRequested);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var held = client;
        try
        {
            var socket = client.GetStream();
            if (await ReadAsync(socket) is not { } request) return;
            requests.Enqueue(request);
            if (answers.TryGetValue(request.Path, out var answer)) await answer(request, socket, stop.Token);
            else await WriteAsync(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client hung up on us, which is what most of these tests are about.
        }
    }

    private async Task<SentRequest?> ReadAsync(Stream socket)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await socket.ReadAsync(one, stop.Token) == 0) return null;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[^1], StringComparer.OrdinalIgnoreCase);
        return new SentRequest(lines[0].Split(' ')[1], headers);
    }
}
