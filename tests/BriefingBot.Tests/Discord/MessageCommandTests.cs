using System.Text;
using BriefingBot.Core.Chat;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>Commands called on somebody's message: whatever the menu says, nothing of it known to the platform.</summary>
public sealed class MessageCommandTests
{
    private static readonly ChatMenu Menu = new(
        [
            new CommandDefinition("check", "Checks a claim") { Options = [new CommandOption("claim", "The claim")], MessageLabel = "Check against the library" },
            new CommandDefinition("library add", "Adds files") { MessageLabel = "Add to the library" },
        ]);

    [Fact]
    public async Task Every_command_with_a_label_is_offered_on_messages_and_gets_the_messages_text_and_files()
    {
        await using var bench = await DiscordBench.StartAsync(menu: Menu);
        var user = bench.Discord.People.Join("Ana");
        var message = bench.Discord.People.Say(user, bench.Channel, "The port closed on Monday. https://varran.example/walkout", files: ("memo.md", Encoding.UTF8.GetBytes("the memo")));

        var checkedReply = await bench.ReplyAsync(bench.Discord.People.OnMessage(user, message, "Check against the library"));
        var added = await bench.ReplyAsync(bench.Discord.People.OnMessage(user, message, "Add to the library"));

        Assert.Equal(["check", "library add"], bench.Requests.Cast<CommandRequest>().Select(static request => request.Command), StringComparer.Ordinal);
        Assert.All(bench.Requests.Cast<CommandRequest>(), static request =>
        {
            Assert.Equal("The port closed on Monday. https://varran.example/walkout", request.Options[ChatMenu.MessageTextOption]);
            Assert.Equal("memo.md", Assert.Single(request.Attachments).Name);
        });
        Assert.All([checkedReply, added], reply => Assert.Equal(user.Id, reply.OnlyFor));
        await bench.Discord.UntilAsync(static world => world.Commands.ContainsKey(0), 60);
        Assert.Contains(bench.Discord.World.Commands[0], static command => (string?)command!["name"] == "Check against the library" && (int?)command["type"] == 3);
        Assert.Empty(bench.Discord.World.Refusals);
    }

    [Theory]
    [InlineData(5_000, null)]
    [InlineData(5_001, "larger than")]
    public async Task A_file_is_read_up_to_the_limit_whatever_its_size_was_said_to_be(int bytes, string? refusal)
    {
        var read = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await DiscordBench.StartAsync(
            async (request, responder) =>
            {
                read.TrySetResult(await ReadAsync(((CommandRequest)request).Attachments[0]));
                await responder.FinishAsync(DiscordBench.Said("read"), CancellationToken.None);
            },
            options: static options => options.LargestFileBytes = 5_000);
        bench.Discord.World.SaysOfEveryFile = 10;
        var user = bench.Discord.People.Join("Ana");
        var message = bench.Discord.People.Say(user, bench.Channel, "look", files: ("memo.md", new byte[bytes]));

        bench.Discord.People.OnMessage(user, message, "Add to the library");

        var outcome = await read.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        if (refusal is null) Assert.Equal($"{bytes}", outcome);
        else Assert.Contains(refusal, outcome, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(ChatAttachment file)
    {
        try
        {
            await using var stream = await file.OpenAsync(CancellationToken.None);
            return $"{stream.Length}";
        }
        catch (ChatException refusal)
        {
            return refusal.Message;
        }
    }
}
