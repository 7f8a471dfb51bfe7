using BriefingBot.Core.Chat;
using BriefingBot.Discord;
using BriefingBot.Discord.Wire;
using FakeDiscord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Discord;

/// <summary>Posts under keys, abilities, registration and settings.</summary>
public sealed class PlatformTests
{
    private static readonly PostKey Key = new("D-8FJ2-1");

    [Fact]
    public async Task The_same_key_posts_once_and_per_channel()
    {
        await using var bench = await DiscordBench.StartAsync();
        var other = bench.Place with { Channel = bench.Discord.World.Channels.Values.Last(static channel => channel.Type == 0).Id.ToString() };

        var first = await bench.Platform.PostAsync(bench.Place, Key, DiscordBench.Said("a digest"), CancellationToken.None);
        var again = await bench.Platform.PostAsync(bench.Place, Key, DiscordBench.Said("a digest"), CancellationToken.None);
        var elsewhere = await bench.Platform.PostAsync(other, Key, DiscordBench.Said("a digest"), CancellationToken.None);

        Assert.Equal(first, again);
        Assert.NotEqual(first.MessageId, elsewhere.MessageId, StringComparer.Ordinal);
        Assert.Equal(2, bench.Discord.World.Channels.Values.Sum(static channel => channel.Messages.Count));
    }

    [Fact]
    public async Task A_post_whose_answer_is_lost_is_not_made_twice()
    {
        await using var bench = await DiscordBench.StartAsync();
        bench.Discord.Faults.ErrorAfter = 0.7;

        await bench.Platform.PostAsync(bench.Place, Key, DiscordBench.Said("a digest"), CancellationToken.None);

        Assert.Single(bench.Channel.Messages);
    }

    [Fact]
    public async Task A_post_is_found_by_its_key_when_its_nonce_is_long_forgotten()
    {
        await using var bench = await DiscordBench.StartAsync(fake: new FakeOptions { NonceLife = TimeSpan.Zero });
        var since = bench.Discord.World.Now.AddSeconds(-1);
        var user = bench.Discord.People.Join("Ana");
        bench.Discord.People.Say(user, bench.Channel, $"-# {Key}");
        var posted = await bench.Platform.PostAsync(bench.Place, Key, DiscordBench.Said("a digest"), CancellationToken.None);
        for (var n = 0; n < 230; n++)
        {
            bench.Discord.People.Say(user, bench.Channel, "chatter");
        }

        Assert.Equal(posted, await bench.Platform.FindAsync(bench.Place, Key, since, CancellationToken.None));
        Assert.Null(await bench.Platform.FindAsync(bench.Place, new PostKey("D-8FJ2-2"), since, CancellationToken.None));
        Assert.Null(await bench.Platform.FindAsync(bench.Place, Key, bench.Discord.World.Now.AddSeconds(5), CancellationToken.None));
    }

    [Fact]
    public async Task An_edit_replaces_what_a_post_shows()
    {
        await using var bench = await DiscordBench.StartAsync();
        var posted = await bench.Platform.PostAsync(bench.Place, Key, InteractionTests.WithActions(), CancellationToken.None);

        await bench.Platform.EditAsync(posted, DiscordBench.Said("corrected"), CancellationToken.None);

        var message = Assert.Single(bench.Channel.Messages);
        Assert.Equal("corrected", message.Content);
        Assert.Empty(FakeDiscord.People.Components(message));
    }

    [Fact]
    public async Task Abilities_are_what_Discord_grants()
    {
        await using var bench = await DiscordBench.StartAsync();

        Assert.Equal(ChatAbilities.Post | ChatAbilities.ReadHistory | ChatAbilities.AttachFiles, await bench.Platform.AbilitiesAsync(bench.Place, CancellationToken.None));
        var hidden = bench.Discord.World.Channels.Values.Last(static channel => channel.Type == 0);
        hidden.BotPermissions = 0;
        Assert.Equal(ChatAbilities.None, await bench.Platform.AbilitiesAsync(bench.Place with { Channel = hidden.Id.ToString() }, CancellationToken.None));
    }

    [Fact]
    public async Task A_refusal_names_the_permission_that_is_missing()
    {
        await using var bench = await DiscordBench.StartAsync();
        bench.Channel.BotPermissions = Bits.View;

        var fault = await Assert.ThrowsAsync<ChatException>(() => bench.Platform.PostAsync(bench.Place, Key, DiscordBench.Said("x"), CancellationToken.None));

        Assert.Contains("Send Messages", fault.Message, StringComparison.Ordinal);
        Assert.False(fault.Transient);
    }

