using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>The fake is as strict as Discord: a test that passes against it means something.</summary>
public sealed class FakeDiscordTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private FakeDiscordServer _discord = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscordServer.StartAsync(new FakeOptions { BucketLimit = 3, BucketWindow = TimeSpan.FromMinutes(1) });
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", _discord.World.Options.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _discord.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"content":""}""", 50006, null)]
    [InlineData("""{"content":5}""", 50035, "content")]
    [InlineData("""{"content":"x","flags":1}""", 50035, "flags")]
    [InlineData("""{"content":"x","nonce":"12345678901234567890123456"}""", 50035, "nonce")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", 50035, "allowed_mentions")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":2,"custom_id":"a","label":"a"},{"type":2,"style":2,"custom_id":"a","label":"b"}]}]}""", 50035, "components.0.components.1.custom_id")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"a","options":[]}]}]}""", 50035, "components.0.components.0.options")]
    [InlineData("""{"content":"x","message_reference":{"message_id":"4"}}""", 50035, "message_reference")]
    [InlineData("""{"contents":"x"}""", 50035, "contents")]
    [InlineData("""{"content":""", 50109, null)]
    public async Task A_body_Discord_would_refuse_is_refused_with_its_code_and_field(string body, int code, string? field)
    {
        var (status, answer) = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, (int)answer["code"]!);
        Assert.NotNull(field is null ? answer : field.Split('.').Aggregate(answer["errors"], static (node, step) => node?[step])?["_errors"]);
    }

    [Theory]
    [InlineData(2000, HttpStatusCode.OK)]
    [InlineData(2001, HttpStatusCode.BadRequest)]
    public async Task Characters_are_counted_as_code_points(int count, HttpStatusCode expected)
        => Assert.Equal(expected, (await PostAsync(new JsonObject { ["content"] = string.Concat(Enumerable.Repeat("😀", count)) }.ToJsonString())).Status);

    [Fact]
    public async Task Embeds_hold_4096_each_and_6000_together()
    {
        static string Embeds(params int[] sizes) => new JsonObject { ["embeds"] = new JsonArray([.. sizes.Select(static size => (JsonNode)new JsonObject { ["description"] = new string('x', size) })]) }.ToJsonString();

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Embeds(4096, 1904))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Embeds(4097))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Embeds(4096, 1905))).Status);
    }

    [Fact]
    public async Task A_bucket_empties_and_says_so()
    {
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("""{"content":"x"}""")).Status);
        }

        var (status, answer) = await PostAsync("""{"content":"x"}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.True((double)answer["retry_after"]! > 1);
        Assert.Equal(1, _discord.Limits.Broken);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_told()
    {
        using var stranger = new HttpClient();

        using var answer = await stranger.GetAsync(new Uri(_discord.ApiBaseUrl + "/gateway/bot"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task An_interaction_is_lost_after_three_seconds_and_answered_once()
    {
        var user = _discord.People.Join("Ana");
        var asked = _discord.People.Slash(user, _discord.People.FirstChannel, "ask");
        var late = new FakeInteraction(7, "late", 2, user, _discord.People.FirstChannel) { Created = _discord.World.Now - TimeSpan.FromSeconds(3.1) };
        _discord.World.Interactions["late"] = late;

        Assert.Equal(HttpStatusCode.NoContent, (await CallbackAsync(asked, """{"type":5}""")).Status);
        Assert.Equal(40060, (int)(await CallbackAsync(asked, """{"type":5}""")).Answer["code"]!);
        Assert.Equal(10062, (int)(await CallbackAsync(late, """{"type":5}""")).Answer["code"]!);
        Assert.True(late.Missed);
    }

    [Theory]
    [InlineData("""{"type":6}""")]
    [InlineData("""{"type":8,"data":{"choices":[]}}""")]
    [InlineData("""{"type":5,"data":{"content":"x"}}""")]
    [InlineData("""{"type":9,"data":{"custom_id":"x","title":"a title that is far too long for what a modal may have","components":[]}}""")]
    public async Task An_answer_that_does_not_fit_the_interaction_is_refused(string body)
    {
        var asked = _discord.People.Slash(_discord.People.Join("Ana"), _discord.People.FirstChannel, "ask");

        Assert.Equal(50035, (int)(await CallbackAsync(asked, body)).Answer["code"]!);
        Assert.Null(asked.Acknowledged);
    }

    [Fact]
    public async Task Commands_are_checked_before_they_are_registered()
    {
        async Task<HttpStatusCode> PutAsync(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _http.PutAsync(new Uri($"{_discord.ApiBaseUrl}/applications/{_discord.World.Application}/commands"), content, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync("""[{"name":"Ask","description":"x"}]"""));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync("""[{"name":"ask","description":""}]"""));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync("""[{"name":"ask","description":"x","options":[{"type":3,"name":"a","description":"x"},{"type":3,"name":"b","description":"x","required":true}]}]"""));
        Assert.Equal(HttpStatusCode.OK, await PutAsync("""[{"name":"ask","description":"x"}]"""));
    }

    [Fact]
    public async Task The_page_shows_what_is_said_and_takes_part()
    {
        var root = new Uri($"http://127.0.0.1:{_discord.World.Options.Port}/");
        Assert.Contains("<title>", await _http.GetStringAsync(root, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var say = new StringContent(new JsonObject { ["do"] = "say", ["channel"] = _discord.People.FirstChannel.Id.ToString(), ["text"] = "hello there" }.ToJsonString());
        using var done = await _http.PostAsync(new Uri(root, "do"), say, TestContext.Current.CancellationToken);

        Assert.Contains("hello there", await _http.GetStringAsync(new Uri(root, "state"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<(HttpStatusCode Status, JsonNode Answer)> CallbackAsync(FakeInteraction interaction, string body)
        => SendAsync($"/interactions/{interaction.Id}/{interaction.Token}/callback", body);

    private Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(string body) => SendAsync($"/channels/{_discord.People.FirstChannel.Id}/messages", body);

    private async Task<(HttpStatusCode, JsonNode)> SendAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(_discord.ApiBaseUrl + path), content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
