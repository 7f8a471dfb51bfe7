using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Web.Channel;

/// <summary>A digest in the local channel, as a page, and as a file.</summary>
public sealed class DigestPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_stands_in_the_conversation_and_as_a_page_that_quotes_its_sources()
    {
        await using var page = await ServedPage.StartAsync();
        var shown = await SayAsync(page, "/digest post");
        var id = shown.GetProperty("reply").GetProperty("answerId").GetString()!;
        var again = (await page.GetAsync("/api/channels/default/exchanges")).GetProperty("exchanges").EnumerateArray().Last();
        var html = await page.Client.GetStringAsync($"/digests/{id}", Stop);
        var markdown = await page.Client.GetStringAsync($"/digests/{id.ToLowerInvariant()}/md", Stop);
        var source = await SayAsync(page, "/source 3");

        Assert.Contains(Kinds(again), kind => kind == "claim");
        Assert.Contains($"/digests/{id}", again.GetProperty("reply").GetProperty("actions").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("<link rel=\"stylesheet\" href=\"/digests/style.css\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style>", html, StringComparison.Ordinal);
        Assert.StartsWith("# Digest of ", markdown, StringComparison.Ordinal);
        using var library = new LibraryCatalog(page.Folder, page.Clock).Open("default");
        var digest = library.Read(session => new StoredDigestStore(session).Find(id))!.Verified(library);
        Assert.All(digest.Citations, citation => Assert.Contains($"<li id=\"n{citation.N}\"", html, StringComparison.Ordinal));
        Assert.Contains("@media print", await page.Client.GetStringAsync("/digests/style.css", Stop), StringComparison.Ordinal);
        Assert.Equal(id, source.GetProperty("reply").GetProperty("answerId").GetString());
    }

    [Fact]
    public async Task What_is_purged_is_shown_in_no_digest_any_more()
    {
        await using var page = await ServedPage.StartAsync();
        var id = (await SayAsync(page, "/digest post")).GetProperty("reply").GetProperty("answerId").GetString()!;
        Citation purged;
        using (var library = new LibraryCatalog(page.Folder, page.Clock).Open("default"))
        {
            purged = library.Read(session => new StoredDigestStore(session).Find(id))!.Citations[0];
            library.Write(session =>
            {
                new DocumentStore(session).Remove(purged.DocumentId);
                new DocumentStore(session).Purge(purged.DocumentId);
            });
        }

        var conversation = (await page.GetAsync("/api/channels/default/exchanges")).GetRawText();
        var html = await page.Client.GetStringAsync($"/digests/{id}", Stop);

        foreach (var shown in (string[])[WebUtility.HtmlDecode(html), JsonDocument.Parse(conversation).RootElement.ToString()])
            Assert.DoesNotContain(purged.Quote[..40], shown, StringComparison.Ordinal);
        Assert.Contains("The quote was removed together with its document.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/digests/0000000000")]
    [InlineData("/digests/0000000000/md")]
    [InlineData("/digests/..%2F..%2Fbot")]
    public async Task What_is_no_digest_is_a_sentence(string path)
    {
        await using var page = await ServedPage.StartAsync();

        using var response = await page.Client.GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static List<string?> Kinds(JsonElement exchange) =>
        [.. exchange.GetProperty("reply").GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("kind").GetString())];

    /// <summary>Says something and reads the events of the channel until it is answered.</summary>
    private static async Task<JsonElement> SayAsync(ServedPage page, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        using var events = await page.Client.GetAsync("/api/channels/default/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync(patience.Token));
        using var response = await page.Client.PostAsJsonAsync("/api/channels/default/requests", new { id = ShortId.New(), text }, patience.Token);
        response.EnsureSuccessStatusCode();
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            var exchange = JsonDocument.Parse(line["data: ".Length..]).RootElement;
            if (exchange.TryGetProperty("state", out var state) && state.GetString() == "answered" && exchange.GetProperty("asked").GetString() == text) return exchange;
        }

        throw new InvalidOperationException("The channel's events ended.");
    }
}
