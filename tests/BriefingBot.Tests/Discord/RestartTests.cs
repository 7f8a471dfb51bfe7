using BriefingBot.Core.Chat;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>What a restart of the real host leaves whole.</summary>
public sealed class RestartTests
{
    private const string Walkout = "How many dockers walked out at Port Varran?";
    private const string Unreachable = """{"message":"no healthy upstream","code":0}""";

    [Fact]
    public async Task An_answer_posted_before_a_restart_keeps_its_buttons_its_menu_its_forms_and_its_sources()
    {
        await using var before = await ServedDiscord.StartAsync();
        before.BindAll();
        var (discord, channel, ana) = (before.Discord, before.Channel, before.Discord.People.Join("Ana"));
        var answer = await before.ReplyAsync(before.Ask(ana, channel, Walkout));
        await before.StopAsync();

        await using var after = await before.AgainAsync();
        var liked = await after.ReplyAsync(discord.People.Press(ana, answer, "👍"));
        var quote = await after.ReplyAsync(discord.People.Choose(ana, answer, "2"));
        var wrong = await after.ReplyAsync(await SubmitAsync(discord, discord.People.Press(ana, answer, "Wrong citation"), "[2] says Monday, not Tuesday"));
        var further = await after.ReplyAsync(await SubmitAsync(discord, discord.People.Press(ana, answer, "Ask further"), "And what did the harbour master say?"));
        var source = await after.ReplyAsync(discord.People.Slash(ana, channel, "source", ("number", 4, 2)));

        Assert.Contains("Noted: a good answer", ServedDiscord.Words(liked), StringComparison.Ordinal);
        Assert.Contains("About 1,400 dockers", ServedDiscord.Words(quote), StringComparison.Ordinal);
        Assert.Contains("the citation [2] is wrong", ServedDiscord.Words(wrong), StringComparison.Ordinal);
        Assert.Contains("And what did the harbour master say?", ServedDiscord.Words(further), StringComparison.Ordinal);
        Assert.Null(further.OnlyFor);
        Assert.All([liked, quote, wrong, source], message => Assert.Equal(ana.Id, message.OnlyFor));
        Assert.NotEmpty(source.Content);
        Assert.Empty(discord.World.Refusals);
    }

    [Fact]
    public async Task A_question_the_end_of_the_program_left_unanswered_is_answered_in_its_place()
    {
        await using var before = await ServedDiscord.StartAsync();
        before.BindAll();
        var (discord, asked) = await CutOffAsync(before);
        Assert.Contains(asked.Token, Assert.Single(before.ReplyAddresses()), StringComparison.Ordinal);

        await using var after = await before.AgainAsync();
        var reply = await after.ReplyAsync(asked);

        Assert.Contains("1,400", ServedDiscord.Words(reply), StringComparison.Ordinal);
        Assert.Equal(reply, Assert.Single(after.Channel.Messages));
        await after.StopAsync();
        Assert.Empty(after.ReplyAddresses());
        Assert.Empty(discord.World.Refusals);
    }

    [Fact]
    public async Task After_fifteen_minutes_it_is_answered_by_a_message_to_its_asker()
    {
        await using var before = await ServedDiscord.StartAsync();
        before.BindAll();
        var (discord, asked) = await CutOffAsync(before);

        await using var after = await before.AgainAsync(TimeSpan.FromMinutes(16));
        await discord.UntilAsync(_ => after.Channel.Messages.Count == 2, 60);

        var told = after.Channel.Messages[1];
        Assert.Contains("1,400", ServedDiscord.Words(told), StringComparison.Ordinal);
        Assert.StartsWith($"<@{asked.User.Id}>", told.Content, StringComparison.Ordinal);
        Assert.Equal([asked.User.Id], told.Pings);
        Assert.Empty(after.ReplyAddresses());
    }

    [Fact]
    public async Task After_fifteen_minutes_a_private_question_is_asked_again_by_a_button_and_answered_to_its_asker_alone()
    {
        await using var before = await ServedDiscord.StartAsync();
        before.BindAll();
        var (discord, asked) = await CutOffAsync(before, alone: true);

        await using var after = await before.AgainAsync(TimeSpan.FromMinutes(16));
        await discord.UntilAsync(_ => after.Channel.Messages.Count == 2, 60);
        var told = after.Channel.Messages[1];
        var reply = await after.ReplyAsync(discord.People.Press(asked.User, told, "Ask again"));

        Assert.DoesNotContain("dockers", ServedDiscord.Words(told), StringComparison.Ordinal);
        Assert.Equal([asked.User.Id], told.Pings);
        Assert.Contains("1,400", ServedDiscord.Words(reply), StringComparison.Ordinal);
        Assert.Equal(asked.User.Id, reply.OnlyFor);
    }

    /// <summary>A question whose answer Discord took no more before the program ended, as if it had been killed over it.</summary>
    private static async Task<(FakeDiscordServer Discord, FakeInteraction Asked)> CutOffAsync(ServedDiscord served, bool alone = false)
    {
        var discord = served.Discord;
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        discord.Faults.Refuse = (method, path) => method == "PATCH" && path.StartsWith("webhooks/", StringComparison.Ordinal) && (refused.TrySetResult() || true) ? (503, Unreachable) : null;
        var asked = discord.People.Slash(discord.People.Join("Ana"), served.Channel, "ask", ("question", 3, Walkout), ("private", 5, alone));
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await served.StopAsync();
        discord.Faults.Calm();
        return (discord, asked);
    }

    private static async Task<FakeInteraction> SubmitAsync(FakeDiscordServer discord, FakeInteraction opened, string text)
    {
        await discord.UntilAsync(_ => opened.Modal is not null, 60);
        return discord.People.Submit(opened, text);
    }
}
