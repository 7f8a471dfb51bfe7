using System.Text;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Discord;
using FakeDiscord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Discord;

/// <summary>What <c>serve</c> does with a token: the product's own commands, over a fake Discord.</summary>
public sealed class ServeTests : IDisposable
{
    private const string Walkout = "How many dockers walked out at Port Varran?";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-services-");

    public void Dispose() => _folder.Delete(recursive: true);

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

    [Fact]
    public async Task A_file_on_a_message_is_added_by_its_menu_and_answers_from_then_on()
    {
        await using var served = await ServedDiscord.StartAsync();
        served.BindAll();
        var ana = served.Discord.People.Join("Ana");
        var message = served.Discord.People.Say(ana, served.Channel, "for the desk", files: ("lamp.md", Encoding.UTF8.GetBytes("# Brass lamp returns\n\nThe curator Hanne Orlo lit the brass lamp of Korveth lighthouse on Friday.")));

        var refused = await served.ReplyAsync(served.Discord.People.OnMessage(ana, message, "Add to the library"));
        var receipt = await served.ReplyAsync(served.Discord.People.OnMessage(served.Owner, message, "Add to the library"));
        var answer = await served.ReplyAsync(served.Ask(ana, served.Channel, "Who lit the brass lamp of Korveth lighthouse?"));

        Assert.Contains("contributor", ServedDiscord.Words(refused), StringComparison.Ordinal);
        Assert.StartsWith("Added Brass lamp returns", ServedDiscord.Words(receipt), StringComparison.Ordinal);
        Assert.Equal(served.Owner.Id, receipt.OnlyFor);
        Assert.Contains("Hanne Orlo", ServedDiscord.Words(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_from_an_answer_goes_on_with_it_by_mention_and_by_reply()
    {
        await using var served = await ServedDiscord.StartAsync();
        served.BindAll();
        var (ana, bot) = (served.Discord.People.Join("Ana"), served.Discord.World.Bot);
        var first = await served.ReplyAsync(served.Ask(ana, served.Channel, Walkout));
        var thread = served.Discord.People.StartThread(served.Channel, first, ana.Id);

        served.Discord.People.Say(ana, thread, $"<@{bot.Id}> And what did the union say about them?");
        await served.Discord.UntilAsync(_ => thread.Messages.Any(message => message.Author == bot && Contains(message, "Understood as") && Contains(message, "withheld")), 60);
        var told = thread.Messages.Last(message => message.Author == bot);
        served.Discord.People.Say(ana, thread, $"<@{bot.Id}> And who led them?", told);
        await served.Discord.UntilAsync(_ => thread.Messages.Any(message => message.Author == bot && Contains(message, "And who led them?")), 60);

        Assert.All(thread.Messages.Where(message => message.Author == bot), message => Assert.Equal([ana.Id], message.Pings));
    }

    [Fact]
    public async Task Whatever_comes_of_a_private_answer_is_private()
    {
        await using var served = await ServedDiscord.StartAsync();
        served.BindAll();
        var ana = served.Discord.People.Join("Ana");
        var answer = await served.ReplyAsync(served.Discord.People.Slash(ana, served.Channel, "ask", ("question", 3, Walkout), ("private", 5, true)));
        var opened = served.Discord.People.Press(ana, answer, "Ask further");
        await served.Discord.UntilAsync(_ => opened.Modal is not null, 60);

        var further = await served.ReplyAsync(served.Discord.People.Submit(opened, "And what did the union say?"));

        Assert.Equal(ana.Id, further.OnlyFor);
        Assert.All(served.Channel.Messages, message => Assert.Equal(ana.Id, message.OnlyFor));
    }

    [Fact]
    public async Task No_file_the_program_writes_holds_the_token()
    {
        await using var served = await ServedDiscord.StartAsync();
        served.BindAll();
        await served.ReplyAsync(served.Ask(served.Owner, served.Channel, Walkout));
        await served.StopAsync();

        var token = Encoding.UTF8.GetBytes(served.Discord.World.Options.Token);
        Assert.All(Directory.GetFiles(served.Folder, "*", SearchOption.AllDirectories), file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(token) < 0, file));
    }

    private static bool Contains(FakeMessage message, string words) => ServedDiscord.Words(message).Contains(words, StringComparison.Ordinal);

    private ServiceProvider Services(IEnumerable<KeyValuePair<string, string?>> settings) => new ServiceCollection()
        .AddBriefingBot(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), _folder.FullName)
        .BuildServiceProvider();
}
