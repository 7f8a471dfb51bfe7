using BriefingBot.Core.Chat;

namespace BriefingBot.Tests.Chat;

/// <summary>
/// What every platform promises to those who use it. Each platform has a class that derives from this one and opens it over its own ground: real
/// sockets, files, whatever it stands on.
/// </summary>
public abstract class PlatformConformance
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The platform, running, with a channel the bot may post in.</summary>
    private protected abstract Task<PlatformUnderTest> OpenAsync();

    [Fact]
    public async Task The_same_key_posts_once()
    {
        await using var under = await OpenAsync();
        var key = new PostKey("digest-1-part-1");

        var first = await under.Platform.PostAsync(under.Place, key, Words("Once."), Stop);
        var again = await under.Platform.PostAsync(under.Place, key, Words("Twice."), Stop);
        var other = await under.Platform.PostAsync(under.Place, new PostKey("digest-1-part-2"), Words("Another."), Stop);

        Assert.Equal(first, again);
        Assert.NotEqual(first.MessageId, other.MessageId, StringComparer.Ordinal);
        Assert.Equal(1, await under.CountAsync("Once."));
        Assert.Equal(0, await under.CountAsync("Twice."));
        Assert.Equal(1, await under.CountAsync("Another."));
    }

    [Fact]
    public async Task Many_calls_with_one_key_at_once_post_once()
    {
        await using var under = await OpenAsync();
        var key = new PostKey("at-once");

        var posts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => under.Platform.PostAsync(under.Place, key, Words("At once."), Stop)));

        Assert.Single(posts.Distinct());
        Assert.Equal(1, await under.CountAsync("At once."));
    }

    [Fact]
    public async Task A_post_is_found_by_its_key_and_only_by_it()
    {
        await using var under = await OpenAsync();
        var since = under.Now() - TimeSpan.FromHours(1);
        Assert.Null(await under.Platform.FindAsync(under.Place, new PostKey("found"), since, Stop));

        var post = await under.Platform.PostAsync(under.Place, new PostKey("found"), Words("Here."), Stop);

        Assert.Equal(post, await under.Platform.FindAsync(under.Place, new PostKey("found"), since, Stop));
        Assert.Null(await under.Platform.FindAsync(under.Place, new PostKey("foun"), since, Stop));
    }

    [Fact]
    public async Task An_edit_replaces_what_a_post_shows()
    {
        await using var under = await OpenAsync();
        var post = await under.Platform.PostAsync(under.Place, new PostKey("edit"), Words("Before."), Stop);

        await under.Platform.EditAsync(post, Words("After."), Stop);

        Assert.Equal(0, await under.CountAsync("Before."));
        Assert.Equal(1, await under.CountAsync("After."));
    }

    [Fact]
    public async Task Editing_what_is_not_there_is_a_refusal_in_words()
    {
        await using var under = await OpenAsync();

        var refusal = await Assert.ThrowsAsync<ChatException>(() => under.Platform.EditAsync(new PostedMessage(under.Place, "1"), Words("Nothing."), Stop));

        Assert.NotEmpty(refusal.Message);
    }

    [Fact]
    public async Task The_bot_may_post_where_it_may_post()
    {
        await using var under = await OpenAsync();

        Assert.True((await under.Platform.AbilitiesAsync(under.Place, Stop)).HasFlag(ChatAbilities.Post));
    }

    [Fact]
    public async Task What_a_person_asks_arrives_whole_and_its_reply_is_shown_in_its_place()
    {
        await using var under = await OpenAsync();

        var (request, responder) = await under.AskAsync("How many ferries?", alone: false);
        var posted = await responder.FinishAsync(Words("Two ferries."), Stop);

        var command = Assert.IsType<CommandRequest>(request);
        Assert.Equal("ask", command.Command);
        Assert.Equal("How many ferries?", command.Options["question"]);
        Assert.Equal(under.Platform.Name, command.Place.Platform);
        Assert.Equal(under.Place.Channel, command.Place.Channel);
        Assert.Equal(under.Place.Workspace, command.Place.Workspace);
        Assert.NotEmpty(command.Id);
        Assert.NotEmpty(posted.MessageId);
        Assert.Equal(1, await under.CountAsync("Two ferries."));
    }

    [Fact]
    public async Task Nothing_of_the_progress_is_left_or_comes_after_the_reply()
    {
        await using var under = await OpenAsync();
        var (_, responder) = await under.AskAsync("Which ferries?", alone: false);

        foreach (var step in Enumerable.Range(1, 20)) await responder.ProgressAsync(new ChatReply { Blocks = [new TextBlock($"Step {step}.", TextTone.Progress)] }, Stop);
        await responder.FinishAsync(Words("The last word."), Stop);
        await under.SettleAsync();

        Assert.Equal(1, await under.CountAsync("The last word."));
        Assert.Equal(0, await under.CountAsync("Step"));
    }

    [Fact]
    public async Task A_second_finish_replaces_the_first()
    {
        await using var under = await OpenAsync();
        var (_, responder) = await under.AskAsync("Whose ferries?", alone: false);

        await responder.FinishAsync(Words("First word."), Stop);
        await responder.FinishAsync(Words("Second word."), Stop);
        await under.SettleAsync();

        Assert.Equal(0, await under.CountAsync("First word."));
        Assert.Equal(1, await under.CountAsync("Second word."));
    }

    [Fact]
    public async Task A_private_reply_is_seen_by_its_asker_only()
    {
        await using var under = await OpenAsync();
        var (_, responder) = await under.AskAsync("In private?", alone: true);

        await responder.FinishAsync(Words("Between us.") with { Private = true }, Stop);

        Assert.Equal(0, await under.CountAsync("Between us."));
        Assert.Equal(1, await under.CountForAskerAsync("Between us."));
    }

    [Fact]
    public async Task A_reply_of_any_length_is_shown_whole()
    {
        await using var under = await OpenAsync();
        var (_, responder) = await under.AskAsync("All of it?", alone: false);
        var blocks = Enumerable.Range(1, 60).Select(n => new TextBlock($"Sentence {n:000} about the harbour and {new string('x', 150)}.")).ToArray<ReplyBlock>();

        await responder.FinishAsync(new ChatReply { Blocks = blocks }, Stop);
        await under.SettleAsync();

        foreach (var n in Enumerable.Range(1, 60)) Assert.Equal(1, await under.CountAsync($"Sentence {n:000} about"));
    }

    [Fact]
    public async Task Two_people_at_once_get_each_their_own_reply()
    {
        await using var under = await OpenAsync();
        var (_, first) = await under.AskAsync("One?", alone: false);
        var (_, second) = await under.AskAsync("Two?", alone: false);

        // The one who waits longer keeps nobody waiting.
        await second.FinishAsync(Words("Reply to two."), Stop);
        await first.FinishAsync(Words("Reply to one."), Stop);

        Assert.Equal(1, await under.CountAsync("Reply to one."));
        Assert.Equal(1, await under.CountAsync("Reply to two."));
    }

    [Fact]
    public async Task Hostile_text_breaks_nothing()
    {
        await using var under = await OpenAsync();
        var (_, responder) = await under.AskAsync("Hostile?", alone: false);
        string[] hostile = ["<script>alert(1)</script>", "@everyone <@1>", "[a](javascript:alert(1))", "\u202Egnp", "e" + new string('\u0301', 2000), "\ud800 lone", "```\n~~~", "\0\a"];

        await responder.FinishAsync(new ChatReply { Blocks = [.. hostile.Select(text => new TextBlock(text)), new TextBlock("Still standing.")] }, Stop);
        await under.SettleAsync();

        Assert.Equal(1, await under.CountAsync("Still standing."));
    }

    [Fact]
    public async Task A_cancelled_call_ends_by_cancellation()
    {
        await using var under = await OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => under.Platform.PostAsync(under.Place, new PostKey("never"), Words("Never."), new CancellationToken(canceled: true)));

        Assert.Equal(0, await under.CountAsync("Never."));
    }

    private static ChatReply Words(string text) => new() { Blocks = [new TextBlock(text)] };
}

/// <summary>A platform that runs, and eyes on what people see there.</summary>
internal abstract class PlatformUnderTest : IAsyncDisposable
{
    public abstract IChatPlatform Platform { get; }

    /// <summary>A channel the bot may post in.</summary>
    public abstract ChatPlace Place { get; }

    /// <summary>A person asks by <c>/ask</c> in the channel; what of it reached the handler.</summary>
    /// <param name="question">What they ask.</param>
    /// <param name="alone">Whether they ask for a private answer.</param>
    public abstract Task<(ChatRequest Request, IChatResponder Responder)> AskAsync(string question, bool alone);

    /// <summary>How many times everyone in the channel sees these words now.</summary>
    public abstract Task<int> CountAsync(string words);

    /// <summary>How many times the person who asked last sees these words now.</summary>
    public abstract Task<int> CountForAskerAsync(string words);

    /// <summary>Waits until everything on its way has arrived.</summary>
    public virtual Task SettleAsync() => Task.CompletedTask;

    public virtual DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    public abstract ValueTask DisposeAsync();
}
