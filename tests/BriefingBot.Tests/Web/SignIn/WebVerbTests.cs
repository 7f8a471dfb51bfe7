using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Cli;

namespace BriefingBot.Tests.Web.SignIn;

public sealed class WebVerbTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task An_invitation_is_a_link_that_is_listed_as_a_session_once_used_and_can_be_ended()
    {
        var config = Config("""{ "Web": { "SignIn": true, "PublicUrl": "https://briefings.example" } }""");

        var invited = await _shell.RunAsync("web", "invite", "--name", " Ilse Tamm ", "--role", "editor", "--config", config, "--json");
        var nobody = await _shell.RunAsync("web", "sessions", "--config", config);
        var link = invited.Json.GetProperty("link").GetString()!;
        Assert.NotNull(Use(store => store.Redeem(link.Split("#invite=")[1])));
        var listed = await _shell.RunAsync("web", "sessions", "--config", config, "--json");
        var session = listed.Json.GetProperty("sessions")[0];
        var ended = await _shell.RunAsync("web", "revoke", session.GetProperty("session").GetString()!, "--config", config);
        var again = await _shell.RunAsync("web", "revoke", session.GetProperty("session").GetString()!, "--config", config);

        Assert.StartsWith("https://briefings.example/#invite=", link, StringComparison.Ordinal);
        Assert.Contains("Nobody is signed in.", nobody.Out, StringComparison.Ordinal);
        Assert.Equal(("Ilse Tamm", "editor"), (session.GetProperty("name").GetString(), session.GetProperty("role").GetString()));
        Assert.Equal((0, 2), (ended.Code, again.Code));
        Assert.Empty(Use(store => store.List()));
    }

    [Theory]
    [InlineData("""{ "Web": { } }""", "Ilse", "Web:SignIn is not set")]
    [InlineData("""{ "Web": { "SignIn": true, "Url": "http://0.0.0.0:5080" } }""", "Ilse", "Web:PublicUrl is missing")]
    [InlineData("""{ "Web": { "SignIn": true } }""", " ", "--name is missing")]
    [InlineData("""{ "Web": { "SignIn": true } }""", "Operator", "the person's own name")]
    [InlineData("""{ "Web": { "SignIn": true } }""", "a\u0007b", "control character")]
    public async Task What_would_open_nothing_is_refused(string settings, string name, string words)
    {
        var ran = await _shell.RunAsync("web", "invite", "--name", name, "--config", Config(settings));

        Assert.Equal(2, ran.Code);
        Assert.Contains(words, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Web": { "Url": "http://0.0.0.0:5080" } }""", "Web:Url is \"http://0.0.0.0:5080\": other machines could reach it, and nobody signs in")]
    [InlineData("""{ "Web": { "Url": "https://127.0.0.1:5080" } }""", "https is not spoken here")]
    [InlineData("""{ "Web": { "Url": "http://127.0.0.1:5080/page" } }""", "must be an address such as")]
    [InlineData("""{ "Web": { "Url": "http://desk.example:5080", "SignIn": true } }""", "listen on an address of this machine")]
    [InlineData("""{ "Web": { "PublicUrl": "https://briefings.example/page" } }""", "Web:PublicUrl")]
    public async Task What_serve_refuses_doctor_refuses_in_the_same_words(string settings, string words)
    {
        var config = Config(settings);

        var served = await _shell.RunAsync("serve", "--config", config);
        var looked = await _shell.RunAsync("doctor", "--config", config);

        Assert.Equal((2, 2), (served.Code, looked.Code));
        Assert.Contains(words, served.Error, StringComparison.Ordinal);
        Assert.Contains(words.Split(", and")[0], string.Join(' ', looked.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_forgotten_is_signed_out_and_gone_from_the_conversations()
    {
        var code = Use(store => store.Invite("Ilse Tamm", DeskRole.Reader));
        Use(store => store.Redeem(store.Invite("Ilse Tamm", DeskRole.Reader)));
        Use(store => store.Redeem(store.Invite("Orla Fenwick", DeskRole.Reader)));
        var channel = new ChannelKey(new WorkspaceKey("local", "local"), "default");
        With(bot =>
        {
            var store = new ExchangeStore(bot, TimeProvider.System);
            var (hers, _) = store.Begin(channel, "r1", "Ilse Tamm", "Her question", null)!.Value;
            var (others, _) = store.Begin(channel, "r2", "Orla Fenwick", "Another question", null)!.Value;
            store.Note(hers.Id, "Orla Fenwick", "about hers");
            store.Note(others.Id, "Ilse Tamm", "by her");
            store.Note(others.Id, "Orla Fenwick", "kept");
            return true;
        });

        var elsewhere = await _shell.RunAsync("forget", "--person", "Ilse Tamm", "--platform", "discord");
        Assert.Equal(2, With(bot => new ExchangeStore(bot, TimeProvider.System).Last(channel, "x", 10)).Count);
        var forgotten = await _shell.RunAsync("forget", "--person", "Ilse Tamm");

        Assert.Equal((0, 0), (elsewhere.Code, forgotten.Code));
        var left = Assert.Single(With(bot => new ExchangeStore(bot, TimeProvider.System).Last(channel, "x", 10)));
        Assert.Equal("Another question", left.Asked);
        Assert.Empty(With(bot => new ExchangeStore(bot, TimeProvider.System).Notes([left.Id], "Ilse Tamm")));
        Assert.Equal("kept", With(bot => new ExchangeStore(bot, TimeProvider.System).Notes([left.Id], "Orla Fenwick"))[left.Id]);
        Assert.Equal(["Orla Fenwick"], Use(store => store.List()).Select(session => session.Person), StringComparer.Ordinal);
        Assert.Null(Use(store => store.Redeem(code)));
    }

    public void Dispose() => _shell.Dispose();

    private string Config(string settings) => _shell.Write("web.json", settings);

    private T Use<T>(Func<SignInStore, T> work) => With(bot => work(new SignInStore(bot, _shell.Time)));

    private T With<T>(Func<BotFile, T> work)
    {
        using var bot = new LibraryCatalog(_shell.DataDirectory, _shell.Time).OpenBot();
        return work(bot);
    }
}
