using System.Net;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Web;
using BriefingBot.Web.SignIn;

namespace BriefingBot.Tests.Web.SignIn;

/// <summary>Who is let in where other machines reach the page, and who is not.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task A_link_signs_in_once_and_gives_a_name_and_a_role()
    {
        await using var book = await GuestBook.OpenAsync();
        var code = book.Store.Invite("Ilse Tamm", DeskRole.Editor);
        using var ilse = book.Stranger();
        using var thief = book.Stranger();

        using var first = await ilse.SignInAsync(code);
        using var again = await thief.SignInAsync(code);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Null(thief.Cookie);
        var person = (await ilse.JsonAsync("/api/session")).GetProperty("person");
        Assert.Equal(("Ilse Tamm", "editor"), (person.GetProperty("name").GetString(), person.GetProperty("role").GetString()));
        Assert.Equal(1, (await ilse.JsonAsync("/api/channels")).GetProperty("channels").GetArrayLength());
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_of_other_sites_and_of_the_plain_wire()
    {
        await using var book = await GuestBook.OpenAsync();
        using var guest = await book.SignedInAsync("Ilse Tamm");

        var parts = guest.SetCookie!.Split("; ");
        Assert.StartsWith("__Host-briefingbot=", parts[0], StringComparison.Ordinal);
        Assert.Equal(64, parts[0].Split('=')[1].Length);
        Assert.All((string[])["httponly", "secure", "samesite=strict", "path=/"], flag => Assert.Contains(flag, parts, StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/api/channels")]
    [InlineData("/api/channels/default/exchanges")]
    [InlineData("/api/channels/default/events")]
    [InlineData("/api/channels/default/documents")]
    [InlineData("/api/channels/default/suggest?command=source&option=answer&typed=")]
    [InlineData("/api/answers/0000000000")]
    [InlineData("/api/answers/0000000000/memo")]
    [InlineData("/metrics")]
    [InlineData("/healthz")]
    [InlineData("/nothing")]
    public async Task Nobody_sees_anything_before(string path)
    {
        await using var book = await GuestBook.OpenAsync();
        using var stranger = book.Stranger();

        foreach (var cookie in (string?[])[null, "__Host-briefingbot=", $"__Host-briefingbot={new string('0', 64)}", "__Host-briefingbot=' or 1=1 --", $"briefingbot={new string('a', 64)}"])
        {
            stranger.Cookie = cookie;
            using var response = await stranger.GetAsync(path);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.StartsWith("You are not signed in.", (await ServedPage.JsonAsync(response)).GetProperty("error").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_that_asks_to_sign_in_is_open_and_holds_nothing()
    {
        await using var book = await GuestBook.OpenAsync();
        using var stranger = book.Stranger();

        foreach (var path in (string[])["/", "/app.js", "/signin.js", "/app.css"])
        {
            using var response = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await stranger.JsonAsync("/api/session")).GetProperty("person").ValueKind);
    }

    [Fact]
    public async Task A_session_that_was_planted_is_not_the_one_that_is_signed_in()
    {
        await using var book = await GuestBook.OpenAsync();
        using var attacker = await book.SignedInAsync("Mallory");
        using var victim = book.Stranger();
        victim.Cookie = attacker.Cookie;

        using var response = await victim.SignInAsync(book.Store.Invite("Ilse Tamm", DeskRole.Reader));

        Assert.NotEqual(attacker.Cookie, victim.Cookie);
        Assert.Equal("Ilse Tamm", (await victim.JsonAsync("/api/session")).GetProperty("person").GetProperty("name").GetString());
        // The planted one has ended.
        using var left = await attacker.GetAsync("/api/channels");
        Assert.Equal(HttpStatusCode.Unauthorized, left.StatusCode);
    }

    [Fact]
    public async Task Links_and_sessions_end_by_the_clock()
    {
        await using var book = await GuestBook.OpenAsync();
        var (late, early) = (book.Store.Invite("Late", DeskRole.Reader), book.Store.Invite("Early", DeskRole.Reader));
        using var guest = book.Stranger();

        book.Page.Clock.Now += SignInStore.InviteLasts - TimeSpan.FromSeconds(1);
        using var first = await guest.SignInAsync(early);
        book.Page.Clock.Now += TimeSpan.FromSeconds(1);
        using var stranger = book.Stranger();
        using var second = await stranger.SignInAsync(late);
        book.Page.Clock.Now += SignInStore.SessionLasts - TimeSpan.FromSeconds(2);
        using var still = await guest.GetAsync("/api/channels");
        book.Page.Clock.Now += TimeSpan.FromSeconds(1);
        using var ended = await guest.GetAsync("/api/channels");

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Unauthorized],
            [first.StatusCode, second.StatusCode, still.StatusCode, ended.StatusCode]);
        // A cookie that opens nothing any more is taken back.
        Assert.Null(guest.Cookie);
    }

    [Fact]
    public async Task Wrong_links_are_refused_alike_and_too_many_of_them_have_to_wait()
    {
        await using var book = await GuestBook.OpenAsync();
        var (used, old) = (book.Store.Invite("Used", DeskRole.Reader), book.Store.Invite("Old", DeskRole.Reader));
        using var guest = book.Stranger();
        using (await guest.SignInAsync(used)) guest.Cookie = null;
        book.Page.Clock.Now += SignInStore.InviteLasts;
        var sentences = new HashSet<string?>(StringComparer.Ordinal);

        for (var i = 0; i < SignInAttempts.PerAddress; i++)
        {
            using var wrong = await guest.SignInAsync((i % 4) switch { 0 => used, 1 => old, 2 => "", _ => new string('a', 26) });
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
            sentences.Add((await ServedPage.JsonAsync(wrong)).GetProperty("error").GetString());
        }

        Assert.Single(sentences);
        var code = book.Store.Invite("Ilse Tamm", DeskRole.Reader);
        using var tooMany = await guest.SignInAsync(code);
        book.Page.Clock.Now += SignInAttempts.Window;
        using var later = await guest.SignInAsync(code);

        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.Equal("600", tooMany.Headers.GetValues("Retry-After").Single());
        Assert.Contains("Try again in 10 minutes", (await ServedPage.JsonAsync(tooMany)).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Changes_need_the_token_of_ones_own_session()
    {
        await using var book = await GuestBook.OpenAsync();
        using var ilse = await book.SignedInAsync("Ilse Tamm");
        using var mallory = await book.SignedInAsync("Mallory");
        using var stranger = book.Stranger();
        var tokens = new List<string?> { null, "", (await mallory.JsonAsync("/api/session")).GetProperty("token").GetString(), (await stranger.JsonAsync("/api/session")).GetProperty("token").GetString() };

        foreach (var token in tokens)
        {
            using var request = Saying("/status");
            if (token is not null) request.Headers.TryAddWithoutValidation(PageToken.Header, token);
            using var response = await ilse.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        using var taken = await ilse.PostAsync("/api/channels/default/requests", new { id = ShortId.New(), text = "/status" });
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
    }

    [Theory]
    [InlineData("stranger.example")]
    [InlineData("briefings.example:8443")]
    [InlineData("briefings.example.stranger.example")]
    [InlineData("xbriefings.example")]
    [InlineData("10.0.0.1:{port}")]
    [InlineData("0.0.0.0:{port}")]
    public async Task A_name_that_was_made_to_point_here_is_refused_even_with_a_session(string host)
    {
        await using var book = await GuestBook.OpenAsync();
        using var guest = await book.SignedInAsync("Ilse Tamm");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/channels");
        request.Headers.Host = host.Replace("{port}", $"{book.Page.Address.Port}", StringComparison.Ordinal);

        using var response = await guest.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("https://briefings.example", HttpStatusCode.Accepted)]
    [InlineData("http://briefings.example", HttpStatusCode.Forbidden)]
    [InlineData("https://stranger.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task A_change_comes_from_the_address_people_open(string origin, HttpStatusCode status)
    {
        await using var book = await GuestBook.OpenAsync();
        using var guest = await book.SignedInAsync("Ilse Tamm");
        using var request = Saying("/status");
        request.Headers.Add(PageToken.Header, (await guest.JsonAsync("/api/session")).GetProperty("token").GetString());
        request.Headers.Add("Origin", origin);

        using var response = await guest.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Who_signs_out_or_is_ended_is_out_and_an_open_page_hears_nothing_more()
    {
        await using var book = await GuestBook.OpenAsync();
        using var ilse = await book.SignedInAsync("Ilse Tamm");
        using var orla = await book.SignedInAsync("Orla Fenwick");
        using var events = await orla.EventsAsync();
        var cookie = ilse.Cookie;

        using var left = await ilse.PostAsync("/api/sign-out", new { });
        ilse.Cookie = cookie;
        using var after = await ilse.GetAsync("/api/channels");
        Assert.True(book.Store.End(book.Store.List().Single(session => session.Person == "Orla Fenwick").Id));
        using var editor = await book.SignedInAsync("Ed", DeskRole.Editor);
        await editor.AskAsync("What is known about soldiers at Port Varran?");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (left.StatusCode, after.StatusCode));
        // The stream ends at the first thing there would be to tell.
        Assert.DoesNotContain("soldiers", await events.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var again = await orla.GetAsync("/api/channels");
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_a_secret_is_kept()
    {
        await using var book = await GuestBook.OpenAsync();
        var code = book.Store.Invite("Later", DeskRole.Reader);
        using var guest = await book.SignedInAsync("Ilse Tamm");
        var key = guest.Cookie!.Split('=')[1];

        foreach (var file in Directory.GetFiles(book.Page.Folder, "bot.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(code, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(key, bytes, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_proxy_before_a_page_without_sign_in_is_refused()
    {
        await using var page = await ServedPage.StartAsync();
        foreach (var header in (string[])["X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "X-Real-IP", "Via"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/channels");
            request.Headers.TryAddWithoutValidation(header, "192.0.2.7");
            using var response = await page.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Contains("nobody signs in here", (await ServedPage.JsonAsync(response)).GetProperty("error").GetString(), StringComparison.Ordinal);
        }
    }

    private static HttpRequestMessage Saying(string text) => new(HttpMethod.Post, "/api/channels/default/requests")
    {
        Content = System.Net.Http.Json.JsonContent.Create(new { id = ShortId.New(), text }),
    };
}
