using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Chat;
using BriefingBot.Tests.Libraries;
using BriefingBot.Web.Channel;

namespace BriefingBot.Tests.Web.Channel;

/// <summary>The page keeps what every platform promises.</summary>
public sealed class LocalPlatformTests : PlatformConformance
{
    [Fact]
    public async Task The_same_request_is_one_exchange()
    {
        await using var under = new Local();

        Assert.NotNull(under.Say("request-1", "/ask What burns?"));
        Assert.Null(under.Say("request-1", "/ask What burns?"));

        Assert.Single(under.Desk.Conversation(under.Key).Exchanges);
    }

    [Fact]
    public async Task Nothing_quoted_is_kept_in_the_conversation()
    {
        await using var under = new Local();
        var (_, responder) = await under.AskAsync("Quote it?", alone: false);

        await responder.FinishAsync(new ChatReply { Blocks = [new TextBlock("The bot's words."), new QuoteBlock(1, "before", "the lamp burns", "after")] }, TestContext.Current.CancellationToken);

        Assert.Equal(1, await under.CountAsync("The bot's words."));
        Assert.Equal(0, await under.CountAsync("the lamp burns"));
    }

    [Fact]
    public async Task An_exchange_that_another_run_left_open_is_interrupted_and_taken_up_once()
    {
        await using var under = new Local();
        under.Say("request-1", "/ask What burns?");
        await using var next = under.Next();

        Assert.Equal("interrupted", Assert.Single(next.Desk.Conversation(under.Key).Exchanges).State);
        var pending = new PendingRequest("request-1", under.Place, LocalPlace.Person.Id, false, next.Now());
        Assert.NotNull(await next.Platform.ResumeAsync(pending, TestContext.Current.CancellationToken));
        Assert.Equal("working", Assert.Single(next.Desk.Conversation(under.Key).Exchanges).State);
        Assert.Null(await next.Platform.ResumeAsync(pending, TestContext.Current.CancellationToken));
    }

    private protected override Task<PlatformUnderTest> OpenAsync() => Task.FromResult<PlatformUnderTest>(new Local());

    private sealed class Local : PlatformUnderTest
    {
        private readonly string _folder;
        private readonly bool _ownsFolder;
        private readonly BotFile _bot;
        private readonly LibraryShelf _shelf;
        private readonly LocalPlatform _platform;
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;
        private TaskCompletionSource<(ChatRequest, IChatResponder)> _next = New();
        private int _requests;

        public Local(string? folder = null)
        {
            _ownsFolder = folder is null;
            _folder = folder ?? Directory.CreateTempSubdirectory("briefingbot-local-").FullName;
            var catalog = new LibraryCatalog(_folder, TimeProvider.System);
            _bot = catalog.OpenBot();
            _shelf = new LibraryShelf(catalog);
            var channels = new LocalChannels(catalog, _shelf, new GrantStore(_bot, TimeProvider.System), new BindingStore(_bot, TimeProvider.System));
            Desk = new ExchangeDesk(new ExchangeStore(_bot, TimeProvider.System), new LocalFeed(), channels, new LocalDigests(channels, new DigestParts(TimeProvider.System)));
            _platform = new LocalPlatform(Desk, TimeProvider.System);
            _running = _platform.RunAsync((request, responder) =>
            {
                _next.TrySetResult((request, responder));
                return Task.CompletedTask;
            }, _stop.Token);
        }

        public ExchangeDesk Desk { get; }

        public ChannelKey Key { get; } = LocalPlace.Channel("harbour");

        public override IChatPlatform Platform => _platform;

        public override ChatPlace Place => LocalPlace.Of(Key);

        public Local Next() => new(_folder);

        public Exchange? Say(string id, string text) => _platform.Say(Key, id, text, null, [], TypedCommand.Parse(text, [new CommandDefinition("ask", "") { Options = [new("question", "") { Required = true }] }]));

        public override async Task<(ChatRequest Request, IChatResponder Responder)> AskAsync(string question, bool alone)
        {
            _next = New();
            Say($"request-{_requests++}", $"/ask {question}");
            return await _next.Task;
        }

        // What everyone sees is what a page that is opened now shows.
        public override Task<int> CountAsync(string words) => Task.FromResult(Shown(Desk.Conversation(Key).Exchanges, words, isPrivate: false));

        public override Task<int> CountForAskerAsync(string words) => Task.FromResult(Shown(Desk.Conversation(Key).Exchanges, words, isPrivate: null));

        public override async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running.ContinueWith(_ => { }, TaskScheduler.Default);
            _stop.Dispose();
            _shelf.Dispose();
            _bot.Dispose();
            if (_ownsFolder) Directory.Delete(_folder, recursive: true);
        }

        private int Shown(IReadOnlyList<ExchangeDocument> exchanges, string words, bool? isPrivate) => exchanges
            .Where(exchange => isPrivate is null || Desk.Find(Key, exchange.Id)!.Private == isPrivate)
            .Count(exchange => exchange.Reply?.Blocks.Any(block => block.Text?.Contains(words, StringComparison.Ordinal) == true) == true);

        private static TaskCompletionSource<(ChatRequest, IChatResponder)> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
