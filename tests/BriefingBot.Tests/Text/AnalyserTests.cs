using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class AnalyserTests
{
    [Theory]
    [InlineData("The cranes were standing still", "crane stand still")]
    [InlineData("1,000 tonnes and 1,25,000 and 3.5 and 1,250,000.75", "1000 tonn 125000 3p5 1250000p75")]
    [InlineData("11.02.2022 and 5,10,15 and v2.1", "11 02 2022 5 10 15 v2 1")]
    [InlineData("the port's cranes, the ports' gates, the city 's mayor", "port crane port gate citi mayor")]
    [InlineData("O’Dell doesn’t say they 're late", "odel sai late")]
    [InlineData("café Cafe CAFÉ naïve ﬁn", "cafe cafe cafe naiv fin")]
    [InlineData("a well-known harbour", "well known harbour")]
    [InlineData("the IS-K men with an AK-47 and Covid-19 or an X-ray", "isk is_ k men ak47 ak 47 covid19 covid 19 x rai")]
    [InlineData("what does the US say, and what do the U.S. and u.s. officials tell us", "us_ sai us_ us_ offici tell")]
    [InlineData("the WHO and who else; IT is, it is", "who_ it_")]
    [InlineData("U.S.-led talks in D.C.’s suburbs at 5 p.m.", "us_ led talk dc suburb 5 pm")]
    [InlineData("ｆｕｌｌ width １２", "full width 12")]
    public void English_words_become_folded_stems_without_stop_words(string text, string expected) => Assert.Equal(expected, Values(text, "en"));

    [Fact]
    public void A_line_all_in_capitals_is_no_running_text()
    {
        Assert.Equal("stop berth us_", Values("WHO CAN STOP US AT THE BERTH\nthe US", null));
        Assert.Equal("us_", Values("US", null));
    }

    [Fact]
    public void Other_languages_are_folded_and_not_stemmed()
    {
        Assert.Equal("los puertos cerraron en la manana", Values("Los puertos cerraron en la mañana", "es"));
        Assert.Equal("accord italie qu elle", Values("l'accord d'Italie qu elle", "fr"));
        Assert.Equal("us_ no", Values("US no", "es"));
    }

    [Theory]
    [InlineData("上海港口", "上海 海港 港口")]
    [InlineData("港", "港")]
    [InlineData("第3港口的AK步枪", "第 3 港口 口的 ak 步枪")]
    [InlineData("カタカナ", "カタ タカ カナ")]
    [InlineData("𠀀𠀁𠀂", "𠀀𠀁 𠀁𠀂")]
    [InlineData("항구는 닫혔다", "항구 구는 닫혔 혔다")]
    public void Scripts_without_spaces_are_indexed_by_pairs(string text, string expected) => Assert.Equal(expected, Values(text, "zh"));

    [Fact]
    public void Kinds_tell_names_numbers_and_words_apart()
    {
        var terms = Analyser.Analyse("Ferries left Port Almar in 2021. Gen. Orlo of the NPA said 11th-hour talks failed.", "en");
        Assert.Equal("port almar orlo npa", string.Join(' ', terms.Where(term => term.Kind == TermKind.Name).Select(term => term.Word)));
        Assert.Equal("2021 11th", string.Join(' ', terms.Where(term => term.Kind == TermKind.Number).Select(term => term.Word)));
        Assert.Equal(TermKind.Word, terms[0].Kind);
    }

    [Fact]
    public void A_part_of_a_text_yields_what_it_yields_alone_with_ranges_in_the_whole()
    {
        const string Text = "First sentence here. The IS-K men left. Last one.";
        var terms = new List<Term>();
        Analyser.Analyse(Text, new TextRange(21, 39), "en", terms);
        Assert.Equal("isk is_ k men left", string.Join(' ', terms.Select(term => term.Value)));
        Assert.Equal("men", terms[3].Range.Of(Text));
        Assert.Throws<ArgumentOutOfRangeException>(() => Analyser.Analyse(Text, new TextRange(5, 100), "en", terms));
    }

    [Fact]
    public void Endless_tokens_count_by_their_beginning()
    {
        var terms = Analyser.Analyse(new string('q', 5_000_000) + " end", "en");
        Assert.Equal(2, terms.Count);
        Assert.InRange(terms[0].Value.Length, 1, 64);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Terms_hold_letters_and_digits_only_in_text_order_and_their_ranges_hold_their_words(string language) =>
        HostileText.ForAll(text =>
        {
            var start = 0;
            foreach (var term in Analyser.Analyse(text, language))
            {
                if (term.Value.Length == 0 || !IsPlain(term.Value) || term.Range.Start < start || term.Range.End > text.Length || !Relates(term, text))
                {
                    return false;
                }

                start = term.Range.Start;
            }

            return true;
        });

    [Fact]
    public void The_same_text_yields_the_same_terms_whatever_was_read_before() =>
        HostileText.ForAll(text => Analyser.Analyse(text, "en").SequenceEqual(Analyser.Analyse(text, null)));

    private static bool IsPlain(string value)
    {
        var name = value.EndsWith('_') ? value[..^1] : value;
        return name.EnumerateRunes().All(System.Text.Rune.IsLetterOrDigit);
    }

    /// <summary>What was folded away aside, the word begins as its range does.</summary>
    private static bool Relates(Term term, string text)
    {
        var again = Analyser.Analyse(term.Range.Of(text), "es");
        return again.Count > 0 && (again[0].Word[0] == term.Word[0] || term.Kind == TermKind.Bigram);
    }

    private static string Values(string text, string? language) => string.Join(' ', Analyser.Analyse(text, language).Select(term => term.Value));
}
