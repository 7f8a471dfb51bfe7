using BriefingBot.Core.Chat;
using BriefingBot.Tests.Commands;

namespace BriefingBot.Tests.Chat;

/// <summary>The tests' own platform keeps what platforms promise, or what is tested over it would prove nothing.</summary>
public sealed class RecordingPlatformTests : PlatformConformance
{
    private protected override async Task<PlatformUnderTest> OpenAsync()
    {
        var under = new Recorded();
        await under.Platform.AbilitiesAsync(under.Place, TestContext.Current.CancellationToken);
        return under;
    }

    private sealed class Recorded : PlatformUnderTest
    {
        private readonly RecordingPlatform _platform = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly List<(RecordingResponder Responder, bool Alone)> _asked = [];
        private readonly Task _running;
        private TaskCompletionSource<(ChatRequest, IChatResponder)> _next = New();

        public Recorded() => _running = _platform.RunAsync((request, responder) =>
        {
            _next.TrySetResult((request, responder));
            return Task.CompletedTask;
        }, _stop.Token);

        public override IChatPlatform Platform => _platform;

        public override ChatPlace Place { get; } = new("test", "guild", "port");

        public override async Task<(ChatRequest Request, IChatResponder Responder)> AskAsync(string question, bool alone)
        {
            _next = New();
            var responder = _platform.Receive(new CommandRequest
            {
                Id = $"r{_asked.Count}",
                Place = Place,
                Person = new ChatPerson("test", "ana", "Ana"),
                Command = "ask",
                Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["question"] = question },
            });
            _asked.Add((responder, alone));
            return await _next.Task;
        }

        public override Task<int> CountAsync(string words) => Task.FromResult(Shown(reply => !reply.Private).Count(text => text.Contains(words, StringComparison.Ordinal)));

        public override Task<int> CountForAskerAsync(string words) => Task.FromResult(Shown(_ => true).Count(text => text.Contains(words, StringComparison.Ordinal)));

        public override async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running.ContinueWith(_ => { }, TaskScheduler.Default);
            _stop.Dispose();
        }

        private IEnumerable<string> Shown(Func<ChatReply, bool> seen) => _platform.Posts.Select(post => post.Reply)
            .Concat(_asked.Select(asked => asked.Responder.Finished.LastOrDefault() ?? asked.Responder.Progress.LastOrDefault()).OfType<ChatReply>())
            .Where(seen).Select(reply => reply.Text());

        private static TaskCompletionSource<(ChatRequest, IChatResponder)> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
