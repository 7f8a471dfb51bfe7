using System.Text;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Wire;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>Commands, buttons, choices, forms and suggestions, through real sockets.</summary>
public sealed class InteractionTests
{
    [Fact]
    public async Task A_question_is_acknowledged_at_once_and_answered_by_editing_the_reply()
    {
        await using var bench = await DiscordBench.StartAsync();
        var asked = bench.Discord.People.Slash(bench.Discord.People.Join("Ana"), bench.Channel, "ask", ("question", 3, "who walked out?"));

        var reply = await bench.ReplyAsync(asked);

        Assert.Equal(5, asked.Acknowledged);
        Assert.True(asked.AcknowledgedAfter < TimeSpan.FromSeconds(2));
        Assert.Null(reply.OnlyFor);
        Assert.Contains("who walked out?", reply.Content, StringComparison.Ordinal);
        Assert.Empty(bench.Discord.World.Refusals);
    }

    [Fact]
    public async Task A_request_says_who_asked_what_where_and_what_they_may()
    {
        await using var bench = await DiscordBench.StartAsync();
        var owner = bench.Discord.World.Users[bench.Discord.World.Guilds.Values.First().Owner];
        var thread = bench.Discord.People.StartThread(bench.Channel, null, owner.Id);
        await bench.ReplyAsync(bench.Discord.People.Slash(owner, thread, "ask", ("question", 3, "who?"), ("private", 5, true)));

        var request = Assert.IsType<CommandRequest>(Assert.Single(bench.Requests));

        Assert.Equal(("ask", "who?", "true"), (request.Command, request.Options["question"], request.Options["private"]));
        Assert.Equal(new ChatPlace("discord", bench.Channel.Guild.ToString(), bench.Channel.Id.ToString(), thread.Id.ToString()), request.Place);
        Assert.Equal(owner.Id.ToString(), request.Person.Id);
        Assert.True(request.ManagesWorkspace);
        Assert.Contains("4242", request.PlatformRoles);
    }

    [Fact]
    public async Task A_private_answer_is_for_the_asker_alone_from_the_first_moment()
    {
        await using var bench = await DiscordBench.StartAsync();
        var user = bench.Discord.People.Join("Ana");
        var asked = bench.Discord.People.Slash(user, bench.Channel, "ask", ("question", 3, "hush"), ("private", 5, true));

        var reply = await bench.ReplyAsync(asked);

        Assert.Equal(user.Id, reply.OnlyFor);
        Assert.DoesNotContain(bench.Channel.Messages, static message => message.OnlyFor is null);
    }

    [Fact]
    public async Task A_reply_for_one_alone_leaves_nothing_public_behind()
    {
        await using var bench = await DiscordBench.StartAsync((_, responder) => responder.FinishAsync(DiscordBench.Said("not permitted") with { Private = true }, CancellationToken.None));
        var user = bench.Discord.People.Join("Ana");
        bench.Discord.People.Slash(user, bench.Channel, "ask", ("question", 3, "x"));

        await bench.Discord.UntilAsync(_ => bench.Channel.Messages.Any(message => message.Content == "not permitted"));

        Assert.All(bench.Channel.Messages.Where(static message => !message.Deleted), message => Assert.Equal(user.Id, message.OnlyFor));
    }

    [Fact]
    public async Task Suggestions_come_while_typing_and_a_slow_use_case_gives_none_in_time()
    {
        await using var bench = await DiscordBench.StartAsync((request, responder) => DiscordBench.Asked(request) == "slow"
            ? Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System)
            : responder.SuggestAsync([.. Enumerable.Range(1, 40).Select(static n => new ReplyChoice($"{n}", $"[{n}] a title", new string('x', 200)))], CancellationToken.None));
        var user = bench.Discord.People.Join("Ana");
        var quick = bench.Discord.People.Type(user, bench.Channel, "source", "number", "1");
        await bench.Discord.UntilAsync(_ => quick.Choices is not null);
        var slow = bench.Discord.People.Type(user, bench.Channel, "source", "number", "slow");
        await bench.Discord.UntilAsync(_ => slow.Choices is not null);

