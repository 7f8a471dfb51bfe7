using BriefingBot.Core.Ingestion.Fetching;

namespace BriefingBot.Tests.Ingestion.Fetching;

public sealed class GuardedHopTests : FetchingTests
{
    [Fact]
    public async Task Without_the_option_loopback_is_never_asked()
    {
        bench.Options.AllowLoopback = false;
        Server.Page("/a", Html);

        Assert.Equal(FetchFault.Address, (await bench.FailsAsync(Server.Link("/a"))).Fault);
        Assert.Equal(FetchFault.Address, (await bench.FailsAsync(Server.Link("/a", "courier.example"))).Fault);
        Assert.Empty(Server.Asked);
        Assert.Equal(0, Server.RobotsAsked);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("127。0。0。1")]
    [InlineData("127.0.0.1.")]
    [InlineData("[fe80::1%25lo]")]
    [InlineData("[fe80::1%lo]")]
    [InlineData("[0:0:0:0:0:ffff:0a00:0001]")]
    [InlineData("[2a00:1450:4001:82b:0:5efe:7f00:1]")]
    [InlineData("%31%32%37.0.0.1")]
    public async Task No_spelling_of_a_closed_address_gets_through(string host)
    {
        bench.Options.AllowLoopback = false;
        bench.Options.Timeout = TimeSpan.FromSeconds(2);
        Server.Page("/a", Html);

        var failed = await bench.FailsAsync($"http://{host}:{Server.Port}/a");

        Assert.True(failed.Fault is FetchFault.Address or FetchFault.Link, failed.Reason);
        Assert.Empty(Server.Asked);
    }

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.1.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("2002:a00:1::1")]
    public async Task A_name_that_leads_to_a_closed_address_is_not_asked(string address)
    {
        bench.Name("intranet.example", address);

        var failed = await bench.FailsAsync("http://intranet.example/a");

        Assert.Equal(FetchFault.Address, failed.Fault);
        Assert.Contains("intranet.example", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_addresses_only_open_ones_are_connected_to()
    {
        bench.Name("mixed.example", "10.0.0.1,127.0.0.1");
        Server.Page("/a", Html);

        Assert.IsType<FetchedPage>(await bench.GetAsync(Server.Link("/a", "mixed.example")));
    }

    [Fact]
    public async Task A_name_that_changes_its_address_after_the_first_look_is_caught_at_the_next()
    {
        // Open for robots.txt and the first page, closed for the page it redirects to.
        bench.Name("rebind.example", "127.0.0.1", "127.0.0.1", "10.0.0.1");
        Server.Moved("/a", "/b").Page("/b", Html);

        var failed = await bench.FailsAsync(Server.Link("/a", "rebind.example"));

        Assert.Equal(FetchFault.Address, failed.Fault);
        Assert.Equal("/a", Assert.Single(Server.Asked).Path);
    }

    [Theory]
    [InlineData("http://10.0.0.1/secret")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]/latest")]
    [InlineData("http://[::ffff:192.168.0.1]/")]
    public async Task A_redirect_to_a_closed_address_is_not_followed(string target)
    {
        Server.Moved("/a", target);

        Assert.Equal(FetchFault.Address, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://courier.example/a")]
    [InlineData("gopher://courier.example:70/_x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("http://desk:s3cr3t@courier.example/")]
    [InlineData("http://good.example@10.0.0.1/")]
    public async Task A_redirect_to_what_is_no_plain_link_is_not_followed(string target)
    {
        Server.Moved("/a", target);

        var failed = await bench.FailsAsync(Server.Link("/a"));

        Assert.Equal(FetchFault.Redirect, failed.Fault);
        Assert.DoesNotContain("s3cr3t", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("301 Moved Permanently", true)]
    [InlineData("308 Permanent Redirect", true)]
    [InlineData("302 Found", false)]
    [InlineData("303 See Other", false)]
    [InlineData("307 Temporary Redirect", false)]
    public async Task A_redirect_is_followed_and_only_a_permanent_one_remembered(string status, bool permanent)
    {
        Server.Moved("/a", "../b?x=1#part", status).Page("/b?x=1", Html);

        var page = Assert.IsType<FetchedPage>(await bench.AskAsync("/a"));

        Assert.Equal("/b?x=1", page.Address.PathAndQuery);
        Assert.Equal(permanent, page.MovedTo is not null);
    }

    [Fact]
    public async Task A_circle_of_redirects_ends()
    {
        Server.Moved("/a", "/b").Moved("/b", "/a");

        var failed = await bench.FailsAsync(Server.Link("/a"));

        Assert.Equal(FetchFault.Redirect, failed.Fault);
        Assert.Equal(2, Server.Asked.Count);
    }

    [Fact]
    public async Task Redirects_without_end_end()
    {
        for (var i = 0; i < 20; i++) Server.Moved($"/{i}", $"/{i + 1}");

        Assert.Equal(FetchFault.Redirect, (await bench.FailsAsync(Server.Link("/0"))).Fault);
        Assert.Equal(bench.Options.MaxRedirects + 1, Server.Asked.Count);
    }

    [Fact]
    public async Task A_redirect_that_does_not_say_where_is_a_failure()
    {
        Server.On("/a", "302 Found");

        Assert.Equal(FetchFault.Redirect, (await bench.FailsAsync(Server.Link("/a"))).Fault);
    }

    [Theory]
    [InlineData("ftp://courier.example/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    [InlineData("http:///path")]
    [InlineData("https://desk:s3cr3t@courier.example/a")]
    [InlineData("https://good.example@bad.example/")]
    [InlineData("https://good.example%40bad.example@10.0.0.1/")]
    [InlineData("https://:@bad.example/")]
    [InlineData("http://courier.example:99999/")]
    [InlineData("http://courier.example:0/")]
    [InlineData("//courier.example/a")]
    [InlineData("not a link")]
    [InlineData("")]
    public async Task What_is_no_plain_link_is_not_asked_for(string link)
    {
        var failed = await bench.FailsAsync(link);

        Assert.Equal(FetchFault.Link, failed.Fault);
        Assert.DoesNotContain("s3cr3t", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(bench.LookedUp);
    }

    [Fact]
    public async Task A_host_without_addresses_is_a_sentence()
    {
        bench.Name("nowhere.example", "");

        Assert.Equal(FetchFault.Network, (await bench.FailsAsync("http://nowhere.example/a")).Fault);
    }
}
