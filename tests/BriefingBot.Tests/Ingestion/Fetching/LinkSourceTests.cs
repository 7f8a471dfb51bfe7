using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Ingestion.Fetching;

public sealed class LinkSourceTests : IAsyncLifetime
{
    private const string Story =
        "The cranes of Port Varran stood still on Monday after the harbour master closed both quays to large ships. "
        + "Nobody on the quay could say how long the closure would last, and three ferries turned back before noon. "
        + "The port company said that it would pay the crews for the week whether or not the cranes were moved again.";

    private readonly FetchBench bench = new();
    private readonly IngestionBench library = new();

    private HostileServer Server => bench.Server;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        library.Dispose();
    }

    [Fact]
    public async Task A_link_becomes_a_document_with_its_address()
    {
        Server.Page("/news/cranes?utm_source=mail&id=7", Article()).Page("/news/cranes?id=7", Article());

        var receipt = await AddAsync("/news/cranes?utm_source=mail&id=7#top");

        Assert.Equal((ReceiptOutcome.Added, Server.Link("/news/cranes?id=7"), "Cranes idle in Port Varran"), (receipt.Outcome, receipt.Origin, receipt.Title));
        Assert.Equal(Server.Link("/news/cranes?id=7"), library.Find(receipt.DocumentId).Current.Metadata.Url);
    }

    [Fact]
    public async Task A_short_link_is_known_by_where_it_leads()
    {
        Server.Moved("/s", "/news/cranes").Page("/news/cranes", Article());

        var first = await AddAsync("/s");
        var second = await AddAsync("/news/cranes");

        Assert.Equal((ReceiptOutcome.Added, ReceiptOutcome.Unchanged), (first.Outcome, second.Outcome));
        Assert.Equal(first.DocumentId, second.DocumentId);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        Server.On("/a", async (request, socket, token) =>
        {
            var same = request.Header("If-None-Match") is "\"v1\"";
            await HostileServer.WriteAsync(socket, same ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                : $"HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Type: text/html\r\nContent-Length: {Article().Length}\r\nConnection: close\r\n\r\n{Article()}", token);
        });

        var first = await AddAsync("/a");
        var second = await AddAsync("/a");

        Assert.Equal((ReceiptOutcome.Added, ReceiptOutcome.Unchanged), (first.Outcome, second.Outcome));
        Assert.Equal("\"v1\"", Server.Asked[1].Header("If-None-Match"));
    }

    [Fact]
    public async Task A_page_that_has_changed_is_a_revision()
    {
        Server.Page("/a", Article());
        await AddAsync("/a");
        Server.Page("/a", Article(" The quays opened again on Tuesday."));

        Assert.Equal(ReceiptOutcome.Updated, (await AddAsync("/a")).Outcome);
    }

    [Theory]
    [InlineData("<p>Subscribe to continue reading. Already a subscriber? Log in.</p>", "paywall")]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\": \"False\"}</script><p>The cranes stood still.</p>", "paywall")]
    [InlineData("<p>Nous l'avons appris lundi. Cet article est réservé aux abonnés.</p>", "paywall")]
    [InlineData("<h1>We value your privacy</h1><p>We and our partners store information on a device.</p><button>Accept</button>", "consent")]
    [InlineData("<p>Die Kräne standen still.</p><p>Dieser Text ist nur für Abonnenten.</p>", "paywall")]
    [InlineData("<p>The cranes stood still on Monday.</p><p>You’ve reached your limit of free articles.</p>", "paywall")]
    [InlineData("<p>Wir verwenden Cookies.</p><button>Alle akzeptieren</button>", "consent")]
    [InlineData("<p>Please complete the CAPTCHA below.</p>", "person")]
    [InlineData("<h1>Just a moment...</h1><p>Enable JavaScript and cookies to continue</p>", "person")]
    public async Task A_gate_is_told_and_not_stored(string body, string says)
    {
        Server.Page("/a", $"<html><head><title>Courier</title></head><body>{body}</body></html>");

        var receipt = await AddAsync("/a");

        Assert.Equal(ReceiptOutcome.Failed, receipt.Outcome);
        Assert.Contains(says, receipt.Reason, StringComparison.Ordinal);
        Assert.Equal(0, library.Count);
    }

    [Theory]
    [InlineData("/consent?to=%2Fa", "consent")]
    [InlineData("/sso/login", "login")]
    public async Task A_redirect_to_a_gate_is_told(string gate, string says)
    {
        Server.Moved("/a", gate).Page(gate, "<html><body><form><p>Who are you?</p><input type=\"password\"></form></body></html>");

        Assert.Contains(says, (await AddAsync("/a")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_article_is_one_whatever_stands_beside_it()
    {
        var text = string.Join("", Enumerable.Range(0, 8).Select(_ => $"<p>{Story}</p>"));
        Server.Page("/a", $"<html><body><article><h1>Cranes idle</h1>{text}</article><aside>Already a subscriber? Log in. We value your privacy.</aside></body></html>");

        Assert.Equal(ReceiptOutcome.Added, (await AddAsync("/a")).Outcome);
    }

    [Fact]
    public async Task A_charset_that_only_the_host_names_is_used()
    {
        var page = System.Text.Encoding.Latin1.GetBytes(Article(" Die Kräne stünden noch länger."));
        Server.On("/a", "200 OK", "Content-Type: text/html; charset=iso-8859-1", page);

        var receipt = await AddAsync("/a");

        Assert.Contains("Kräne stünden", library.Find(receipt.DocumentId).Current.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_host_is_not_reached_through_this_machine()
    {
        bench.Options.AllowLoopback = false;
        Server.Page("/a", Article());

        var receipt = await AddAsync("/a");

        Assert.Equal(ReceiptOutcome.Failed, receipt.Outcome);
        Assert.Contains("public internet", receipt.Reason, StringComparison.Ordinal);
    }

    private async Task<Receipt> AddAsync(string path)
    {
        var item = await new LinkSource(bench.Fetcher, bench.Time).ItemAsync(library.Library, Server.Link(path), given: null, TestContext.Current.CancellationToken);
        return library.Ingest(item);
    }

    private static string Article(string more = "") =>
        $"<html><head><title>Cranes idle in Port Varran</title></head><body><article><h1>Cranes idle in Port Varran</h1><p>{Story}</p><p>{Story.Replace("Monday", "Sunday", StringComparison.Ordinal)}{more}</p></article></body></html>";
}
