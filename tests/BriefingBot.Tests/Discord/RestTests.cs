using System.Net;
using System.Text;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Discord;

/// <summary>The REST client against answers said beforehand, on a clock that is moved by hand.</summary>
public sealed class RestTests : IDisposable
{
    private static readonly Snowflake Channel = new(77);
    private readonly ManualClock _clock = new();
    private readonly Script _script = new();

    [Fact]
    public async Task A_limited_call_waits_as_long_as_it_is_told_and_is_repeated()
    {
        _script.Answer(HttpStatusCode.TooManyRequests, """{"message":"You are being rate limited.","retry_after":12.5,"global":false}""", ("Retry-After", "13")).Answer();
        var began = _clock.GetUtcNow();

        await CallAsync(DiscordRoute.CreateMessage(Channel));

        Assert.Equal(2, _script.Calls.Count);
        Assert.InRange((_clock.GetUtcNow() - began).TotalSeconds, 12.5, 13);
    }

    [Fact]
    public async Task A_limited_call_that_may_not_be_repeated_otherwise_is_repeated_since_nothing_was_done()
    {
        _script.Answer(HttpStatusCode.TooManyRequests, """{"retry_after":0.1}""").Answer();

        await CallAsync(DiscordRoute.FollowUp(Channel, "t"));

        Assert.Equal(2, _script.Calls.Count);
    }

    [Fact]
    public async Task A_global_limit_holds_everything_but_interactions()
    {
        _script.Answer(HttpStatusCode.TooManyRequests, """{"retry_after":30,"global":true}""", ("X-RateLimit-Global", "true")).Answer().Answer().Answer();
        var rest = Rest();
        var first = rest.CallAsync(DiscordRoute.Gateway(), null, CancellationToken.None);
        var began = _clock.GetUtcNow();
        await rest.CallAsync(DiscordRoute.Callback(new Snowflake(1), "t", TimeSpan.FromSeconds(2)), null, CancellationToken.None);
        Assert.Equal(began, _clock.GetUtcNow());

        var other = rest.CallAsync(DiscordRoute.Application(), null, CancellationToken.None);
        Assert.False(other.IsCompleted);
        await _clock.RunAsync(other);
        await _clock.RunAsync(first);

        Assert.True((_clock.GetUtcNow() - began).TotalSeconds >= 30);
    }

    [Fact]
    public async Task An_exhausted_bucket_is_not_called_until_it_is_full_again()
    {
        (string, string)[] last = [("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "4.2"), ("X-RateLimit-Bucket", "abc")];
        _script.Answer(HttpStatusCode.OK, "{}", last).Answer(HttpStatusCode.OK, "{}", last).Answer();
        var rest = Rest();
        await rest.CallAsync(DiscordRoute.CreateMessage(Channel), null, CancellationToken.None);
        var began = _clock.GetUtcNow();

        await rest.CallAsync(DiscordRoute.CreateMessage(new Snowflake(78)), null, CancellationToken.None);
        Assert.Equal(began, _clock.GetUtcNow());
        await _clock.RunAsync(rest.CallAsync(DiscordRoute.CreateMessage(Channel), null, CancellationToken.None));

        Assert.True((_clock.GetUtcNow() - began).TotalSeconds >= 4.2);
    }

    [Fact]
    public async Task What_a_bucket_has_left_is_shared_among_the_calls_under_way()
    {
        _script.Answer(HttpStatusCode.OK, "{}", ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "2"), ("X-RateLimit-Reset-After", "4.2"), ("X-RateLimit-Bucket", "abc"));
        var rest = Rest();
        await rest.CallAsync(DiscordRoute.CreateMessage(Channel), null, CancellationToken.None);
        _script.Silence();
        using var stop = new CancellationTokenSource();

        var calls = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => rest.CallAsync(DiscordRoute.CreateMessage(Channel), null, stop.Token)));

        Assert.Equal(1 + 2, _script.Calls.Count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task A_failure_of_theirs_is_repeated_where_that_is_safe(HttpStatusCode status)
    {
        _script.Answer(status, "<html>").Answer(status, "").Answer();

        await CallAsync(DiscordRoute.CreateMessage(Channel));

        Assert.Equal(3, _script.Calls.Count);
    }

    [Fact]
    public async Task A_failure_of_theirs_is_not_repeated_where_it_could_be_done_twice()
    {
        _script.Answer(HttpStatusCode.BadGateway, "").Answer();

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => CallAsync(DiscordRoute.FollowUp(Channel, "t")));

        Assert.True(refusal.Transient);
        Assert.Single(_script.Calls);
    }