    [Fact]
    public async Task A_file_is_handed_out_and_one_too_large_is_refused_before_it_is_sent()
    {
        await using var bench = await DiscordBench.StartAsync();
        var memo = new ReplyFile("memo ä.md", "text/markdown", new byte[1000]);
        await bench.Platform.PostAsync(bench.Place, Key, DiscordBench.Said("a memo") with { Files = [memo] }, CancellationToken.None);

        var fault = await Assert.ThrowsAsync<ChatException>(() => bench.Platform.PostAsync(
            bench.Place, new PostKey("other"), DiscordBench.Said("x") with { Files = [memo with { Bytes = new byte[11_000_000] }] }, CancellationToken.None));

        Assert.Equal(1000, Assert.Single(Assert.Single(bench.Channel.Messages).Files).Bytes.Length);
        Assert.Contains("Discord:LargestFileBytes", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commands_are_registered_once_and_again_only_when_they_changed(bool inOneGuild)
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        var guild = discord.World.Guilds.Keys.First();
        for (var start = 0; start < 2; start++)
        {
            var bench = DiscordBench.Connect(discord, change: options => options.CommandsGuild = inOneGuild ? guild.ToString() : null);
            await bench.ReadyAsync();
            await discord.UntilAsync(_ => bench.Log.All.Any(static line => line.Contains("commands registered for", StringComparison.Ordinal) || line.Contains("are registered as they should be", StringComparison.Ordinal)), 10);
            await bench.StopAsync();
        }

        Assert.Equal(1, discord.World.CommandWrites);
        Assert.Equal(["ask", "source", "library", "Add to the library"], discord.World.Commands[inOneGuild ? guild : 0].Select(static command => (string)command!["name"]!), StringComparer.Ordinal);
        discord.World.Commands[inOneGuild ? guild : 0][0]!["description"] = "something else";
        var again = DiscordBench.Connect(discord, change: options => options.CommandsGuild = inOneGuild ? guild.ToString() : null);
        await discord.UntilAsync(world => world.CommandWrites == 2);
        await again.StopAsync();
    }

    [Fact]
    public void What_editors_alone_may_call_is_offered_to_those_who_manage_the_guild()
    {
        var menu = new ChatMenu([new CommandDefinition("bind", "Bind", DeskRole.Editor), .. DiscordBench.Menu.Commands]);

        var commands = CommandRegistration.Wire(menu, inOneGuild: false);

        Assert.Equal("32", commands.Single(static command => command.Name == "bind").DefaultMemberPermissions);
        Assert.Null(commands.Single(static command => command.Name == "library").DefaultMemberPermissions);
    }

    [Fact]
    public async Task The_invite_link_asks_for_just_what_is_used()
    {
        await using var bench = await DiscordBench.StartAsync();

        var link = (await bench.Platform.IdentifyAsync(CancellationToken.None)).Invite;

        Assert.Equal($"https://discord.com/oauth2/authorize?client_id={bench.Discord.World.Application}&scope=bot%20applications.commands&permissions={Bits.Default}", link.AbsoluteUri);
        Assert.Equal(6, InviteLink.Permissions.Count);
        Assert.Contains(bench.Discord.World.Application.ToString(), string.Join('\n', bench.Log.All), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_token_there_is_no_Discord()
    {
        using var services = Services([]);

        Assert.Empty(services.GetServices<IChatPlatform>());
    }

    [Fact]
    public void With_a_token_there_is_one()
    {
        using var services = Services(new(StringComparer.Ordinal) { ["Discord:Token"] = "t" });

        Assert.Equal("discord", Assert.Single(services.GetServices<IChatPlatform>()).Name);
    }

    [Fact]
    public void A_setting_that_cannot_be_stops_the_start_and_is_named()
    {
        using var services = Services(new(StringComparer.Ordinal) { ["Discord:Token"] = "t", ["Discord:CommandsGuild"] = "my guild" });

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<DiscordOptions>>().Value);

        Assert.Contains("Discord:CommandsGuild", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_can_be_read_back_from_a_reply_address_and_the_token_is_not_printed()
    {
        var address = new BriefingBot.Discord.Interactions.ReplyAddress(new Snowflake(5), new ChatPlace("discord", "1", "2", "3"), new Snowflake(9)) { Application = new Snowflake(8), Token = "to:ken", Private = true, Page = 2 };

        Assert.Equal(address, BriefingBot.Discord.Interactions.ReplyAddress.Parse(address.ToText()));
        Assert.DoesNotContain("to:ken", address.ToString(), StringComparison.Ordinal);
        Assert.Null(BriefingBot.Discord.Interactions.ReplyAddress.Parse("discord1:x:::::::::"));
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
        => new ServiceCollection().AddLogging().AddSingleton(ChatMenu.Empty).AddDiscord(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
}
