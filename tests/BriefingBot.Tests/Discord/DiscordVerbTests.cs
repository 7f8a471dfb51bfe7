using System.Text.Json;
using BriefingBot.Discord;
using BriefingBot.Tests.Cli;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>What the command line says of Discord.</summary>
public sealed class DiscordVerbTests
{
    [Fact]
    public async Task The_invite_link_is_printed_with_what_it_asks_for()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        using var shell = new Shell();

        var ran = await shell.RunAsync("discord", "invite", "--config", Config(shell, discord));
        var json = (await shell.RunAsync("discord", "invite", "--json", "--config", Config(shell, discord))).Json;

        var link = $"https://discord.com/oauth2/authorize?client_id={discord.World.Application}&scope=bot%20applications.commands&permissions={Bits.Default}";
        Assert.Equal((0, link), (ran.Code, ran.Out.Split('\n')[0]));
        Assert.All(InviteLink.Permissions, permission => Assert.Contains(permission, ran.Out, StringComparison.Ordinal));
        Assert.Equal("name invite permissions", Ran.Names(json));
        Assert.Equal(link, json.GetProperty("invite").GetString());
        Assert.DoesNotContain(discord.World.Options.Token, ran.Out + ran.Error + json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_it_says_where_one_goes()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("discord", "invite");

        Assert.Equal(2, ran.Code);
        Assert.Contains("BRIEFINGBOT_Discord__Token", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_a_sentence_that_does_not_hold_it()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        using var shell = new Shell();
        var config = Config(shell, discord, token: "not-the-right-one");

        var ran = await shell.RunAsync("discord", "invite", "--config", config);
        var doctor = await shell.RunAsync("doctor", "--config", config);

        Assert.Equal((1, 1), (ran.Code, doctor.Code));
        Assert.Contains("Discord refused the token", ran.Error, StringComparison.Ordinal);
        Assert.Contains("!! Discord", doctor.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-right-one", ran.Error + doctor.Out + doctor.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, "ok Discord")]
    [InlineData(true, false, "!! Discord")]
    [InlineData(true, true, "ok Discord")]
    public async Task The_doctor_asks_whose_token_it_is_and_whether_its_intents_are_those_of_the_settings(bool wanted, bool granted, string expected)
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions { MessageContentGranted = granted });
        using var shell = new Shell();

        var ran = await shell.RunAsync("doctor", "--config", Config(shell, discord, content: wanted));

        Assert.Contains(expected, ran.Out, StringComparison.Ordinal);
        Assert.Contains("Briefing Bot", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_tells_whether_Discord_is_on_without_asking_it()
    {
        using var shell = new Shell();
        var config = shell.Write("settings.json", """{"Discord":{"Token":"a-token","ApiBaseUrl":"http://127.0.0.1:1/api/v10"}}""");
        await shell.RunAsync("library", "create", "port-desk");
        var off = await shell.RunAsync("status");
        await shell.RunAsync("library", "grant", "port-desk", "--workspace", "1");
        await shell.RunAsync("library", "bind", "port-desk", "--workspace", "1", "--channel", "2");

        var on = await shell.RunAsync("status", "--config", config);
        var bound = await shell.RunAsync("status", "--json");

        Assert.Contains("Discord: off; no token is set.", off.Out, StringComparison.Ordinal);
        Assert.Contains("Discord: a token is set; 1 channel bound.", on.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("a-token", on.Out, StringComparison.Ordinal);
        Assert.False(bound.Json.GetProperty("discord").GetBoolean());
    }

    private static string Config(Shell shell, FakeDiscordServer discord, string? token = null, bool content = false) => shell.Write("discord.json", JsonSerializer.Serialize(
        new { Discord = new { Token = token ?? discord.World.Options.Token, discord.ApiBaseUrl, MessageContent = content } }));
}
