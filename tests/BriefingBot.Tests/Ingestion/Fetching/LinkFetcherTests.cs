using System.IO.Compression;
using System.Text;
using BriefingBot.Core.Ingestion.Fetching;

namespace BriefingBot.Tests.Ingestion.Fetching;

public sealed class LinkFetcherTests : FetchingTests
{
    [Fact]
    public async Task A_page_is_read_with_what_the_host_says_of_it()
    {
        Server.On("/a", "200 OK", "Content-Type: text/html; charset=ISO-8859-1\r\nETag: \"v1\"\r\nLast-Modified: Mon, 03 Mar 2031 08:00:00 GMT", Html);

        var page = Assert.IsType<FetchedPage>(await bench.AskAsync("/a"));

        Assert.Equal(Html, Encoding.UTF8.GetString(page.Bytes.Span));
        Assert.Equal(("text/html", "ISO-8859-1", bench.Time.Now), (page.MediaType, page.Charset, page.FetchedUtc));
        Assert.Equal(new PageValidators("\"v1\"", "Mon, 03 Mar 2031 08:00:00 GMT"), page.Validators);
        Assert.Null(page.MovedTo);
    }

    [Fact]
    public async Task It_says_who_it_is_and_sends_nothing_that_tells_more()
    {
        bench.Options.Contact = "mailto:desk@courier.example";
        Server.Page("/a", Html);

        await bench.AskAsync("/a");

        var sent = Assert.Single(Server.Asked);
        Assert.StartsWith("BriefingBot/", sent.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Contains("desk@courier.example", sent.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Null(sent.Header("Cookie"));
        Assert.Null(sent.Header("Referer"));
        Assert.Null(sent.Header("Authorization"));
    }

    [Fact]
    public async Task Cookies_of_one_answer_do_not_come_back_with_the_next()
    {
        Server.On("/a", "302 Found", "Set-Cookie: s=1\r\nLocation: /b").Page("/b", Html);

        await bench.AskAsync("/a");

        Assert.Null(Server.Asked[^1].Header("Cookie"));
    }

    [Fact]
    public async Task Known_validators_are_sent_and_not_modified_is_an_outcome()
    {
        Server.On("/a", "304 Not Modified");

        var outcome = await bench.AskAsync("/a", new PageValidators("W/\"x\"", "Mon, 03 Mar 2031 08:00:00 GMT"));

        Assert.IsType<PageNotModified>(outcome);
        var sent = Assert.Single(Server.Asked);
        Assert.Equal(("W/\"x\"", "Mon, 03 Mar 2031 08:00:00 GMT"), (sent.Header("If-None-Match"), sent.Header("If-Modified-Since")));
    }

    [Fact]
    public async Task Not_modified_without_having_asked_is_no_page()
    {
        Server.On("/a", "304 Not Modified");

        Assert.Equal(FetchFault.Status, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_page_is_unpacked(string encoding)
    {
        Server.On("/a", "200 OK", $"Content-Type: text/html\r\nContent-Encoding: {encoding}", Pack(encoding, Encoding.UTF8.GetBytes(Html)));

        var page = Assert.IsType<FetchedPage>(await bench.AskAsync("/a"));

        Assert.Equal(Html, Encoding.UTF8.GetString(page.Bytes.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_page_that_bursts_is_not_read(string encoding)
    {
        Server.On("/bomb", "200 OK", $"Content-Type: text/html\r\nContent-Encoding: {encoding}", Pack(encoding, new byte[2_500_000]));

        var failed = await bench.FailsAsync(Server.Link("/bomb"));

        Assert.Equal(FetchFault.Compression, failed.Fault);
        Assert.Contains("times what was sent", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_unpacks_to_too_much_is_not_read_whatever_its_ratio()
    {
        bench.Options.MaxCompressionRatio = 2000;
        Server.On("/bomb", "200 OK", "Content-Encoding: gzip", Pack("gzip", new byte[8_000_000]));

        Assert.Equal(FetchFault.Size, (await bench.FailsAsync(Server.Link("/bomb"))).Fault);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    [InlineData("gzip, br, gzip, br")]
    [InlineData("made-up")]
    public async Task A_packing_that_was_not_asked_for_is_not_read(string encoding)
    {
        Server.On("/a", "200 OK", $"Content-Encoding: {encoding}", "zzzz");

        Assert.Equal(FetchFault.Compression, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Fact]
    public async Task Bytes_that_are_not_packed_as_they_say_are_a_failure()
    {
        Server.On("/a", "200 OK", "Content-Encoding: gzip", "this is no gzip at all, not even nearly");

        Assert.Equal(FetchFault.Compression, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_refused_before_the_body()
    {
        Server.On("/a", (_, socket, token) => HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", token));

        var failed = await bench.FailsAsync(Server.Link("/a"));

        Assert.Equal(FetchFault.Size, failed.Fault);
        Assert.Contains("Ingestion:MaxItemBytes", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off_at_the_limit()
    {
        Server.On("/a", async (_, socket, token) =>
        {
            await HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", token);
            var block = new byte[65_536];
            while (!token.IsCancellationRequested) await socket.WriteAsync(block, token);
        });

        Assert.Equal(FetchFault.Size, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Fact]
    public async Task Chunks_without_end_are_cut_off_at_the_limit()
    {
        Server.On("/a", async (_, socket, token) =>
        {
            await HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", token);
            var chunk = "FFF0\r\n" + new string('x', 0xFFF0) + "\r\n";
            while (!token.IsCancellationRequested) await HostileServer.WriteAsync(socket, chunk, token);
        });

        Assert.Equal(FetchFault.Size, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_given_up()
    {
        bench.Options.Timeout = TimeSpan.FromMilliseconds(300);
        Server.On("/a", (_, _, token) => Task.Delay(Timeout.Infinite, token));

        var failed = await bench.FailsAsync(Server.Link("/a"));

        Assert.Equal(FetchFault.Time, failed.Fault);
        Assert.Contains("Fetching:Timeout", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_sends_a_byte_now_and_then_is_given_up()
    {
        bench.Options.Timeout = TimeSpan.FromMilliseconds(400);
        Server.On("/a", async (_, socket, token) =>
        {
            await HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", token);
            while (true)
            {
                await HostileServer.WriteAsync(socket, "x", token);
                await Task.Delay(20, token);
            }
        });

        Assert.Equal(FetchFault.Time, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Fact]
    public async Task Headers_without_end_are_given_up()
    {
        Server.On("/a", async (_, socket, token) =>
        {
            await HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\n", token);
            for (var i = 0; !token.IsCancellationRequested; i++) await HostileServer.WriteAsync(socket, $"X-{i}: {new string('x', 1000)}\r\n", token);
        });

        Assert.Equal(FetchFault.Network, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<html>only this")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nonly")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZZ\r\nno chunk")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    [InlineData("\0\0\0\0\u00FF\u00FF\u00FF")]
    [InlineData("")]
    public async Task A_broken_answer_is_a_failure_and_no_page(string raw)
    {
        Server.On("/a", (_, socket, token) => HostileServer.WriteAsync(socket, raw, token));

        var failed = await bench.FailsAsync(Server.Link("/a"));

        Assert.Equal(FetchFault.Network, failed.Fault);
        Assert.Contains("127.0.0.1", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("401 Unauthorized", "login")]
    [InlineData("402 Payment Required", "paywall")]
    [InlineData("403 Forbidden", "closed to programs")]
    [InlineData("404 Not Found", "no page")]
    [InlineData("410 Gone", "gone for good")]
    [InlineData("451 Unavailable", "legal")]
    [InlineData("500 Oops", "fault")]
    [InlineData("204 No Content", "no page")]
    [InlineData("206 Partial Content", "no page")]
    [InlineData("300 Multiple Choices", "check the link")]
    public async Task Any_other_status_is_a_sentence(string status, string says)
    {
        Server.On("/a", status);

        var failed = await bench.FailsAsync(Server.Link("/a"));

        Assert.Equal((FetchFault.Status, (int?)int.Parse(status[..3])), (failed.Fault, failed.Status));
        Assert.Contains(says, failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("video/mp4")]
    [InlineData("audio/mpeg")]
    public async Task A_picture_or_recording_is_not_read(string media)
    {
        Server.On("/a", "200 OK", $"Content-Type: {media}", "x");

        Assert.Equal(FetchFault.Kind, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Fact]
    public async Task An_empty_page_is_no_page()
    {
        Server.Page("/a", "");

        Assert.Contains("empty", (await bench.FailsAsync(Server.Link("/a"))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_the_caller_stops_the_request()
    {
        using var stop = new CancellationTokenSource();
        Server.On("/a", async (_, _, token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Fetcher.FetchAsync(Server.Link("/a"), null, stop.Token));
    }

    private static byte[] Pack(string encoding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
            "deflate" => new ZLibStream(packed, CompressionLevel.SmallestSize),
            _ => new BrotliStream(packed, CompressionLevel.SmallestSize),
        })
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}