    [Fact]
    public async Task A_call_that_gets_no_answer_is_repeated_where_that_is_safe_and_ends_in_time()
    {
        _script.Silence();

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => CallAsync(DiscordRoute.Gateway()));

        Assert.True(refusal.Transient);
        Assert.InRange(_script.Calls.Count, 3, 6);
    }

    [Fact]
    public async Task A_refusal_says_the_code_and_the_field_that_was_wrong()
    {
        _script.Answer(
            HttpStatusCode.BadRequest,
            """{"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"description":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 4096 or fewer in length."}]}}}}}""");

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => CallAsync(DiscordRoute.CreateMessage(Channel)));

        Assert.Equal(50035, refusal.Code);
        Assert.Equal(new FieldError("embeds.0.description", "BASE_TYPE_MAX_LENGTH", "Must be 4096 or fewer in length."), Assert.Single(refusal.Fields));
        Assert.Contains("embeds.0.description", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[1]")]
    [InlineData("""{"code":"x","errors":7}""")]
    [InlineData("""{"errors":{"_errors":[3]}}""")]
    public async Task A_refusal_without_reason_is_still_a_sentence(string body)
    {
        _script.Answer(HttpStatusCode.BadRequest, body);

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => CallAsync(DiscordRoute.CreateMessage(Channel)));

        Assert.Contains("400", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_token_is_refused_nothing_more_is_sent()
    {
        _script.Answer(HttpStatusCode.Unauthorized, """{"message":"401: Unauthorized","code":0}""");
        var rest = Rest();
        await Assert.ThrowsAsync<DiscordApiException>(() => rest.CallAsync(DiscordRoute.Gateway(), null, CancellationToken.None));

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => rest.CallAsync(DiscordRoute.Gateway(), null, CancellationToken.None));

        Assert.Contains("Discord:Token", refusal.Message, StringComparison.Ordinal);
        Assert.Single(_script.Calls);
    }

    [Fact]
    public void Well_before_the_ceiling_of_invalid_calls_sending_stops_for_a_while()
    {
        var ceiling = new InvalidRequestCeiling(_clock);
        for (var n = 0; n < InvalidRequestCeiling.Ceiling; n++)
        {
            Assert.Null(ceiling.Closed());
            ceiling.Count();
        }

        Assert.NotNull(ceiling.Closed());
        _clock.Advance(InvalidRequestCeiling.Window);
        Assert.Null(ceiling.Closed());
    }

    [Fact]
    public async Task An_answer_larger_than_any_of_theirs_is_not_read_to_its_end()
    {
        _script.Answer(HttpStatusCode.OK, new string(' ', 9_000_000));

        await Assert.ThrowsAsync<DiscordApiException>(() => CallAsync(DiscordRoute.FollowUp(Channel, "t")));
    }

    [Fact]
    public async Task The_token_goes_with_calls_of_the_bot_and_not_with_those_that_have_their_own()
    {
        _script.Answer().Answer();
        await CallAsync(DiscordRoute.Gateway());
        await CallAsync(DiscordRoute.FollowUp(Channel, "t"));

        Assert.Equal("Bot secret", _script.Calls[0].Authorization);
        Assert.Null(_script.Calls[1].Authorization);
    }

    public void Dispose() => _script.Dispose();

    private Task<byte[]> CallAsync(DiscordRoute route) => _clock.RunAsync(Rest().CallAsync(route, null, CancellationToken.None));

    private DiscordRest Rest() => new(
        new HttpClient(_script) { Timeout = Timeout.InfiniteTimeSpan },
        new DiscordCredentials("secret", "http://discord.test/api/v10/"),
        _clock,
        new Random(1),
        NullLogger<DiscordRest>.Instance);

    private sealed class Script : HttpMessageHandler
    {
        private readonly Queue<HttpResponseMessage> _answers = new();
        private bool _silent;

        public List<(string Path, string? Authorization)> Calls { get; } = [];

        public Script Answer(HttpStatusCode status = HttpStatusCode.OK, string body = "{}", params (string Name, string Value)[] headers)
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) };
            foreach (var (name, value) in headers)
            {
                answer.Headers.TryAddWithoutValidation(name, value);
            }

            _answers.Enqueue(answer);
            return this;
        }

        public void Silence() => _silent = true;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add((request.RequestUri!.AbsolutePath, request.Headers.Authorization?.ToString()));
            if (_silent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return _answers.Dequeue();
        }
    }
}
