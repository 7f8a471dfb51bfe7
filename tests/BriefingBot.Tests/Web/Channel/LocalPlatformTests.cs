using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Chat;
using BriefingBot.Tests.Libraries;
using BriefingBot.Web.Channel;
using BriefingBot.Web.SignIn;

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

        Assert.Single(under.Conversation());
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

        Assert.Equal("interrupted", Assert.Single(next.Conversation()).State);
        var pending = new PendingRequest("request-1", under.Place, Visitor.Operator.Id, false, next.Now());
        Assert.NotNull(await next.Platform.ResumeAsync(pending, TestContext.Current.CancellationToken));
        Assert.Equal("working", Assert.Single(next.Conversation()).State);
        Assert.Null(await next.Platform.ResumeAsync(pending, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_conversation_is_read_backwards_in_parts()
    {
        await using var under = new Local();
        for (var n = 0; n < ExchangeDesk.Shown * 2 + 5; n++) under.Say($"request-{n}", $"/ask Number {n}?");
        var read = new List<string>();
        string? before = null;

        for (var parts = 1; ; parts++)
        {
            var part = under.Desk.Conversation(under.Key, Visitor.Operator.Id, before);
            read.InsertRange(0, part.Exchanges.Select(exchange => exchange.Asked!));
            Assert.Equal(parts < 3, part.Earlier);
            if (!part.Earlier) break;
            before = part.Exchanges[0].Id;
        }

        Assert.Equal(Enumerable.Range(0, ExchangeDesk.Shown * 2 + 5).Select(n => $"/ask Number {n}?"), read, StringComparer.Ordinal);
        Assert.Empty(under.Desk.Conversation(under.Key, Visitor.Operator.Id, "nowhere").Exchanges);
    }

    [Fact]
    public async Task What_was_cut_off_twice_says_so_in_its_place_and_is_asked_again_by_one_press_of_its_asker()
    {
        await using var under = new Local();
        var asked = under.Say("request-1", "/ask What burns?")!;
        under.Inbox.Accept(new AcceptedQuestion
        {
            AnswerId = "ANSWER0000",
            Place = under.Place,
            RequestId = "request-1",
            PersonId = Visitor.Operator.Id,
            Library = "harbour",
            Question = "What burns?",
            Conversation = "c",
            AcceptedUtc = under.Now(),
        });
        await using var next = under.Next();
        next.Inbox.Interrupt();
        var interrupted = new ChatReply { Blocks = [new TextBlock("Interrupted.")], Actions = [new ReplyButton(new ChatActionId("retry", "ANSWER0000"), "Ask again")], AnswerId = "ANSWER0000" };

        var posted = await next.Platform.PostAsync(under.Place, new PostKey("i-ANSWER0000"), interrupted, TestContext.Current.CancellationToken);

        Assert.Equal(asked.Id, posted.MessageId);
        Assert.Equal("interrupted", Assert.Single(next.Conversation()).State);
        var stranger = Visitor.Operator with { Person = new ChatPerson("local", "Mallory", "Mallory"), Role = DeskRole.Reader, Key = "k" };
        Assert.Null(next.Desk.Retry(under.Key, asked.Id, "ANSWER0000", stranger));
        Assert.NotNull(next.Desk.Retry(under.Key, asked.Id, "ANSWER0000", Visitor.Operator));
        Assert.Equal("working", Assert.Single(next.Conversation()).State);
        Assert.Null(next.Desk.Retry(under.Key, asked.Id, "ANSWER0000", Visitor.Operator));
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

        private static IReadOnlyList<CommandDefinition> Menu { get; } =
            [new CommandDefinition("ask", "") { Options = [new("question", "") { Required = true }, new("private", "", CommandOptionType.Flag)] }];

        public Local(string? folder = null)
        {
            _ownsFolder = folder is null;
            _folder = folder ?? Directory.CreateTempSubdirectory("briefingbot-local-").FullName;
            var catalog = new LibraryCatalog(_folder, TimeProvider.System);
            _bot = catalog.OpenBot();
            _shelf = new LibraryShelf(catalog);
            var channels = new LocalChannels(catalog, _shelf, new GrantStore(_bot, TimeProvider.System), new BindingStore(_bot, TimeProvider.System));
            Inbox = new InboxLog(_bot, TimeProvider.System);
            Desk = new ExchangeDesk(new ExchangeStore(_bot, TimeProvider.System), Inbox, new LocalFeed(), channels, new LocalDigests(channels, new DigestParts(TimeProvider.System)));
            _platform = new LocalPlatform(Desk, TimeProvider.System);
            _running = _platform.RunAsync((request, responder) =>
            {
                _next.TrySetResult((request, responder));
                return Task.CompletedTask;
            }, _stop.Token);
        }

        public ExchangeDesk Desk { get; }

        public InboxLog Inbox { get; }

        public IReadOnlyList<ExchangeDocument> Conversation(string? person = null) => Desk.Conversation(Key, person ?? Visitor.Operator.Id).Exchanges;

        public ChannelKey Key { get; } = LocalPlace.Channel("harbour");

        public override IChatPlatform Platform => _platform;

        public override ChatPlace Place => LocalPlace.Of(Key);

        public Local Next() => new(_folder);

        public Exchange? Say(string id, string text, Visitor? visitor = null) => _platform.Say(Key, visitor ?? Visitor.Operator, new Said(id, text, null, [], TypedCommand.Parse(text, Menu)));

        public override async Task<(ChatRequest Request, IChatResponder Responder)> AskAsync(string question, bool alone)
        {
            _next = New();
            Say($"request-{_requests++}", $"/ask {question}{(alone ? " private: true" : "")}");
            return await _next.Task;
        }

        // What everyone sees is what a page that is opened now shows.
        public override Task<int> CountAsync(string words) => Task.FromResult(Shown(Conversation("somebody else"), words));

        public override Task<int> CountForAskerAsync(string words) => Task.FromResult(Shown(Conversation(), words));

        public override async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running.ContinueWith(_ => { }, TaskScheduler.Default);
            _stop.Dispose();
            _shelf.Dispose();
            _bot.Dispose();
            if (_ownsFolder) Directory.Delete(_folder, recursive: true);
        }

        private static int Shown(IReadOnlyList<ExchangeDocument> exchanges, string words) => exchanges.Count(exchange => exchange.Reply?.Blocks.Any(block => block.Text?.Contains(words, StringComparison.Ordinal) == true) == true);

        private static TaskCompletionSource<(ChatRequest, IChatResponder)> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
