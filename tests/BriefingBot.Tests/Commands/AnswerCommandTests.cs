using System.Text;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using Markdig;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Commands;

public sealed class AnswerCommandTests
{
    private const string Question = "How many dockers stayed away from Port Varran?";

    [Fact]
    public async Task A_number_of_the_latest_answer_opens_its_quote_in_its_place()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var answer = await desk.As("ana").Ask(Question);
        var numbers = answer.Blocks.OfType<SourceBlock>().ToDictionary(source => source.Number);

        var reply = await desk.As("ben").Send("source", ("number", "2")).Reply;
        var chosen = await desk.As("ben").Press(Assert.IsType<ReplySelect>(answer.Actions[0]).Id, "1").Reply;

        Assert.Equal(numbers[2].Quote, Assert.Single(reply.Blocks.OfType<QuoteBlock>()).Quote);
        Assert.Contains("from the page's metadata", reply.Text(), StringComparison.Ordinal);
        Assert.Equal(numbers[1].Quote, Assert.Single(chosen.Blocks.OfType<QuoteBlock>()).Quote);
        Assert.True(chosen.Private);
        Assert.Contains("its numbers go from 1 to", (await desk.As("ben").Send("source", ("number", "99")).Reply).Text(), StringComparison.Ordinal);
        Assert.Equal(numbers.Count, (await desk.As("ben").Type("source", "number", "").Choices).Count);
        Assert.Equal([answer.AnswerId!], (await desk.As("ben").Type("source", "answer", "dockers").Choices).Select(choice => choice.Value), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_private_answer_opens_for_its_asker_and_for_editors_only()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var answer = await desk.As("ana").Ask(Question, ("private", "true"));

        Assert.True(answer.Private);
        Assert.Contains("no such answer", (await desk.As("ben").Send("source", ("answer", answer.AnswerId!)).Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing has been answered", (await desk.As("ben").Send("source").Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("no such answer", (await desk.As("ben").Press(new ChatActionId("feedback", answer.AnswerId!, "up")).Reply).Text(), StringComparison.Ordinal);
        Assert.Empty(await desk.As("ben").Type("export", "answer", "").Choices);
        var own = await desk.As("ana").Send("source", ("number", "1")).Reply;
        Assert.True(own.Private);
        Assert.NotEmpty(own.Blocks.OfType<QuoteBlock>());
        Assert.NotEmpty((await desk.As("eve").Managing().Send("source", ("answer", answer.AnswerId!)).Reply).Blocks.OfType<QuoteBlock>());
        Assert.True((await desk.As("ana").Press(new ChatActionId("further", answer.AnswerId!), "And who led them?").Reply).Private);
    }

    [Theory]
    [InlineData("md", "[^1]: “")]
    [InlineData("html", "<li id=\"n1\" value=\"1\"><q dir=\"auto\">")]
    public async Task A_memo_has_its_quotes_as_footnotes_with_publisher_and_date(string format, string footnote)
    {
        await using var desk = await Desk.WithStrikeAsync();
        var answer = await desk.As("ana").Ask(Question);

        var reply = await desk.As("ana").Send("export", ("answer", answer.AnswerId!.ToLowerInvariant()), ("format", format)).Reply;

        var memo = Encoding.UTF8.GetString(Assert.Single(reply.Files).Bytes.Span);
        Assert.Contains(footnote, memo, StringComparison.Ordinal);
        Assert.Contains("Varran Courier · 3 Mar 2031", memo, StringComparison.Ordinal);
        Assert.Contains(answer.AnswerId, memo, StringComparison.Ordinal);
        Assert.Equal($"{answer.AnswerId}.{format}", reply.Files[0].Name);
    }

    [Fact]
    public async Task Feedback_is_kept_with_its_citation_and_the_last_word_counts()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var id = (await desk.As("ana").Ask(Question)).AnswerId!;

        await desk.As("ben").Press(new ChatActionId("feedback", id, "up")).Reply;
        await desk.As("ben").Press(new ChatActionId("feedback", id, "down")).Reply;
        var wrong = await desk.As("ben").Press(new ChatActionId("feedback", id, "wrong"), "[2] it was Tuesday").Reply;
        var none = await desk.As("ben").Press(new ChatActionId("feedback", id, "wrong"), "9").Reply;
        var words = await desk.As("ben").Press(new ChatActionId("feedback", id, "wrong"), "all of it").Reply;

        Assert.Contains("[2] is wrong", wrong.Text(), StringComparison.Ordinal);
        Assert.Contains("no number 9", none.Text(), StringComparison.Ordinal);
        Assert.Contains("Begin with the number", words.Text(), StringComparison.Ordinal);
        var kept = desk.Library("port-desk").Read(session => new FeedbackStore(session).List());
        Assert.Equal([(FeedbackVerdict.Down, null, null), (FeedbackVerdict.WrongCitation, 2, "it was Tuesday")], kept.Select(f => (f.Verdict, f.Number, f.Note)));
    }

    [Fact]
    public async Task The_menu_shows_only_what_the_person_may_do_and_every_entry_works()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var menu = desk.Services.GetRequiredService<CommandCatalog>().Definitions;

        var help = await desk.As("ana").Send("help").Reply;

        Assert.Equal(["ask", "source", "check", "export", "library add", "library list", "library search", "library remove", "library create", "library bind",
            "digest preview", "digest more", "digest why", "digest list", "digest set", "digest pause", "digest resume", "digest remove", "digest post",
            "feeds list", "feeds add", "feeds poll", "feeds pause", "feeds remove", "gaps", "status", "help"],
            menu.Select(command => command.Name), StringComparer.Ordinal);
        Assert.Contains("/ask", help.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("/library remove", help.Text(), StringComparison.Ordinal);
        Assert.All(menu, command => Assert.InRange(command.Description.Length, 1, 100));
        foreach (var command in menu)
        {
            var reply = await desk.As("eve").Managing().Send(command.Name).Reply;
            Assert.DoesNotContain("fault", reply.Text(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("no such command", reply.Text(), StringComparison.Ordinal);
        }

        Assert.Contains("no such command", (await desk.As("ana").Send("digest").Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("another version", (await desk.As("ana").Press(new ChatActionId("explode")).Reply).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\0\u0001\u202E@everyone <script>alert(1)</script>")]
    [InlineData("' or 1=1; drop table answers; -- \" * NEAR(")]
    [InlineData("\ud800\udbff lone")]
    [InlineData("[9] “quoted” [1] *stars* [a](javascript:alert(1))")]
    public async Task Hostile_text_is_only_text(string hostile)
    {
        await using var desk = await Desk.WithStrikeAsync();
        var stored = hostile.Replace("\0", "", StringComparison.Ordinal);
        desk.Add("port-desk", "hostile", stored, stored, "2031-03-02", $"The dockers of Port Varran said {stored} and stayed away.");

        ChatReply[] replies =
        [
            await desk.As("ana").Ask(hostile + new string('́', 3000)), await desk.As("ana").Ask("What did the dockers of Port Varran say?"), await desk.As("ana").Say(hostile).Reply,
            await desk.As("ana").Send("library search", ("query", hostile)).Reply, await desk.As("ana").Send("source", ("answer", hostile), ("number", hostile)).Reply,
            await desk.As("ana").Send("library list").Reply, await desk.As("ana").Send("gaps").Reply, await desk.As("eve").Managing().Send("library create", ("name", hostile)).Reply,
            await desk.As("eve").Managing().Send("library bind", ("name", hostile)).Reply, await desk.As("ana").Send("export", ("format", "html")).Reply,
            await desk.As("ana").Send("export").Reply,
        ];

        Assert.All(replies, reply => Assert.DoesNotContain("A fault of the program", reply.Text(), StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", replies[9].Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", replies[10].Text(), StringComparison.Ordinal);
        var rendered = Markdown.ToHtml(Encoding.UTF8.GetString(replies[10].Files[0].Bytes.Span));
        Assert.DoesNotContain("javascript:alert(1)\"", rendered, StringComparison.Ordinal);
        Assert.DoesNotContain("<em>stars", rendered, StringComparison.Ordinal);
        Assert.All(await desk.As("ana").Type("source", "answer", "").Choices, choice => Assert.InRange(choice.Label.Length, 1, 100));
    }
}
