using BriefingBot.Core.Briefing.Models;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Briefing.Models;

public sealed class DraftParserTests
{
    private const string Ferry = "The ferry left at dawn.";
    private const string Crane = "Two cranes fell.";

    [Theory]
    [InlineData("The ferry left at dawn. [1]", "1")]
    [InlineData("The ferry left at dawn [1].", "1")]
    [InlineData("The ferry left at dawn.[1]", "1")]
    [InlineData("The ferry left at dawn. [1][2]", "1,2")]
    [InlineData("The ferry left at dawn. [1, 2]", "1,2")]
    [InlineData("The ferry left at dawn. [1; 2 and 4]", "1,2,4")]
    [InlineData("The ferry left at dawn. [1-3]", "1,2,3")]
    [InlineData("The ferry left at dawn. [1–3]", "1,2,3")]
    [InlineData("The ferry left at dawn.¹²", "12")]
    [InlineData("The ferry left at dawn. ［３］", "3")]
    [InlineData("The ferry left at dawn. 【2】", "2")]
    [InlineData("The ferry left at dawn. 【2†source】", "2")]
    [InlineData("The ferry left at dawn. [1](https://example.test/a)", "1")]
    [InlineData("The ferry left at dawn. [^2]", "2")]
    [InlineData("The ferry left at dawn. (passage 2)", "2")]
    [InlineData("The ferry left at dawn. [Source: 2]", "2")]
    [InlineData("The ferry left at dawn. (2)", "2")]
    [InlineData("[2] The ferry left at dawn.", "2")]
    [InlineData("- The ferry left at dawn. [1]", "1")]
    [InlineData("1. The ferry left at dawn. [1]", "1")]
    [InlineData("**The ferry left at dawn.** [1]", "1")]
    [InlineData("Sure! Here is the brief:\nThe ferry left at dawn. [1]", "1")]
    [InlineData("Based on the passages provided, the ferry left at dawn. [1]", "1")]
    [InlineData("The ferry left at dawn. [1]\n\nSources:\n[1] Varran Courier", "1")]
    [InlineData("The ferry left at dawn. [1]\n[1]: https://example.test", "1")]
    [InlineData("```\nThe ferry left at dawn. [1]\n```", "1")]
    [InlineData("```json\n[{\"text\": \"The ferry left at dawn.\", \"citations\": [1]}]\n```", "1")]
    [InlineData("{\"sentences\": [{\"sentence\": \"The ferry left at dawn.\", \"sources\": [1, 2]}]}", "1,2")]
    [InlineData("{\"answer\": \"The ferry left at dawn. [3]\"}", "3")]
    [InlineData("The ferry left at dawn. [1000] [99999999999] [0]", "")]
    [InlineData("The ferry left at dawn.", "")]
    public void One_sentence_is_read_with_its_numbers(string text, string numbers)
    {
        var claim = Assert.Single(DraftParser.Parse(text).Claims);
        Assert.Equal(Ferry, claim.Text);
        Assert.Equal(numbers, string.Join(',', claim.Passages));
    }

    [Theory]
    [InlineData("The ferry left at dawn. [1] Two cranes fell. [2]")]
    [InlineData("The ferry left at dawn [1]. Two cranes fell [2].")]
    [InlineData("[1] The ferry left at dawn. [2] Two cranes fell.")]
    [InlineData("* The ferry left at dawn. [1]\r\n* Two cranes fell. [2]\r\n")]
    public void Numbers_go_to_the_sentence_they_stand_at(string text)
    {
        var claims = DraftParser.Parse(text).Claims;
        Assert.Equal([(Ferry, 1), (Crane, 2)], claims.Select(c => (c.Text, Assert.Single(c.Passages))));
    }

    [Theory]
    [InlineData("NOT IN THE PASSAGES")]
    [InlineData("I'm sorry, but I cannot help with that.")]
    [InlineData("The passages do not say who paid.")]
    public void A_refusal_is_one(string text)
    {
        var draft = DraftParser.Parse(text);
        Assert.True(draft.Refused);
        Assert.Empty(draft.Claims);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("{\"sentences\": [{\"text\": \"The ferry le")]
    [InlineData("```")]
    [InlineData("[1] [2] [3]")]
    public void What_says_nothing_gives_nothing(string text) => Assert.Empty(DraftParser.Parse(text).Claims);

    [Fact]
    public void An_endless_text_is_cut() =>
        Assert.True(DraftParser.Parse(string.Concat(Enumerable.Repeat("The ferry left at dawn. [1]\n", 5000))).Endless);

    [Fact]
    public void A_sentence_comes_out_once_the_next_one_begins()
    {
        var parser = new DraftParser();
        Assert.Empty(parser.Read("The ferry left at dawn. [1]"));
        Assert.Equal(Ferry, Assert.Single(parser.Read(" Two cranes fell. ")).Text);
        Assert.Equal(Crane, Assert.Single(parser.End()).Text);
    }

    [Fact]
    public void Nothing_makes_it_throw_and_no_marker_is_left_in_a_plain_sentence()
    {
        string[] parts = ["[", "]", "1", "2-9", "[1]", "(3)", "¹", "【", "】", ". ", "\n", "Two cranes fell", "{", "\"text\":", "}", "```", "json", "\ud800", "\u202e", "“", "\"", "](", "https://x", "。", "،", "\0"];
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(parts)).ToArbitrary(), pieces =>
        {
            var text = string.Concat(pieces);
            var draft = DraftParser.Parse(text);
            return draft.Claims.All(c => c.Text.Length > 0 && !c.Text.Contains('\n') && c.Passages.All(n => n is >= 1 and <= 999));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("The ferry left at dawn. [1]\nTwo cranes fell. [2]\n")]
    [InlineData("Sure, here it is:\n- The ferry left at dawn [1].\n- Two cranes fell [2].")]
    [InlineData("```json\n{\"sentences\":[{\"text\":\"Two cranes fell.\",\"citations\":[2]}]}\n```")]
    public void Pieces_give_what_the_whole_gives(string text)
    {
        for (var length = 1; length < text.Length; length++)
        {
            var parser = new DraftParser();
            var claims = new List<DraftClaim>();
            for (var at = 0; at < text.Length; at += length) claims.AddRange(parser.Read(text[at..Math.Min(text.Length, at + length)]));
            claims.AddRange(parser.End());
            Assert.Equal(DraftParser.Parse(text).Claims.Select(c => (c.Text, string.Join(',', c.Passages))), claims.Select(c => (c.Text, string.Join(',', c.Passages))));
        }
    }
}
