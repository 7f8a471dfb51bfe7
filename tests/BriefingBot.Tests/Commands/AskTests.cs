using BriefingBot.Core.Briefing;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Chat;

namespace BriefingBot.Tests.Commands;

public sealed class AskTests
{
    private const string Question = "How many dockers stayed away from Port Varran?";

    [Fact]
    public async Task An_answer_has_numbered_claims_and_a_source_line_for_each_number()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Ask(Question);

        Assert.Equal(Question, Assert.IsType<HeadingBlock>(reply.Blocks[0]).Text);
        var claim = reply.Blocks.OfType<ClaimBlock>().First(c => c.Verbatim);
        Assert.Contains("dockers stayed away", claim.Text, StringComparison.Ordinal);
        Assert.EndsWith("2031:", claim.Framing, StringComparison.Ordinal);
        var numbers = reply.Blocks.OfType<ClaimBlock>().SelectMany(c => c.Numbers).Distinct().Order();
        Assert.Equal(numbers, reply.Blocks.OfType<SourceBlock>().Select(s => s.Number).Order());
        Assert.Contains(reply.Blocks.OfType<ClaimBlock>(), c => c.Tone == TextTone.Caution && c.Framing.StartsWith("Accounts differ", StringComparison.Ordinal));
        Assert.Contains(reply.AnswerId!, Assert.IsType<TextBlock>(reply.Blocks[^1]).Text, StringComparison.Ordinal);
        Assert.False(reply.Private);
    }

    [Fact]
    public async Task Progress_is_words_that_end_before_the_reply_and_can_be_cancelled()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var asked = desk.As("ana").Send("ask", ("question", Question));
        var reply = await asked.Reply;
        var question = desk.Inbox.Find(reply.AnswerId!)!;
        string[] steps = ["212 documents · reading", "212 documents · 40 passages", "212 documents · 40 passages · checking 1 claim"];

        // A platform sees as many of the steps as it has time for.
        Assert.All(asked.Progress, p => Assert.Equal($"cancel {reply.AnswerId}", Assert.Single(p.Actions).Id.ToString()));
        Assert.Single(asked.Finished);
        Assert.Equal(steps, ((BriefProgress[])[new(212), new(212, 40), new(212, 40, 1)]).Select(done => Assert.IsType<TextBlock>(ProgressReplies.Working(question, done).Blocks[0]).Text), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_the_library_does_not_say_is_refused_and_stands_among_the_gaps()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Ask("Who chairs Ostrava Shipping?");
        var gaps = await desk.As("ben").Send("gaps").Reply;

        Assert.Contains("Nothing in this library mentions “Ostrava Shipping”.", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("/gaps", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("1× Who chairs Ostrava Shipping?", gaps.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_of_reads_only_what_was_published_by_that_day()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Ask(Question, ("as-of", "2031-03-03"));

        Assert.DoesNotContain("1,900", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("as of 3 Mar 2031", reply.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as-of", "yesterday", "“as-of” must be a day")]
    [InlineData("length", "endless", "“length” must be short or brief")]
    [InlineData("question", "   ", "Write a question")]
    public async Task A_wrong_option_is_named_with_the_remedy(string option, string value, string expected)
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Send("ask", [("question", "Who?"), .. option is "question" ? [] : new[] { (option, value) }]).Reply;

        if (option is "question") reply = await desk.As("ana").Send("ask", ("question", value)).Reply;
        Assert.Contains(expected, reply.Text(), StringComparison.Ordinal);
        Assert.True(reply.Private);
    }

    [Fact]
    public async Task A_mention_asks_and_a_reply_to_an_answer_asks_further()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var first = desk.As("ana").Say("Who leads the union at Port Varran?");
        await first.Reply;
        // A channel's questions are worked on one by one: with the next one answered, the first has been noted with its message.
        await desk.As("cleo").Ask("When did the museum reopen?");

        var second = await desk.As("ben").Say("And what does he want?", repliesTo: first.Posted!.MessageId).Reply;

        Assert.Contains("Understood as: What does he want? (", second.Text(), StringComparison.Ordinal);
        Assert.Contains("rota", second.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_delivered_twice_is_answered_once()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var request = new MessageRequest
        {
            Id = "twice",
            Place = new ChatPlace(desk.Platform.Name, "guild", "port"),
            Person = new ChatPerson(desk.Platform.Name, "ana", "Ana"),
            Text = Question,
        };
        var first = desk.Platform.Receive(request);
        await first.Reply;

        var again = desk.Platform.Receive(request);
        await desk.As("ben").Ask(Question);

        Assert.Empty(again.Finished);
        Assert.Equal(2, desk.Library("port-desk").Read(session => new AnswerStore(session).Recent(10)).Count);
    }
}
