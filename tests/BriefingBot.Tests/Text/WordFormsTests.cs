using BriefingBot.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Text;

public sealed class WordFormsTests
{
    [Fact]
    public void A_remembered_form_is_that_of_the_very_token()
    {
        var letters = Gen.Elements('a', 'b', 'e', 's', 'y', 'z', 'A', 'S', 'Z', '[', '@', '`', '{', '0', '7', '.', 'é', 'É', 'ſ', 'ł', '\u0301', '\u212A', '\ud83d');
        var token = Gen.NonEmptyListOf(letters).Select(string.Concat).Or(Gen.NonEmptyListOf(Gen.Elements('a', 'z', 's')).Select(string.Concat));
        Prop.ForAll(token.ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (raw, english) =>
        {
            raw = raw.Length > WordForm.MaxLength ? raw[..WordForm.MaxLength] : raw;
            return Same(WordForm.Create(raw, 0, english), WordForms.Of(english).Get(raw)) && Same(WordForm.Create(raw, 0, english), WordForms.Of(english).Get(raw));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(20));
    }

    [Fact]
    public void Threads_that_share_the_forms_get_the_same()
    {
        Parallel.For(0, 200_000, number =>
        {
            var raw = "Q" + number.ToString("x", System.Globalization.CultureInfo.InvariantCulture).Replace('0', 'g');

            Assert.Equal(raw.ToLowerInvariant(), WordForms.Of(english: false).Get(raw).Word);
        });
    }

    [Fact]
    public void Words_of_letters_alone_have_keys_of_their_own()
    {
        string[] words = ["a", "A", "b", "aa", "Aa", "aaaaaaaaaaaaa", "zzzzzzzzzzzzz", "Zzzzzzzzzzzzz", "aaaaaaaaaaaaz", "z", "Z", "za"];

        Assert.Equal(words.Length, words.Select(word => WordKey.Of(word)).Distinct().Count(key => !WordKey.IsHash(key)));
        Assert.All(["aaaaaaaaaaaaaa", "aA", "a1", "1", "[", "é", "`a", "{a", "@a"], word => Assert.True(WordKey.IsHash(WordKey.Of(word))));
    }

    private static bool Same(WordForm a, WordForm b) =>
        (a.Word, a.Value, a.NameValue, a.IsPlain, a.IsEmpty, a.IsStopWord) == (b.Word, b.Value, b.NameValue, b.IsPlain, b.IsEmpty, b.IsStopWord)
        && (a.StartsWithDigit, a.IsNumber, a.StartsUpper, a.IsUpper, a.IsAcronym, a.IsDotted) == (b.StartsWithDigit, b.IsNumber, b.StartsUpper, b.IsUpper, b.IsAcronym, b.IsDotted);
}
