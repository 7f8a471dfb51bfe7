using BriefingBot.Cli;
using BriefingBot.Web;

namespace BriefingBot.Tests.Web;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080")]
    [InlineData("http://localhost:8080", "http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.2:5080", "http://127.0.0.2:5080")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080")]
    [InlineData("http://127.0.0.1", "http://127.0.0.1:80")]
    public void An_address_of_this_machine_alone_is_taken(string url, string listensOn) =>
        Assert.Equal(listensOn, WebAddress.Parse(new WebOptions { Url = url }).Text);

    [Theory]
    [InlineData("http://0.0.0.0:5080", "other machines could reach it")]
    [InlineData("http://*:5080", "other machines could reach it")]
    [InlineData("http://+:5080", "other machines could reach it")]
    [InlineData("http://[::]:5080", "other machines could reach it")]
    [InlineData("http://192.168.1.4:5080", "other machines could reach it")]
    [InlineData("http://desk.example:5080", "other machines could reach it")]
    [InlineData("http://localhost.stranger.example:5080", "other machines could reach it")]
    [InlineData("https://127.0.0.1:5080", "https is not spoken here")]
    [InlineData("ftp://127.0.0.1", "must be an address such as")]
    [InlineData("http://127.0.0.1:5080/page", "must be an address such as")]
    [InlineData("http://user@127.0.0.1:5080", "must be an address such as")]
    [InlineData("127.0.0.1:5080", "must be an address such as")]
    [InlineData("", "must be an address such as")]
    [InlineData("http://127.0.0.1:99999", "must be an address such as")]
    public void Any_other_address_is_refused_with_a_sentence_that_names_the_option(string url, string reason)
    {
        var fault = Assert.Throws<UsageException>(() => WebAddress.Parse(new WebOptions { Url = url }));

        Assert.StartsWith($"Web:Url is \"{url}\": ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:5080", fault.Message, StringComparison.Ordinal);
    }
}
