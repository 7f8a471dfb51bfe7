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
            var forms = WordForms.Borrow(english);
            var same = Same(WordForm.Create(raw, 0, english), forms.Get(raw)) && Same(WordForm.Create(raw, 0, english), forms.Get(raw));
            forms.GiveBack();
            return same;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(20));
    }

    [Fact]
    public void Threads_get_the_right_forms_however_many_they_are()
    {
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            var forms = WordForms.Borrow(english: false);
            for (var number = thread; number < thread + 4000; number++)
            {
                var raw = "Q" + number.ToString("x", System.Globalization.CultureInfo.InvariantCulture).Replace('0', 'g');

                Assert.Equal(raw.ToLowerInvariant(), forms.Get(raw).Word);
            }

            forms.GiveBack();
        });
    }

    [Fact]
    public void What_is_lent_is_lent_once_and_further_ones_know_as_much()
    {
        WordForms[] lent = [.. Enumerable.Range(0, 5).Select(_ => WordForms.Borrow(english: true))];

        Assert.Equal(lent.Length, lent.Distinct().Count());
        Assert.All(lent, forms => Assert.Equal("us_", forms.Get("US").NameValue));
        Assert.All(lent, forms => Assert.Equal("harbour", forms.Get("Harbours").Value));
        Array.ForEach(lent, forms => forms.GiveBack());
    }

    [Fact]
    public void Words_of_letters_alone_have_keys_of_their_own()
    {
        string[] words = ["a", "A", "b", "aa", "Aa", "aaaaaaaaaaaaa", "zzzzzzzzzzzzz", "Zzzzzzzzzzzzz", "aaaaaaaaaaaaz", "z", "Z", "za"];

        Assert.Equal(words.Length, words.Select(word => WordKey.Of(word)).Distinct().Count(key => !WordKey.IsHash(key)));
        Assert.All(["aaaaaaaaaaaaaa", "aA", "a1", "1", "[", "é", "`a", "{a", "@a"], word => Assert.True(WordKey.IsHash(WordKey.Of(word))));
    }

    private static bool Same(WordForm a, WordForm b) =>
        (a.Word, a.Value, a.NameValue, a.Traits) == (b.Word, b.Value, b.NameValue, b.Traits);
}