        Assert.Equal(25, quick.Choices!.Count);
        Assert.Empty(slow.Choices!);
        Assert.True(InteractionHandler.SuggestPatience < TimeSpan.FromMilliseconds(500));
        var asked = Assert.IsType<SuggestRequest>(bench.Requests.First());
        Assert.Equal(("source", "number", "1"), (asked.Command, asked.Option, asked.Typed));
    }

    [Fact]
    public async Task Buttons_choices_and_forms_work_and_still_do_after_a_restart()
    {
        var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        var before = DiscordBench.Connect(discord, static (_, responder) => responder.FinishAsync(WithActions(), CancellationToken.None));
        await before.ReadyAsync();
        var user = discord.People.Join("Ana");
        var answer = await before.ReplyAsync(discord.People.Slash(user, before.Channel, "ask", ("question", 3, "x")));
        await before.StopAsync();

        await using var after = DiscordBench.Connect(discord);
        await after.ReadyAsync();
        var pressed = await after.ReplyAsync(discord.People.Press(user, answer, "👍"));
        var chosen = await after.ReplyAsync(discord.People.Choose(user, answer, "2"));
        var opened = discord.People.Press(user, answer, "Wrong citation");
        await discord.UntilAsync(_ => opened.Modal is not null);
        var filled = await after.ReplyAsync(discord.People.Submit(opened, "number 2 is not in it"));

        Assert.Contains("feedback K7QX3M9TRB up", pressed.Content, StringComparison.Ordinal);
        Assert.Equal(user.Id, pressed.OnlyFor);
        Assert.Contains("source K7QX3M9TRB = 2", chosen.Content, StringComparison.Ordinal);
        Assert.Contains("wrong K7QX3M9TRB = number 2 is not in it", filled.Content, StringComparison.Ordinal);
        Assert.Contains("Which number", opened.Modal!.ToJsonString(), StringComparison.Ordinal);
        Assert.All(after.Requests.OfType<ActionRequest>(), request => Assert.Equal(answer.Id.ToString(), request.MessageId));
        Assert.Empty(discord.World.Refusals);
    }

    [Fact]
    public async Task Adding_a_file_by_option_or_from_a_message_reads_its_bytes()
    {
        await using var bench = await DiscordBench.StartAsync(static async (request, responder) =>
        {
            var file = Assert.Single(((CommandRequest)request).Attachments);
            await using var stream = await file.OpenAsync(CancellationToken.None);
            using var reader = new StreamReader(stream);
            await responder.FinishAsync(DiscordBench.Said($"{((CommandRequest)request).Command} got {await reader.ReadToEndAsync(CancellationToken.None)}"), CancellationToken.None);
        });
        var user = bench.Discord.People.Join("Ana");
        var message = bench.Discord.People.Say(user, bench.Channel, "look", files: ("memo.md", Encoding.UTF8.GetBytes("the memo")));

        var byOption = await bench.ReplyAsync(bench.Discord.People.SlashWithFile(user, bench.Channel, "library add", "file", "note.txt", Encoding.UTF8.GetBytes("the note")));
        var fromMessage = await bench.ReplyAsync(bench.Discord.People.OnMessage(user, message, "Add to the library"));

        Assert.Contains("library add got the note", byOption.Content, StringComparison.Ordinal);
        Assert.Contains("library add got the memo", fromMessage.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_public_answer_goes_on_in_messages_of_the_channel_each_once()
    {
        await using var bench = await DiscordBench.StartAsync((_, responder) => responder.FinishAsync(Long(), CancellationToken.None));
        bench.Discord.Faults.ErrorAfter = 0.4;
        var asked = bench.Discord.People.Slash(bench.Discord.People.Join("Ana"), bench.Channel, "ask", ("question", 3, "x"));

        await bench.Discord.UntilAsync(_ => bench.Channel.Messages.Any(static message => message.Content.Contains("Sentence number 99", StringComparison.Ordinal)));

        var texts = bench.Channel.Messages.Select(static message => message.Content).ToArray();
        Assert.Equal(asked.Original!.Content, texts[0]);
        Assert.Equal(texts.Distinct(StringComparer.Ordinal).Count(), texts.Length);
        Assert.True(texts.Length > 3);
    }

    [Fact]
    public async Task A_long_private_answer_has_pages_in_one_message_kept_or_composed_again()
    {
        var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        static Task Answer(ChatRequest request, IChatResponder responder) => responder.FinishAsync(Long() with { Again = new ChatActionId("show", "K7QX3M9TRB", "all") }, CancellationToken.None);
        var before = DiscordBench.Connect(discord, Answer);
        await before.ReadyAsync();
        var user = discord.People.Join("Ana");
        var answer = await before.ReplyAsync(discord.People.Slash(user, before.Channel, "ask", ("question", 3, "x"), ("private", 5, true)));
        var first = answer.Content;
        var next = FakeDiscord.People.Components(answer).Select(static button => (string)button["label"]!).Single(static label => label.StartsWith("2/", StringComparison.Ordinal));

        discord.People.Press(user, answer, next);
        await discord.UntilAsync(_ => answer.Content != first);
        var second = answer.Content;
        await before.StopAsync();
        await using var after = DiscordBench.Connect(discord, Answer);
        await after.ReadyAsync();
        discord.People.Press(user, answer, "◀ 1/" + next[2..].Split(' ')[0]);
        await discord.UntilAsync(_ => answer.Content == first);

        Assert.NotEqual(first, second, StringComparer.Ordinal);
        Assert.Equal(new ChatActionId("show", "K7QX3M9TRB", "all"), Assert.IsType<ActionRequest>(Assert.Single(after.Requests)).Action);
        Assert.Single(after.Channel.Messages);
    }

    [Fact]
    public async Task A_fault_in_a_use_case_becomes_a_sentence_with_an_id_that_is_in_the_log()
    {
        await using var bench = await DiscordBench.StartAsync(static (_, _) => throw new InvalidOperationException("the secret inside"));
        var asked = bench.Discord.People.Slash(bench.Discord.People.Join("Ana"), bench.Channel, "ask", ("question", 3, "x"));

        var reply = await bench.ReplyAsync(asked);

        Assert.Contains(asked.Id.ToString(), reply.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reply.Content, StringComparison.Ordinal);
        Assert.Contains(bench.Log.All, line => line.Contains(asked.Id.ToString(), StringComparison.Ordinal) && line.Contains("the secret inside", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unanswered_question_is_finished_after_a_restart_by_its_stored_address()
    {
        var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        var before = DiscordBench.Connect(discord, static (_, _) => Task.CompletedTask);
        await before.ReadyAsync();
        var asked = discord.People.Slash(discord.People.Join("Ana"), before.Channel, "ask", ("question", 3, "x"));
        await discord.UntilAsync(_ => asked.Acknowledged is not null && before.Requests.Count == 1);
        var stored = before.Requests.First().ReplyAddress!;
        await before.StopAsync();

        await using var after = DiscordBench.Connect(discord);
        await after.ReadyAsync();
        await (await after.ResumeAsync(before.Requests.First() with { ReplyAddress = stored }))!.FinishAsync(DiscordBench.Said("here it is"), CancellationToken.None);

        Assert.Equal("here it is", asked.Original!.Content);
    }

    [Theory]
    [InlineData(false, "here it is")]
    [InlineData(true, "Please ask again")]
    public async Task When_its_token_turns_out_to_be_dead_the_asker_is_told_in_the_channel_and_nothing_private_is(bool @private, string expected)
    {
        await using var bench = await DiscordBench.StartAsync(static (_, _) => Task.CompletedTask, new FakeOptions { TokenLife = TimeSpan.Zero });
        var user = bench.Discord.People.Join("Ana");
        var asked = bench.Discord.People.Slash(user, bench.Channel, "ask", ("question", 3, "x"), ("private", 5, @private));
        await bench.Discord.UntilAsync(_ => asked.Acknowledged is not null && bench.Requests.Count == 1);

        await (await bench.ResumeAsync(bench.Requests.First()))!.FinishAsync(DiscordBench.Said("here it is"), CancellationToken.None);

        var told = bench.Channel.Messages.Last();
        Assert.Contains($"<@{user.Id}>", told.Content, StringComparison.Ordinal);
        Assert.Contains(expected, told.Content, StringComparison.Ordinal);
        Assert.Equal(!@private, told.Content.Contains("here it is", StringComparison.Ordinal));
        Assert.Equal([user.Id], told.Pings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_its_address_is_gone_a_public_answer_comes_as_a_message_to_the_asker_and_a_private_one_not_at_all(bool kept)
    {
        await using var bench = await DiscordBench.StartAsync();
        var user = bench.Discord.People.Join("Ana");
        var old = new ReplyAddress(Snowflake.At(bench.Discord.World.Now.AddMinutes(-16)), bench.Place, new Snowflake(user.Id)) { Application = new Snowflake(bench.Discord.World.Application), Token = "old" };
        var pending = new PendingRequest(old.Request.ToString(), bench.Place, user.Id.ToString(), Private: false, bench.Discord.World.Now) { ReplyAddress = kept ? old.ToText() : null };

        await (await bench.Platform.ResumeAsync(pending, CancellationToken.None))!.FinishAsync(DiscordBench.Said("here it is"), CancellationToken.None);

        Assert.Equal($"<@{user.Id}>\nhere it is", Assert.Single(bench.Channel.Messages).Content);
        Assert.Equal([user.Id], bench.Channel.Messages[0].Pings);
        Assert.Null(await bench.Platform.ResumeAsync(pending with { Private = true }, CancellationToken.None));
        Assert.Null(await bench.Platform.ResumeAsync(pending with { RequestId = "of another platform", ReplyAddress = "local:x" }, CancellationToken.None));
    }

    [Fact]
    public async Task Acknowledgements_survive_failures_on_the_way()
    {
        await using var bench = await DiscordBench.StartAsync();
        (bench.Discord.Faults.ErrorBefore, bench.Discord.Faults.ErrorAfter, bench.Discord.Faults.Limit) = (0.3, 0.3, 0.3);
        // A call is given up after its sixth attempt, and twenty questions would have one that meets six failures now and then.
        bench.Discord.Faults.MostForOne = 3;
        var user = bench.Discord.People.Join("Ana");
        var asked = Enumerable.Range(0, 20).Select(n => bench.Discord.People.Slash(user, bench.Channel, "ask", ("question", 3, $"q{n}"))).ToArray();

        foreach (var interaction in asked)
        {
            await bench.ReplyAsync(interaction);
        }

        Assert.All(asked, static interaction => Assert.False(interaction.Missed));
    }

    internal static ChatReply WithActions() => DiscordBench.Said("an answer") with
    {
        AnswerId = "K7QX3M9TRB",
        Actions =
        [
            new ReplySelect(new ChatActionId("source", "K7QX3M9TRB"), "Show quote", [new ReplyChoice("1", "[1] one"), new ReplyChoice("2", "[2] two")]),
            new ReplyButton(new ChatActionId("feedback", "K7QX3M9TRB", "up"), "👍"),
            new ReplyButton(new ChatActionId("feedback", "K7QX3M9TRB", "down"), "👎"),
            new ReplyForm(new ChatActionId("wrong", "K7QX3M9TRB"), "Wrong citation", "Which number, and what is wrong with it?"),
        ],
    };

    internal static ChatReply Long() => new()
    {
        Blocks = [.. Enumerable.Range(0, 100).Select(static n => (ReplyBlock)new ClaimBlock("", $"Sentence number {n} of a long answer about a harbour that does not exist.", false, [n + 1]))],
    };
}
