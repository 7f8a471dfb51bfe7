using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("The port closed.| It opened again on Monday.")]
    [InlineData("The U.S. Navy left.| Gen. Orlo stayed in the U.S. until May.| He wrote to Aaron Y. Telin.")]
    [InlineData("They moved to the U.S.| The family stayed.| Mr. and Mrs. Dane went back.")]
    [InlineData("It opens at 9 a.m. on weekdays.| It shuts at 5 p.m.| Nobody waits until 5 p.m. Friday.")]
    [InlineData("It cost $1.5m, or 3.25 per cent.| No. 5 berth is shut.| He said no.| Then he left.")]
    [InlineData("On Jan. 5 they met.| Dr. J. R. Mox of Acme Inc. spoke.| She signed for Acme Inc.| The rest waited.")]
    [InlineData("“We waited.| Nobody came.”| The crew left.")]
    [InlineData("“Is it true?” she asked.| “It is!” he cried.| “Good.”| They sat down.")]
    [InlineData("\"One thing,\" he said.| \"And another.\"| She nodded.")]
    [InlineData("Wait… there is more.| And then... nothing.| Well...| It ended.")]
    [InlineData("He left (she stayed. They wrote.) in May.| It rained.")]
    [InlineData("See www.port.example/a.b?c=1 or mail a.b@port.example today.| Thanks.")]
    [InlineData("The dam held.[3]| It was old.[12]| Nobody knew.")]
    [InlineData("The ship , e.g. the Anna , sailed .| it came back .| The city 's mayor said `` no . ''| He left .")]
    [InlineData("and then he said , ' No . ' ''| The end .")]
    [InlineData("罢工开始了。|港口关闭了！|“为什么？”|没人知道。")]
    [InlineData("港が閉鎖された。|「本当か？」|と聞いた。")]
    [InlineData("¿Quién fue?| ¡Nadie!| El puerto cerró.")]
    [InlineData("बंदरगाह बंद है।| लोग चले गए।")]
    [InlineData("هل أغلق الميناء؟| نعم.")]
    [InlineData("Der Hafen schloss am 5. Mai wieder.| Er blieb zu.")]
    public void Sentences_end_where_a_reader_would_end_them(string marked)
    {
        var text = marked.Replace("|", string.Empty, StringComparison.Ordinal);
        Assert.Equal(string.Join('|', marked.Split('|').Select(part => part.Trim())), string.Join('|', Split(text)));
    }

    [Fact]
    public void A_blank_line_ends_a_sentence_and_so_does_the_line_of_a_heading_or_a_bullet() =>
        Assert.Equal(
            ["Port strike: what we know", "The strike began in May", "- Cranes stand still", "- ferries sail", "1. First point", "2. Second point", "A last remark", "and one below a gap"],
            Split("Port strike: what we know\nThe strike began in May\n- Cranes stand still\n- ferries sail\n1. First point\n2. Second point\n\nA last remark\n\nand one below a gap"));

    [Fact]
    public void A_line_wrapped_in_mid_sentence_goes_on() =>
        Assert.Equal(
            ["The harbour master said the\ncranes would stand still.", "Nobody asked him."],
            Split("The harbour master said the\ncranes would stand still. Nobody asked him."));

    [Fact]
    public void A_paragraph_wrapped_at_one_width_is_read_as_one_even_before_a_capital()
    {
        const string Text = """
            The strike at the eastern docks entered its third week when the
            Minister for the Sea told reporters in Port Almar, where Gen.
            Orlo was staying, that talks had failed. He would not say what
            came next, or whether anybody still expected the full Sea
            Council to meet. Nobody asked.
            """;
        Assert.Equal(3, Split(Text.ReplaceLineEndings("\n")).Count);
    }

    [Fact]
    public void Every_character_that_is_no_white_space_stands_in_exactly_one_range() =>
        HostileText.ForAll(text =>
        {
            var covered = new int[text.Length];
            foreach (var range in SentenceSplitter.Split(text))
            {
                for (var at = range.Start; at < range.End; at++)
                {
                    covered[at]++;
                }
            }

            return text.Index().All(character => covered[character.Index] == 1 || (char.IsWhiteSpace(character.Item) && covered[character.Index] == 0));
        });

    [Fact]
    public void Ranges_stand_in_order_are_trimmed_and_tear_no_character_apart() =>
        HostileText.ForAll(text =>
        {
            var end = 0;
            foreach (var range in SentenceSplitter.Split(text))
            {
                if (range.Start < end || range.Length == 0 || char.IsWhiteSpace(text[range.Start]) || char.IsWhiteSpace(text[range.End - 1]) || Tears(text, range.Start) || Tears(text, range.End))
                {
                    return false;
                }

                end = range.End;
            }

            return true;
        });

    [Fact]
    public void No_sentence_crosses_a_blank_line() =>
        HostileText.ForAll(text => SentenceSplitter.Split(text).All(range => !range.Of(text).Contains("\n\n", StringComparison.Ordinal)));

    [Theory]
    [InlineData("(")]
    [InlineData(". ")]
    [InlineData(".")]
    [InlineData("A. ")]
    [InlineData("a\n")]
    [InlineData("\"")]
    [InlineData(". ''")]
    [InlineData("?! (")]
    public void Endlessly_the_same_takes_no_more_than_a_moment(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SentenceSplitter.Split(string.Concat(Enumerable.Repeat(piece, 300_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    private static bool Tears(string text, int at) =>
        at > 0 && at < text.Length
        && ((char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at])) || (text[at] is >= '\u0300' and <= '\u036F' && !char.IsWhiteSpace(text[at - 1])));

    private static List<string> Split(string text) => [.. SentenceSplitter.Split(text).Select(range => range.Of(text))];
}
