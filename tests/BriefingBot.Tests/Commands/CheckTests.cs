using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;

namespace BriefingBot.Tests.Commands;

public sealed class CheckTests
{
    [Fact]
    public async Task A_claim_the_library_supports_is_quoted_and_its_quote_opens_in_its_place()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Send("check", ("claim", "Harbour master Ilse Tamm called the walkout unlawful.")).Reply;
        var choice = Assert.Single(Assert.IsType<ReplySelect>(Assert.Single(reply.Actions)).Choices);
        var opened = await desk.As("ben").Press(reply.Actions[0].Id, choice.Value).Reply;

        Assert.Contains("Supported.", reply.Text(), StringComparison.Ordinal);
        var quote = Assert.Single(reply.Blocks.OfType<ClaimBlock>());
        Assert.True(quote.Verbatim);
        Assert.Equal(("Harbour master Ilse Tamm called the walkout unlawful.", "Varran Courier · 3 Mar 2031:"), (quote.Text, quote.Framing));
        Assert.Equal(1, Assert.Single(reply.Blocks.OfType<SourceBlock>()).Number);
        Assert.False(reply.Private);
        Assert.Equal(quote.Text, Assert.Single(opened.Blocks.OfType<QuoteBlock>()).Quote);
        Assert.True(opened.Private);
    }

    [Fact]
    public async Task A_claim_of_which_there_are_two_accounts_is_disputed_with_both()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Send("check", ("claim", "About 1,400 dockers stayed away from Port Varran on Monday."), ("private", "true")).Reply;

        Assert.Contains("Disputed.", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("The other account:", reply.Text(), StringComparison.Ordinal);
        var quotes = reply.Blocks.OfType<ClaimBlock>().Select(claim => claim.Text).ToList();
        Assert.Contains("1,400", quotes[0], StringComparison.Ordinal);
        Assert.Contains("1,900", quotes[1], StringComparison.Ordinal);
        Assert.Equal([1, 2], reply.Blocks.OfType<SourceBlock>().Select(source => source.Number));
        Assert.True(reply.Private);
    }

    [Fact]
    public async Task A_claim_the_library_does_not_know_is_not_found()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Send("check", ("claim", "Ostrava Shipping sold nine ice breakers to Norlund.")).Reply;

        Assert.Contains("Not found in this library.", reply.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Supported", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sentences_of_a_message_are_checked_one_by_one_without_its_links_and_mentions()
    {
        await using var desk = await Desk.WithStrikeAsync();
        const string Message = "<@1234> Look: https://example.test/walkout\nHarbour master Ilse Tamm called the walkout unlawful. The museum reopened after nine years of repairs.";

        var reply = await desk.As("ana").Send("check", (ChatMenu.MessageTextOption, Message)).Reply;

        Assert.Equal(["Look: Harbour master Ilse Tamm called the walkout unlawful.", "The museum reopened after nine years of repairs."], reply.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text));
        Assert.Contains("Supported.", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("Disputed.", reply.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.test", reply.Text(), StringComparison.Ordinal);
        var numbers = reply.Blocks.OfType<ClaimBlock>().SelectMany(claim => claim.Numbers).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public async Task It_stands_in_the_menu_of_a_message()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var catalog = (CommandCatalog)desk.Services.GetService(typeof(CommandCatalog))!;
        Assert.Equal("Check against the library", catalog.Find("check")!.Definition.MessageLabel);
    }

    [Theory]
    [InlineData("1/1/0/9999/courier")]
    [InlineData("1/7/0/10/courier")]
    [InlineData("1/1/0/10/nobody")]
    [InlineData("1/1/10/10/courier")]
    [InlineData("1/1/-1/10/courier")]
    [InlineData("courier")]
    [InlineData("")]
    public async Task A_place_that_is_not_there_is_a_sentence(string value)
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Press(new ChatActionId("quote"), value).Reply;

        Assert.Contains("There is no such document", reply.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claim", "", "no text to check")]
    [InlineData("message-text", "https://example.test", "no text to check")]
    public async Task Nothing_to_check_is_said(string option, string value, string expected)
    {
        await using var desk = await Desk.WithStrikeAsync();
        Assert.Contains(expected, (await desk.As("ana").Send("check", (option, value)).Reply).Text(), StringComparison.Ordinal);
    }
}
