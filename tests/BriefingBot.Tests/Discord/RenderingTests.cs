using System.Text;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Discord;

public sealed class RenderingTests
{
    private const string Active = "\\*_~`|>#<[]():";

    /// <summary>Texts made of what means something to Discord, and of what hides or breaks text.</summary>
    private static readonly Arbitrary<string> Nasty = Gen.Elements(
            "@everyone", "@here", "<@1234>", "<@!1>", "<@&5>", "<#77>", "<:smile:12>", "<a:x:1>", "<t:1700000000:R>", "</ask:5>", "<id:guide>", "[text](https://example.org)", "https://example.org/a_b?c=d",
            "discord.gg/abc", "**bold**", "__under__", "~~gone~~", "||spoiler||", "`code`", "```block", "> quote", ">>> all", "# head", "-# small", "- item", "1. one", "\\", "\n", "\r\n", " ", "a", "é",
            "\u202Eabc", "\u2066", "\u200B", "\uD800", "\uDC00", "😀", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\0", "\u001b[31m", "word", "The port's 1,400 dockers.", "<", "@", ":", "steam://run")
        .ListOf().Select(static parts => string.Concat(parts)).ToArbitrary();

    [Fact]
    public void Escaped_text_shows_what_was_written_and_nothing_in_it_acts()
    {
        Prop.ForAll(Nasty, static text =>
        {
            var markup = DiscordText.Escape(text);
            var (shown, bare) = Read(markup);
            return shown.Replace(DiscordText.Joint.ToString(), "", StringComparison.Ordinal) == DiscordText.Clean(text)
                && !bare.Any(Active.Contains)
                && !System.Text.RegularExpressions.Regex.IsMatch(markup, "[A-Za-z]://|[A-Za-z]\\.[A-Za-z]")
                && !markup.Contains('\n', StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Escaped_text_names_nobody()
    {
        Prop.ForAll(Nasty, static text =>
        {
            var markup = DiscordText.Escape(text);
            return !markup.Contains("@everyone", StringComparison.Ordinal) && !markup.Contains("@here", StringComparison.Ordinal)
                && !System.Text.RegularExpressions.Regex.IsMatch(markup, "<(@|#|:|a:|t:|/|id:)");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Directions_and_towers_of_accents_are_taken_out()
    {
        var clean = DiscordText.Clean("a\u202Eb\u2066c" + new string('\u0301', 10_000) + "d");

        Assert.Equal("abc" + new string('\u0301', 4) + "d", clean);
    }

    [Fact]
    public void Text_cut_to_fit_fits_and_breaks_no_character()
    {
        Prop.ForAll(Nasty, Gen.Choose(3, 60).ToArbitrary(), static (text, most) =>
        {
            var cut = DiscordText.EscapeWithin(text, most);
            return cut.Length <= most && !cut.Where((c, n) => char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? n + 1 < cut.Length && char.IsLowSurrogate(cut[n + 1]) : n > 0 && char.IsHighSurrogate(cut[n - 1]))).Any();
        }).QuickCheckThrowOnFailure();
        Assert.Equal("The port's…", DiscordText.EscapeWithin("The port's dockers", 14));
    }

    [Fact]
    public void Whatever_the_reply_every_message_keeps_every_limit()
    {
        Prop.ForAll(Replies(), static reply => MessageRenderer.Flow(reply, "<@1>").All(Keeps)
            && MessageRenderer.Pages(reply, static n => "~page  " + n).All(Keeps)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_sentence_loses_its_numbers_and_none_is_torn()
    {
        var reply = new ChatReply { Blocks = [.. Enumerable.Range(1, 120).Select(static n => (ReplyBlock)new ClaimBlock("Varran Courier, 3 Mar 2031:", $"Sentence {n} about the port and its people, as it was said that day.", true, [n, n + 1]))] };

        var lines = MessageRenderer.Flow(reply).SelectMany(static message => message.Content.Split('\n')).ToArray();

        Assert.Equal(120, lines.Length);
        Assert.All(lines.Select(static (line, n) => (line, n: n + 1)), static at => Assert.Equal($"Varran Courier, 3 Mar 2031\\: “Sentence {at.n} about the port and its people, as it was said that day.” **[{at.n}][{at.n + 1}]**", at.line));
    }

    [Fact]
    public void A_sentence_too_long_for_a_message_stands_in_an_embed_with_its_number()
    {
        var text = string.Join(' ', Enumerable.Repeat("harbour", 400));
        var message = Assert.Single(MessageRenderer.Flow(new ChatReply { Blocks = [new HeadingBlock("What?"), new ClaimBlock("", text, true, [3])] }));

        Assert.Equal("**What?**", message.Content);
        Assert.Equal($"“{text}” **[3]**", Assert.Single(message.Embeds).Description);
    }

    [Fact]
    public void A_brief_reads_as_it_should()
    {
        var reply = new ChatReply
        {
            Blocks =
            [
                new HeadingBlock("How many dockers walked out at Port Varran?"),
                new ClaimBlock("Varran Courier, 3 Mar 2031:", "About 1,400 of the port's 2,100 dockers stayed away on Monday.", true, [1]),
                new TextBlock("Accounts differ on the number.", TextTone.Caution),
                new SourceBlock { Number = 1, Title = "Walkout empties *Port* Varran", Publisher = "Varran Courier", Date = "3 Mar 2031, 2 days ago", AlsoCarriedBy = ["Delta Post"], Url = "https://courier.example/a(b)", Quote = "…" },
                new TextBlock("K7QX3M9TRB · quoted, no model · nothing withheld", TextTone.Footer),
            ],
        };

        Assert.Equal(
            """
            **How many dockers walked out at Port Varran?**
            Varran Courier, 3 Mar 2031\: “About 1,400 of the port's 2,100 dockers stayed away on Monday.” **[1]**

            ⚠ Accounts differ on the number.

            `[1]` Walkout empties \*Port\* Varran · Varran Courier · 3 Mar 2031, 2 days ago · also carried by Delta Post · [page](<https://courier.example/a%28b%29>)

            -# K7QX3M9TRB · quoted, no model · nothing withheld
            """.ReplaceLineEndings("\n"),
            Assert.Single(MessageRenderer.Flow(reply)).Content);
    }

    [Fact]
    public void A_quote_stands_in_bold_within_its_context()
        => Assert.Equal(
            "> “Talks broke off late. **The union put the number at 1,900.** The ministry declined to comment.” **[2]**",
            Assert.Single(MessageRenderer.Flow(new ChatReply { Blocks = [new QuoteBlock(2, "Talks broke off late.", "The union put the number at 1,900.", "The ministry declined to comment.")] })).Content);

    [Fact]
    public void Numbers_that_stand_in_a_sentence_stay_in_their_place_and_others_are_text()
        => Assert.Equal(
            "⚠ The authority says 1,400 **[1][3]**, the union 1,900 **[2]**, a poster \\[9\\].",
            Assert.Single(MessageRenderer.Flow(new ChatReply { Blocks = [new ClaimBlock("", "The authority says 1,400 [1][3], the union 1,900 [2], a poster [9].", false, [1, 2, 3]) { NumbersInText = true, Tone = TextTone.Caution }] })).Content);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://courier.example/")]
    [InlineData("courier.example")]
    [InlineData("https://courier.example/>@everyone")]
    [InlineData("https://courier.example/`")]
    public void An_address_that_could_do_harm_is_no_link(string address)
    {
        var source = new SourceBlock { Number = 1, Title = "A title", Quote = "…", Url = address };
        var content = Assert.Single(MessageRenderer.Flow(new ChatReply { Blocks = [source] })).Content;

        Assert.Matches("^`\\[1\\]` A title( · \\[page\\]\\(<https://[a-z0-9./%]+>\\))?$", content);
    }

    [Fact]
    public void Bodies_always_say_whom_they_ping_and_that_is_nobody()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(MessageRenderer.Flow(DiscordBench.Said("@everyone <@1>"))[0].Body(AllowedMentions.Nobody), DiscordJson.Default.MessageBody);

        Assert.Contains("\"allowed_mentions\":{\"parse\":[],\"replied_user\":false}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_hold_what_fits_and_say_what_they_do()
    {
        var actions = Enumerable.Range(0, 40).Select(static n => (ReplyAction)new ReplyButton(new ChatActionId("verb", $"{n % 30}"), new string('x', 200))).ToArray();

        var rows = ActionRows.Of(actions);

        Assert.Equal(5, rows.Count);
        Assert.All(rows, static row => Assert.Equal(5, row.Components!.Count));
        Assert.Equal(25, rows.SelectMany(static row => row.Components!).Select(static button => button.CustomId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_form_says_in_its_id_what_it_asks_and_buttons_cannot_be_taken_for_one()
    {
        var id = ActionRows.Of([new ReplyForm(new ChatActionId("wrong", "K7QX3M9TRB"), "Wrong citation", "Which?")])[0].Components![0].CustomId!;

        Assert.Equal((new ChatActionId("wrong", "K7QX3M9TRB"), "Which?"), ActionRows.Read(id));
        Assert.Null(ActionRows.Read("feedback K7QX3M9TRB up")!.Value.Prompt);
        Assert.Null(ActionRows.Read("one two three four"));
    }

    /// <summary>What a reader sees, and the characters that stand unescaped.</summary>
    private static (string Shown, string Bare) Read(string markup)
    {
        var shown = new StringBuilder();
        var bare = new StringBuilder();
        for (var i = 0; i < markup.Length; i++)
        {
            if (markup[i] == '\\' && i + 1 < markup.Length)
            {
                shown.Append(markup[++i]);
                continue;
            }

            shown.Append(markup[i]);
            bare.Append(markup[i]);
        }

        return (shown.ToString(), bare.ToString());
    }

    private static bool Keeps(RenderedMessage message)
    {
        var components = message.Components.SelectMany(static row => row.Components!).ToArray();
        return message.Content.Length <= 2000
            && (message.Content.Trim().Length > 0 || message.Embeds.Count > 0)
            && message.Embeds.Count <= 10 && message.Embeds.All(static embed => embed.Description!.Length <= 4096) && message.Embeds.Sum(static embed => embed.Description!.Length) <= 6000
            && message.Components.Count <= 5 && message.Components.All(static row => row.Components!.Count is >= 1 and <= 5)
            && components.Where(static component => component.CustomId is not null).Select(static component => component.CustomId).ToHashSet(StringComparer.Ordinal).Count == components.Count(static component => component.CustomId is not null)
            && components.All(static component => component.CustomId is null or { Length: >= 1 and <= 100 })
            && components.All(static component => component.Label is null or { Length: >= 1 and <= 80 })
            && components.All(static component => component.Options is null or { Count: >= 1 and <= 25 })
            && message.Files.Count <= 10;
    }

    private static Arbitrary<ChatReply> Replies()
    {
        var text = Gen.OneOf(Nasty.Generator, Gen.Choose(0, 900).Select(static n => string.Join(' ', Enumerable.Repeat("@ha_rbour.", n))));
        var numbers = Gen.Choose(1, 30).ListOf().Select(static list => (IReadOnlyList<int>)[.. list]);
        var block = Gen.OneOf(
            text.Select(static t => (ReplyBlock)new HeadingBlock(t)),
            text.Zip(Gen.Elements(Enum.GetValues<TextTone>())).Select(static pair => (ReplyBlock)new TextBlock(pair.Item1, pair.Item2)),
            text.Zip(numbers).Select(static pair => (ReplyBlock)new ClaimBlock(pair.Item1, pair.Item1, true, pair.Item2)),
            text.Select(static t => (ReplyBlock)new SourceBlock { Number = 3, Title = t, Publisher = t, Date = t, AlsoCarriedBy = [t, t, t, t, t, t, t], Url = "https://example.org/" + t, Quote = t }),
            text.Select(static t => (ReplyBlock)new QuoteBlock(1, t, t, t)),
            text.Select(static t => (ReplyBlock)new FactsBlock([t, t])));
        var action = text.Zip(Gen.Choose(0, 8)).Select(static pair => pair.Item2 switch
        {
            < 3 => (ReplyAction)new ReplyButton(new ChatActionId("v" + pair.Item2), pair.Item1),
            < 5 => new ReplyForm(new ChatActionId("f" + pair.Item2), pair.Item1, pair.Item1),
            5 => new ReplyLink(new Uri("https://example.org/"), pair.Item1),
            _ => new ReplySelect(new ChatActionId("s" + pair.Item2), pair.Item1, [.. Enumerable.Range(0, 40).Select(n => new ReplyChoice($"{n % 35}", pair.Item1, pair.Item1))]),
        });
        return block.ListOf().Zip(action.ListOf()).Select(static pair => new ChatReply { Blocks = [.. pair.Item1], Actions = [.. pair.Item2] }).ToArbitrary();
    }
}
