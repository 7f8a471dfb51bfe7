using System.Net;
using System.Net.Http.Json;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Libraries;
using BriefingBot.Web;

namespace BriefingBot.Tests.Web.Channel;

public sealed class ChannelTests(SamplesPage samples) : IClassFixture<SamplesPage>
{
    private ServedPage Page => samples.Page;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_is_answered_and_stands_there_when_the_page_is_loaded_again()
    {
        var exchange = await Page.SayAsync("How many dockers walked out at Port Varran?");

        Assert.Equal("answered", exchange.GetProperty("state").GetString());
        Assert.NotEmpty(exchange.GetProperty("answer").GetProperty("citations").EnumerateArray());
    }

    [Fact]
    public async Task A_command_is_a_command()
    {
        var exchange = await Page.SayAsync("/status");

        Assert.Contains("14 documents", exchange.GetProperty("reply").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    public async Task Without_the_token_nothing_is_said_and_nothing_is_added(string? token)
    {
        var before = (await Page.GetAsync("/api/channels/default/exchanges")).GetProperty("exchanges").GetArrayLength();
        using var client = new HttpClient { BaseAddress = Page.Address };
        if (token is not null) client.DefaultRequestHeaders.Add(PageToken.Header, token);

        foreach (var path in (string[])["/api/channels/default/requests", "/api/channels/default/files?name=a.txt"])
        {
            using var response = await client.PostAsJsonAsync(path, new { id = ShortId.New(), text = "/status" }, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(before, (await Page.GetAsync("/api/channels/default/exchanges")).GetProperty("exchanges").GetArrayLength());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("..")]
    [InlineData("DEFAULT")]
    public async Task A_channel_that_is_not_there_is_a_sentence(string channel)
    {
        foreach (var rest in (string[])["exchanges", "events", "documents", "documents/0000000000", "suggest"])
        {
            using var response = await Page.Client.GetAsync($"/api/channels/{Uri.EscapeDataString(channel)}/{rest}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_library_made_for_another_workspace_has_no_channel_here()
    {
        await using var page = await ServedPage.StartAsync();
        var catalog = new LibraryCatalog(page.Folder, page.Clock);
        using (var bot = catalog.OpenBot())
        {
            catalog.Create("secret").Dispose();
            catalog.Create("open").Dispose();
            new Core.Channels.GrantStore(bot, page.Clock).Grant(new Core.Channels.WorkspaceKey("discord", "1"), "secret");
        }

        var names = (await page.GetAsync("/api/channels")).GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("name").GetString()).ToList();
        using var response = await page.Client.GetAsync("/api/channels/secret/documents", Stop);

        Assert.Equal(["default", "open"], names);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task What_another_workspace_asked_of_the_same_library_opens_by_no_address()
    {
        await using var page = await ServedPage.StartAsync();
        var answer = await page.AskAsync("How many dockers walked out at Port Varran?");
        var id = answer.GetProperty("answerId").GetString()!;
        var paths = (string[])[$"/api/answers/{id}", $"/api/answers/{id}/memo", $"/api/answers/{id}/citations/1"];
        foreach (var path in paths)
        {
            using var own = await page.Client.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        }

        var theirs = page.Read(session => new AnswerStore(session).Find(id))! with { AnswerId = "0123456789" };
        page.Write(session =>
        {
            new Core.Channels.ConversationStore(session).Begin(new Core.Channels.Turn
            {
                AnswerId = theirs.AnswerId,
                Conversation = theirs.AnswerId,
                Channel = new Core.Channels.ChannelKey(new Core.Channels.WorkspaceKey("discord", "1"), "2"),
                PersonId = "3",
                AskedUtc = theirs.AskedUtc,
            });
            new AnswerStore(session).Add(theirs, []);
        });

        foreach (var path in paths)
        {
            var foreign = await page.Client.GetAsync(path.Replace(id, theirs.AnswerId, StringComparison.Ordinal), Stop);
            var never = await page.Client.GetAsync(path.Replace(id, "9876543210", StringComparison.Ordinal), Stop);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, never.StatusCode));
            Assert.Equal(
                (await never.Content.ReadAsStringAsync(Stop)).Replace("9876543210", "", StringComparison.Ordinal),
                (await foreign.Content.ReadAsStringAsync(Stop)).Replace(theirs.AnswerId, "", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(theirs.AnswerId, await page.Client.GetStringAsync("/api/channels/default/suggest?command=source&option=answer&typed=", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 14)]
    [InlineData("?publisher=Varran%20Courier&from=2026-03-10", 2)]
    [InlineData("?from=2099-01-01", 0)]
    [InlineData("?from=not-a-day", 14)]
    public async Task The_library_page_narrows_by_publisher_and_day(string query, int most)
    {
        var found = await Page.GetAsync($"/api/channels/default/documents{query}");

        Assert.InRange(found.GetProperty("total").GetInt32(), Math.Min(most, 1), most);
        Assert.Equal(found.GetProperty("total").GetInt32(), found.GetProperty("undated").GetInt32() + found.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task The_metrics_count_questions()
    {
        await Page.SayAsync("How many dockers walked out at Port Varran?");

        Assert.Contains("briefingbot_questions", await Page.Client.GetStringAsync("/metrics", Stop), StringComparison.Ordinal);
    }
}
