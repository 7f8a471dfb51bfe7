using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Discord;
using FakeDiscord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Discord;

/// <summary>What <c>serve</c> does with a token: the product's own commands, over a fake Discord.</summary>
public sealed class ServeTests
{
    private const string Walkout = "How many dockers walked out at Port Varran?";

    [Fact]
    public async Task A_newcomer_binds_a_channel_asks_opens_a_source_and_asks_further()
    {
        await using var served = await ServedDiscord.StartAsync();
        var ana = served.Discord.People.Join("Ana");

        var unbound = await served.ReplyAsync(served.Ask(ana, served.Channel, Walkout));
        var refused = await served.ReplyAsync(served.Discord.People.Slash(ana, served.Channel, "library bind", ("name", 3, "default")));
        var bound = await served.ReplyAsync(served.Discord.People.Slash(served.Owner, served.Channel, "library bind", ("name", 3, "default")));
        var answer = await served.ReplyAsync(served.Ask(ana, served.Channel, Walkout));
        var source = await served.ReplyAsync(served.Discord.People.Slash(ana, served.Channel, "source", ("number", 4, 1)));

        Assert.Contains("bound to no library", ServedDiscord.Words(unbound), StringComparison.Ordinal);
        Assert.Equal(ana.Id, unbound.OnlyFor);
        Assert.Contains("Only an editor", ServedDiscord.Words(refused), StringComparison.Ordinal);
        Assert.Contains("opens the library default", ServedDiscord.Words(bound), StringComparison.Ordinal);
        Assert.Equal(served.Owner.Id, bound.OnlyFor);
        Assert.Contains("1,400", ServedDiscord.Words(answer), StringComparison.Ordinal);
        Assert.Contains("[1]", ServedDiscord.Words(answer), StringComparison.Ordinal);
        Assert.Null(answer.OnlyFor);
        Assert.Contains("“PORT VARRAN, March 3 (Lissa Wire)", ServedDiscord.Words(source), StringComparison.Ordinal);
        Assert.Equal(ana.Id, source.OnlyFor);
        Assert.Empty(served.Discord.World.Refusals);
    }

    [Fact]
    public async Task The_menu_in_Discord_is_the_catalogue()
    {
        await using var served = await ServedDiscord.StartAsync();
        using var services = Services([]);
        var menu = services.GetRequiredService<ChatMenu>();

        var offered = Assert.Single(served.Discord.World.Commands).Value.Select(static command => (string)command!["name"]!).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(services.GetRequiredService<CommandCatalog>().Definitions, menu.Commands);
        Assert.Equal(menu.Commands.Select(static command => command.Name.Split(' ')[0]).Concat(menu.Commands.Select(static command => command.MessageLabel).OfType<string>()).ToHashSet(StringComparer.Ordinal), offered);
        Assert.Superset(new HashSet<string>(["source", "status", "help", "library add", "library bind"], StringComparer.Ordinal), new HashSet<string>(menu.PrivateCommands, StringComparer.Ordinal));
        Assert.DoesNotContain("ask", menu.PrivateCommands);
        Assert.Contains("further", menu.PublicActions);
    }

    [Fact]
    public void Without_a_token_the_program_knows_no_Discord_and_still_checks_its_settings()
    {
        using var without = Services([]);
        using var with = Services([new("Discord:Token", "a-token")]);
        using var mistyped = Services([new("Discord:Tokn", "a-token")]);

        Assert.Null(without.GetService<DiscordPlatform>());
        Assert.Empty(without.GetServices<IChatPlatform>());
        Assert.Same(with.GetRequiredService<DiscordPlatform>(), Assert.Single(with.GetServices<IChatPlatform>()));
        Assert.Contains("Discord:Tokn", Assert.ThrowsAny<Exception>(() => mistyped.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate()).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(IEnumerable<KeyValuePair<string, string?>> settings) => new ServiceCollection()
        .AddBriefingBot(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), Path.Combine(Path.GetTempPath(), "briefingbot-never-made"))
        .BuildServiceProvider();
}
