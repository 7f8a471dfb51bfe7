using System.Diagnostics;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("one\u2028two\u2029three\u0085four\ffive", "one\ntwo\nthree\nfour\nfive")]
    [InlineData("\uFEFFhead", "head")]
    [InlineData("a\0b\u0007c\u009Fd", "abcd")]
    [InlineData("a\tb\u00A0c\u3000d\u2009e", "a b c d e")]
    [InlineData("line  \nnext \t\n", "line\nnext\n")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth")]
    [InlineData("\u202Eevil\u202C", "evil")]
    [InlineData("pair 😀 stays", "pair 😀 stays")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    public void Characters_are_brought_into_one_form(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Theory]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("a\u0301\u0323", "\u1EA1\u0301")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\u212B \u2126", "\u00C5 \u03A9")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\U000110A5\U000110BA", "\U000110AB")]
    public void Text_is_composed_canonically(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("lone \uFFFD here \uFFFD", TextNormalizer.Normalize("lone \uD83D here \uDE00"));

    [Fact]
    public void Clean_text_comes_back_as_it_is()
    {
        const string Clean = "The harbour master’s report — “closed” since May…\n\nÜber die Brücke.";
        Assert.Same(Clean, TextNormalizer.Normalize(Clean));
    }

    [Fact]
    public void What_is_called_normal_comes_back_as_it_is()
    {
        HostileText.ForAll(text => !TextNormalizer.IsNormal(text) || string.Equals(text, TextNormalizer.Normalize(text), StringComparison.Ordinal));
        Assert.True(TextNormalizer.IsNormal("The harbour master’s report — “closed” since May…\n\nÜber die Brücke."));
    }

    [Fact]
    public void Normalising_twice_changes_nothing_more() =>
        HostileText.ForAll(text => TextNormalizer.Normalize(text) is var once && string.Equals(once, TextNormalizer.Normalize(once), StringComparison.Ordinal));

    [Fact]
    public void Nothing_invisible_and_no_half_of_a_pair_is_left() =>
        HostileText.ForAll(text =>
        {
            var normal = TextNormalizer.Normalize(text);
            return !normal.AsSpan().ContainsAny('\0', '\r', '\t') && !normal.Contains(" \n", StringComparison.Ordinal)
                && normal.EnumerateRunes().Sum(rune => rune.Utf16SequenceLength) == normal.Length;
        });

    [Fact]
    public void A_million_combining_marks_take_no_more_than_a_moment()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0323\u0301\u0307", 400_000));
        var watch = Stopwatch.StartNew();
        var normal = TextNormalizer.Normalize("a" + marks);
        Assert.Equal('\u1EA1', normal[0]);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }
}
