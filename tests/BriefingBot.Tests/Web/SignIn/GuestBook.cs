using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Web;

namespace BriefingBot.Tests.Web.SignIn;

/// <summary>The page with a sign-in, as others reach it through a proxy that speaks TLS for it.</summary>
internal sealed class GuestBook : IAsyncDisposable
{
    public const string PublicUrl = "https://briefings.example";
    private readonly ServedPage _page;
    private readonly BotFile _bot;

    private GuestBook(ServedPage page)
    {
        _page = page;
        _bot = new LibraryCatalog(page.Folder, page.Clock).OpenBot();
        Store = new SignInStore(_bot, page.Clock);
        new RoleStore(_bot).Map(new WorkspaceKey("local", "local"), "editor", DeskRole.Editor);
    }

    public ServedPage Page => _page;

    public SignInStore Store { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<GuestBook> OpenAsync(string publicUrl = PublicUrl) =>
        new(await ServedPage.StartAsync(null, ("Web:SignIn", "true"), ("Web:PublicUrl", publicUrl)));

    /// <summary>A browser that knows nothing yet; it keeps its cookies by itself, as the proxy's host shows them.</summary>
    public Guest Stranger(string host = "briefings.example") => new(_page.Address, host);

    /// <summary>A browser that has signed in.</summary>
    public async Task<Guest> SignedInAsync(string name, DeskRole role = DeskRole.Reader)
    {
        var guest = Stranger();
        using var response = await guest.SignInAsync(Store.Invite(name, role));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return guest;
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _page.DisposeAsync();
    }

    /// <summary>One browser at the page.</summary>
    internal sealed class Guest(Uri address, string host) : IDisposable
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };

        /// <summary>The Cookie header it sends; null for none.</summary>
        public string? Cookie { get; set; }

        /// <summary>The Set-Cookie header of the last response that had one.</summary>
        public string? SetCookie { get; private set; }

        public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        public async Task<JsonElement> JsonAsync(string path)
        {
            using var response = await GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return await ServedPage.JsonAsync(response);
        }

        public async Task<HttpResponseMessage> PostAsync(string path, object body, bool withToken = true)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            if (withToken) request.Headers.Add(PageToken.Header, (await JsonAsync("/api/session")).GetProperty("token").GetString());
            return await SendAsync(request);
        }

        public Task<HttpResponseMessage> SignInAsync(string code) => PostAsync("/api/sign-in", new { code });

        public async Task<string> AskAsync(string question)
        {
            using var response = await PostAsync("/api/channels/default/requests", new { id = ShortId.New(), text = question });
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
            return (await ServedPage.JsonAsync(response)).GetProperty("exchangeId").GetString()!;
        }

        public Task<HttpResponseMessage> EventsAsync() => SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/channels/default/events"), HttpCompletionOption.ResponseHeadersRead);

        public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
        {
            request.Headers.Host ??= host;
            if (Cookie is not null) request.Headers.Add("Cookie", Cookie);
            var response = await _client.SendAsync(request, until, Stop);
            if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                SetCookie = cookies.Single();
                var pair = SetCookie.Split(';')[0];
                Cookie = pair.EndsWith('=') ? null : pair;
            }

            return response;
        }

        public void Dispose() => _client.Dispose();
    }
}
