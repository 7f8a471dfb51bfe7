using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace BriefingBot.Browser;

/// <summary>
/// A model server on loopback that says its first words and nothing more until it is let to: what asks it stands still for as long as a test looks on.
/// Of its own it has no first words, and its answer is worth nothing, so the quotes are shown.
/// </summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly (string First, string Then) _words;
    private readonly HttpListener _listener = new();
    private readonly SemaphoreSlim _open = new(0);
    private readonly Channel<bool> _stalled = Channel.CreateUnbounded<bool>();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <param name="first">Sent before the gate.</param>
    /// <param name="rest">Sent behind it.</param>
    public Gate(string first = "", string rest = "I cannot say.")
    {
        _words = (first, rest);
        var port = Served.FreePort();
        Endpoint = $"http://127.0.0.1:{port}/v1";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _loop = Task.Run(LoopAsync);
    }

    public string Endpoint { get; }

    /// <summary>Settings that make the program ask here.</summary>
    public object Settings => new { Endpoint, Name = "gate", Timeout = "00:30:00" };

    /// <summary>Ends when the next question stands before the closed gate.</summary>
    public async Task StalledAsync() => await _stalled.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Lets so many questions through.</summary>
    public void Release(int questions) => _open.Release(questions);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _listener.Close();
        _open.Dispose();
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        var asked = new List<Task>();
        try
        {
            while (true) asked.Add(AnswerAsync(await _listener.GetContextAsync()));
        }
        catch (Exception fault) when (_stop.IsCancellationRequested && fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.WhenAll(asked);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.SendChunked = true;
            if (_words.First.Length > 0) await SendAsync(context, Part(_words.First, null));
            if (!await _open.WaitAsync(TimeSpan.Zero, _stop.Token))
            {
                _stalled.Writer.TryWrite(true);
                await _open.WaitAsync(_stop.Token);
            }

            foreach (var part in (string[])[Part(_words.Then, null), Part("", "stop"), "[DONE]"]) await SendAsync(context, part);
            context.Response.Close();
        }
        catch (Exception fault) when (fault is OperationCanceledException or HttpListenerException or IOException or ObjectDisposedException)
        {
            // The one who asked was killed, or the test is over.
            context.Response.Abort();
        }
    }

    private async Task SendAsync(HttpListenerContext context, string part)
    {
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"data: {part}\n\n"), _stop.Token);
        await context.Response.OutputStream.FlushAsync(_stop.Token);
    }

    private static string Part(string text, string? finish) => JsonSerializer.Serialize(new
    {
        id = "x",
        @object = "chat.completion.chunk",
        created = 1,
        model = "gate",
        choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = finish } },
    });
}
