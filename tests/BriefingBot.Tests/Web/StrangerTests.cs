using System.Net;
using System.Net.Http.Json;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Web;

/// <summary>What another site, open in the same browser, can reach: nothing.</summary>
public sealed class StrangerTests(SamplesPage samples) : IClassFixture<SamplesPage>
{
    private ServedPage Page => samples.Page;

    [Theory]
    [InlineData("stranger.example")]
    [InlineData("stranger.example:{port}")]
    [InlineData("127.0.0.1.stranger.example:{port}")]
    [InlineData("localhost.stranger.example:{port}")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1:{port}")]
    [InlineData("0.0.0.0:{port}")]
    public async Task A_request_under_another_name_is_refused(string host)
    {
        foreach (var path in (string[])["/", "/app.js", "/api/channels", "/healthz"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host.Replace("{port}", $"{Page.Address.Port}", StringComparison.Ordinal);
            using var response = await Page.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.StartsWith("This address is not served here.", (await ServedPage.JsonAsync(response)).GetProperty("error").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("127.0.0.1:{port}")]
    [InlineData("localhost:{port}")]
    [InlineData("LocalHost:{port}")]
    public async Task A_request_under_one_of_our_own_names_is_served(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/channels");
        request.Headers.Host = host.Replace("{port}", $"{Page.Address.Port}", StringComparison.Ordinal);
        using var response = await Page.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://stranger.example")]
    [InlineData("Origin", "http://stranger.example:{port}")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "https://127.0.0.1:{port}")]
    [InlineData("Origin", "http://localhost:{port}")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task A_question_from_another_site_is_refused_and_nothing_is_stored(string header, string value)
    {
        var before = await CountAsync();
        using var response = await PostAsync(header, value.Replace("{port}", $"{Page.Address.Port}", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("This request comes from another site; nothing was done.", (await ServedPage.JsonAsync(response)).GetProperty("error").GetString());
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:{port}")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task A_question_from_our_own_page_is_taken(string header, string value)
    {
        using var response = await PostAsync(header, value.Replace("{port}", $"{Page.Address.Port}", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app.js")]
    [InlineData("/app.css")]
    [InlineData("/api/channels")]
    [InlineData("/api/answers/0000000000")]
    [InlineData("/nothing")]
    public async Task Every_response_tells_the_browser_what_may_not_happen(string path)
    {
        using var response = await Page.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
            Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Null(Header(response, "Server"));
        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(path is "/" || path.Contains("/app.", StringComparison.Ordinal) ? "no-cache" : "no-store", Header(response, "Cache-Control"));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private async Task<int> CountAsync() => (await Page.GetAsync("/api/channels/default/exchanges")).GetProperty("exchanges").GetArrayLength();

    private async Task<HttpResponseMessage> PostAsync(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/channels/default/requests") { Content = JsonContent.Create(new { id = ShortId.New(), text = "Who is the mediator?" }) };
        request.Headers.TryAddWithoutValidation(header, value);
        return await Page.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
