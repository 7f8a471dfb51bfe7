using BriefingBot.Core.Stories;

namespace BriefingBot.Tests.Stories;

public sealed class ShinglesTests
{
    private const string Mixed = "Port VARRAN’s 1,400 Dockers\n— ÄRGER, naïve; 3月5日 は東京 don't \U0001D4B3\U0001D4B4 ٣٤ x2 2x";

    [Fact]
    public void Words_have_the_hashes_that_libraries_hold_already()
    {
        var numbers = new List<ulong>();

        var words = Shingles.Words(Mixed, numbers);

        Assert.Equal("21 6 a50f63f25c70560 79ea303e767e2a82", $"{words.Count} {numbers.Count} {words.Aggregate((a, b) => (a * 31) + b):x} {numbers.Aggregate((a, b) => (a * 31) + b):x}");
    }

    [Fact]
    public void Bands_are_those_that_libraries_hold_already()
    {
        var bands = Fingerprint.BandsOf(ShingledText.Of(Mixed));

        Assert.Equal("11 84d58bc5c329b9e6", $"{bands.Count} {bands.Aggregate((a, b) => (a * 31) + b):x}");
    }

    [Theory]
    [InlineData("Two ferries", "two FERRIES.")]
    [InlineData("ÉTÉ à Varran", "été—À varran")]
    [InlineData("東京は3月", "東 京 は 3 月")]
    public void Case_punctuation_and_spacing_do_not_count(string some, string other) => Assert.Equal(Shingles.Words(some), Shingles.Words(other));

    [Theory]
    [InlineData("")]
    [InlineData(" — … \u0000\u001F")]
    public void What_holds_no_word_has_none(string text) => Assert.Empty(Shingles.Words(text));

    [Fact]
    public void Only_words_that_begin_with_a_digit_are_numbers()
    {
        var numbers = new List<ulong>();

        var words = Shingles.Words("7 a7 7a seven", numbers);

        Assert.Equal([words[0], words[2]], numbers);
    }
}
