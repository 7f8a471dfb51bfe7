using BriefingBot.Core.Ingestion.Fetching;

namespace BriefingBot.Tests.Ingestion.Fetching;

public sealed class CourtesyTests : FetchingTests
{
    [Fact]
    public async Task What_robots_txt_closes_is_not_asked_for()
    {
        Server.On("/robots.txt", body: "User-agent: *\nDisallow: /private").Page("/private/a", Html).Page("/open", Html);

        Assert.Equal(FetchFault.Robots, (await bench.FailsAsync(Server.Link("/private/a"))).Fault);
        Assert.IsType<FetchedPage>(await bench.AskAsync("/open"));
        Assert.Equal("/open", Assert.Single(Server.Asked).Path);
    }

    [Fact]
    public async Task Robots_txt_is_asked_for_once_a_day()
    {
        Server.On("/robots.txt", body: "").Page("/a", Html);

        await bench.AskAsync("/a");
        await bench.AskAsync("/a");
        Assert.Equal(1, Server.RobotsAsked);
        bench.Time.Now += TimeSpan.FromHours(25);
        await bench.AskAsync("/a");

        Assert.Equal(2, Server.RobotsAsked);
    }

    [Fact]
    public async Task A_redirect_does_not_lead_around_robots_txt()
    {
        Server.On("/robots.txt", body: "User-agent: BriefingBot\nDisallow: /private").Moved("/a", "/private/a").Page("/private/a", Html);

        Assert.Equal(FetchFault.Robots, (await bench.FailsAsync(Server.Link("/a"))).Fault);
        Assert.Equal("/a", Assert.Single(Server.Asked).Path);
    }

    [Theory]
    [InlineData("500 Oops", false)]
    [InlineData("503 Busy", false)]
    [InlineData("429 Slow down", false)]
    [InlineData("404 Not Found", true)]
    [InlineData("403 Forbidden", true)]
    public async Task A_host_in_trouble_with_its_robots_txt_is_left_alone(string status, bool open)
    {
        Server.On("/robots.txt", status).Page("/a", Html);

        Assert.Equal(open, await bench.AskAsync("/a") is FetchedPage);
    }

    [Fact]
    public async Task A_robots_txt_without_end_closes_the_host()
    {
        Server.Page("/a", Html).On("/robots.txt", async (_, socket, token) =>
        {
            await HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\n\r\n", token);
            while (!token.IsCancellationRequested) await HostileServer.WriteAsync(socket, new string('a', 60_000) + "\n", token);
        });

        Assert.Equal(FetchFault.Robots, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Fact]
    public async Task A_robots_txt_that_redirects_inside_is_not_followed_there()
    {
        Server.Moved("/robots.txt", "http://169.254.169.254/latest").Page("/a", Html);

        Assert.Equal(FetchFault.Address, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Thu, 06 Mar 2031 10:00:00 GMT", 3600)]
    [InlineData("99999999", 86_400)]
    public async Task A_host_that_asks_for_time_gets_it(string retryAfter, int seconds)
    {
        Server.On("/a", "429 Too Many Requests", $"Retry-After: {retryAfter}").Page("/b", Html);

        var failed = await bench.FailsAsync(Server.Link("/a"));
        Assert.Equal(bench.Time.Now.AddSeconds(seconds), failed.RetryAtUtc);
        Assert.Equal(FetchFault.Paused, (await bench.FailsAsync(Server.Link("/b"))).Fault);
        bench.Time.Now += TimeSpan.FromSeconds(seconds + 1);

        Assert.IsType<FetchedPage>(await bench.AskAsync("/b"));
        Assert.Equal(2, Server.Asked.Count);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("Thu, 06 Mar 2001 10:00:00 GMT")]
    public async Task A_time_that_makes_no_sense_is_no_pause(string retryAfter)
    {
        Server.On("/a", "503 Busy", $"Retry-After: {retryAfter}").Page("/b", Html);

        Assert.Null((await bench.FailsAsync(Server.Link("/a"))).RetryAtUtc);
        Assert.IsType<FetchedPage>(await bench.AskAsync("/b"));
    }

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time()
    {
        var (now, most) = (0, 0);
        foreach (var path in (string[])["/a", "/b", "/c"])
        {
            Server.On(path, async (_, socket, token) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(30, token);
                Interlocked.Decrement(ref now);
                await HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok", token);
            });
        }

        await Task.WhenAll(bench.AskAsync("/a"), bench.AskAsync("/b"), bench.AskAsync("/c"));

        Assert.Equal((3, 1), (Server.Asked.Count, most));
    }

    [Fact]
    public async Task A_slow_host_does_not_hold_up_another()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Page("/b", Html).On("/a", async (_, socket, token) =>
        {
            await release.Task.WaitAsync(token);
            await HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok", token);
        });

        var slow = bench.GetAsync(Server.Link("/a", "slow.example"));
        Assert.IsType<FetchedPage>(await bench.GetAsync(Server.Link("/b", "quick.example")));
        release.SetResult();

        Assert.IsType<FetchedPage>(await slow);
    }
}
