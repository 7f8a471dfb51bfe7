using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Tests.Chat;

namespace BriefingBot.Tests.Commands;

/// <summary>Two workspaces, each with a secret, seek each other's by every path there is. Every test runs in both directions.</summary>
public sealed class IsolationTests
{
    public static TheoryData<string, string> Directions => new() { { "amber", "cobalt" }, { "cobalt", "amber" } };

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Asking_for_the_others_secret_finds_nothing(string mine, string theirs)
    {
        await using var desk = await TwoAsync();
        await In(desk, theirs).Ask(Question(theirs));

        var reply = await In(desk, mine).Ask(Question(theirs));

        Assert.DoesNotContain(reply.Blocks, block => block is ClaimBlock);
        NothingOf(theirs, reply, Question(theirs));
        Assert.Contains("1 document searched", reply.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task The_id_of_the_others_answer_is_no_answer_word_for_word_as_one_that_never_was(string mine, string theirs)
    {
        await using var desk = await TwoAsync();
        var id = (await In(desk, theirs).Ask(Question(theirs))).AnswerId!;
        var me = In(desk, mine).Managing();

        foreach (var command in (string[])["source", "export"])
        {
            var guessed = await me.Send(command, ("answer", id)).Reply;
            var never = await me.Send(command, ("answer", "0000000000")).Reply;
            Assert.Equal(never.Text(), guessed.Text());
            NothingOf(theirs, guessed);
        }

        foreach (var action in (string[])[$"source {id}", $"export {id}", $"further {id}", $"feedback {id} up", $"feedback {id} wrong", $"cancel {id}", $"retry {id}"])
        {
            var guessed = await me.Press(ChatActionId.Parse(action)!, "1").Reply;
            var never = await me.Press(ChatActionId.Parse(action.Replace(id, "0000000000", StringComparison.Ordinal))!, "1").Reply;
            Assert.Equal(never.Text(), guessed.Text());
            NothingOf(theirs, guessed);
        }
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Suggestions_lists_gaps_status_and_search_know_only_ones_own(string mine, string theirs)
    {
        await using var desk = await TwoAsync();
        await In(desk, theirs).Ask(Question(theirs));
        await In(desk, theirs).Ask($"Who betrayed {Name(theirs)} Ostrava?");
        var me = In(desk, mine).Managing();

        NothingOf(theirs, await me.Type("source", "answer", "").Choices);
        NothingOf(theirs, await me.Type("source", "number", "").Choices);
        NothingOf(theirs, await me.Type("export", "answer", "").Choices);
        NothingOf(theirs, await me.Type("library bind", "name", "").Choices);
        NothingOf(theirs, await me.Type("library remove", "document", "").Choices);
        NothingOf(theirs, await me.Send("library list").Reply);
        NothingOf(theirs, await me.Send("library search", ("query", Secret(theirs))).Reply);
        NothingOf(theirs, await me.Send("gaps").Reply);
        NothingOf(theirs, await me.Send("status").Reply);
        NothingOf(theirs, await me.Send("help").Reply);
        NothingOf(theirs, await me.Send("source").Reply);
        Assert.Contains("1 document,", (await me.Send("status").Reply).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task The_others_library_is_refused_like_one_that_does_not_exist(string mine, string theirs)
    {
        await using var desk = await TwoAsync();
        var me = In(desk, mine).Managing();

        var foreign = await me.Send("library bind", ("name", $"{theirs}-vault")).Reply;
        var none = await me.Send("library bind", ("name", "no-such-vault")).Reply;

        Assert.Equal(none.Text(), foreign.Text());
        Assert.Contains("no such library here", foreign.Text(), StringComparison.Ordinal);
        Assert.Equal($"{mine}-vault", desk.Bindings.Find(new ChannelKey(new WorkspaceKey("test", mine), "vault"))!.Library);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Making_a_library_of_the_others_name_tells_nothing_and_opens_ones_own(string mine, string theirs)
    {
        await using var desk = await TwoAsync();
        var me = In(desk, mine).Managing();

        var made = await me.Send("library create", ("name", $"{theirs}-vault")).Reply;
        var fresh = await me.Send("library create", ("name", "fresh-vault")).Reply;
        await me.Send("library bind", ("name", $"{theirs}-vault")).Reply;
        var reply = await me.Ask(Question(theirs));

        Assert.Equal(fresh.Text().Replace("fresh", theirs, StringComparison.Ordinal), made.Text());
        Assert.Contains("0 documents searched", reply.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret(theirs), Without(reply.Text(), Question(theirs)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Removing_the_others_document_removes_nothing(string mine, string theirs)
    {
        await using var desk = await TwoAsync();

        var reply = await In(desk, mine).Managing().Send("library remove", ("document", theirs)).Reply;

        NothingOf(theirs, reply);
        Assert.Contains(Secret(theirs), (await In(desk, theirs).Ask(Question(theirs))).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task A_channel_of_the_same_name_and_a_thread_of_the_others_open_nothing(string mine, string theirs)
    {
        await using var desk = await TwoAsync();
        var asked = In(desk, theirs).Say(Question(theirs));
        await asked.Reply;

        // The id of a post of theirs, replied to from here.
        var reply = await In(desk, mine).Say("And who else?", repliesTo: asked.Posted!.MessageId).Reply;
        var unbound = await desk.As("spy", mine, $"{theirs}-hall").Ask(Question(theirs));

        NothingOf(theirs, reply);
        NothingOf(theirs, unbound, Question(theirs));
        Assert.Contains("bound to no library", unbound.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task A_broken_library_names_neither_itself_nor_its_path(string mine, string theirs)
    {
        await using var desk = await TwoAsync();
        desk.Library($"{mine}-vault").Database.RefuseWrites();

        var reply = await In(desk, mine).Ask(Question(mine));

        Assert.DoesNotContain(desk.Folder, reply.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("vault", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("cannot be written", reply.Text(), StringComparison.Ordinal);
        Assert.Contains(Secret(theirs), (await In(desk, theirs).Ask(Question(theirs))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_answers_nothing_but_where_to_ask()
    {
        await using var desk = await TwoAsync();
        var alone = desk.As("spy").Managing().In(new ChatPlace("test", null, "dm"));

        ChatReply[] replies =
        [
            await alone.Ask(Question("amber")), await alone.Send("status").Reply, await alone.Send("help").Reply, await alone.Send("library create", ("name", "mine")).Reply,
            await alone.Send("library bind", ("name", "amber-vault")).Reply, await alone.Say(Question("amber")).Reply, await alone.Press(new ChatActionId("source", "0000000000")).Reply,
        ];

        Assert.All(replies, reply => Assert.Equal(replies[0].Text(), reply.Text()));
        Assert.Contains("not in direct messages", replies[0].Text(), StringComparison.Ordinal);
        Assert.Empty(await alone.Type("library bind", "name", "").Choices);
    }

    [Fact]
    public async Task A_revoked_library_closes_at_once()
    {
        await using var desk = await TwoAsync();
        var reply = await In(desk, "amber").Ask(Question("amber"));

        desk.Grants.Revoke(new WorkspaceKey("test", "amber"), "amber-vault");

        var after = await In(desk, "amber").Send("source", ("answer", reply.AnswerId!)).Reply;
        Assert.Contains("bound to no library", after.Text(), StringComparison.Ordinal);
        Assert.Null(desk.Bindings.Find(new ChannelKey(new WorkspaceKey("test", "amber"), "vault")));
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Of_a_library_granted_to_both_neither_learns_what_the_other_asked(string mine, string theirs)
    {
        await using var desk = await TwoAsync();
        foreach (var side in (string[])[mine, theirs]) desk.Bind(side, "shared", "shared-vault");
        desk.Add("shared-vault", "both", "Common minutes", "Common Gazette", "2031-03-01", "The common treasurer keeps the ledger in the vault. Everybody in both guilds knows the vault.");
        var (me, them) = (desk.As("me", mine, "shared").Managing(), desk.As("them", theirs, "shared"));
        var asked = await them.Ask($"Where does the treasurer keep the ledger that {Secret(theirs)} wrote?");
        await them.Ask($"Who betrayed {Secret(theirs)} to the regatta committee?");
        var own = await me.Ask("Who won the regatta of the common guild?");

        foreach (var command in (string[])["source", "export"])
            Assert.Equal((await me.Send(command, ("answer", "0000000000")).Reply).Text(), (await me.Send(command, ("answer", asked.AnswerId!)).Reply).Text());
        foreach (var action in (string[])["source", "export", "further", "feedback"])
        {
            var detail = action is "feedback" ? "up" : "";
            Assert.Equal(
                (await me.Press(new ChatActionId(action, "0000000000", detail), "1").Reply).Text(), (await me.Press(new ChatActionId(action, asked.AnswerId!, detail), "1").Reply).Text());
        }

        NothingOf(theirs, await me.Send("gaps").Reply);
        Assert.Contains("regatta of the common guild", (await me.Send("gaps").Reply).Text(), StringComparison.Ordinal);
        NothingOf(theirs, await me.Send("source").Reply);
        Assert.Equal([own.AnswerId!], (await me.Type("source", "answer", "").Choices).Select(choice => choice.Value), StringComparer.Ordinal);
        Assert.Equal([own.AnswerId!], (await me.Type("export", "answer", "").Choices).Select(choice => choice.Value), StringComparer.Ordinal);
        NothingOf(theirs, await me.Type("source", "number", "").Choices);
        NothingOf(theirs, await me.Type("source", "number", "", ("answer", asked.AnswerId!)).Choices);
        NothingOf(theirs, await me.Send("status").Reply);
    }

    private static async Task<Desk> TwoAsync()
    {
        var desk = await Desk.OpenAsync();
        foreach (var side in (string[])["amber", "cobalt"])
        {
            desk.Bind(side, "vault", $"{side}-vault");
            desk.Add($"{side}-vault", side, $"{Name(side)} minutes", $"{Name(side)} Gazette", "2031-03-01",
                $"The treasurer of the {Name(side)} guild hid the ledger under the name {Secret(side)}. Nobody else in the {Name(side)} guild knew of {Secret(side)}.");
        }

        return desk;
    }

    private static Person In(Desk desk, string side) => desk.As($"{side}-person", side, "vault");

    private static string Name(string side) => side is "amber" ? "Amber" : "Cobalt";

    private static string Secret(string side) => side is "amber" ? "Quillon" : "Zephyrine";

    private static string Question(string side) => $"Where did the treasurer of the {Name(side)} guild hide {Secret(side)}?";

    private static void NothingOf(string side, ChatReply reply, string asked = "") => NothingIn(Without(reply.Text(), asked), side);

    private static void NothingOf(string side, IReadOnlyList<ReplyChoice> choices) =>
        NothingIn(string.Join('\n', choices.Select(choice => $"{choice.Value} {choice.Label} {choice.Detail}")), side);

    private static void NothingIn(string text, string side)
    {
        Assert.DoesNotContain(Secret(side), text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"{side}-vault", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"{Name(side)} Gazette", text, StringComparison.OrdinalIgnoreCase);
    }

    // What was asked, and what of it the refusal repeats, is the asker's own.
    private static string Without(string text, string asked)
    {
        if (asked.Length == 0) return text;
        text = text.Replace(asked, "", StringComparison.Ordinal);
        var mentions = text.IndexOf("mentions ", StringComparison.Ordinal);
        return mentions < 0 ? text : text.Remove(mentions, text.IndexOf('\n', mentions) - mentions);
    }
}
