using BriefingBot.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Text;

public sealed class SymbolFormTests
{
    [Theory]
    [InlineData("TNF-α", "tnfa")]
    [InlineData("TNFα", "tnfa")]
    [InlineData("TNF-alpha", "tnfa")]
    [InlineData("TNFalpha", "tnfa")]
    [InlineData("TNFa", "tnfa")]
    [InlineData("(Aβ)", "ab")]
    [InlineData("AlphaBeta", "ab")]
    [InlineData("p110-alpha", "p110a")]
    [InlineData("alpha-2-beta", "a2b")]
    [InlineData("A.B.C.", "abc")]
    [InlineData("T(H)2", "th2")]
    [InlineData("µ-Kol", "mukol")]
    [InlineData("μ-Kol", "mukol")]
    [InlineData("alpha", "alpha")]
    [InlineData("α", "alpha")]
    [InlineData("Ω", "omega")]
    [InlineData("Alphabet", "alphabet")]
    [InlineData("deltas", "deltas")]
    [InlineData("—", "")]
    public void One_form_for_every_way_of_writing(string word, string form) => Assert.Equal(form, SymbolForm.Of(word));

    [Fact]
    public void Any_text_has_a_form_of_letters_and_digits_only() => Prop.ForAll<string?>(text => SymbolForm.Of(text ?? "").All(char.IsLetterOrDigit)).QuickCheckThrowOnFailure();

    [Fact]
    public void Endless_names_of_letters_cost_nothing() => Assert.NotEmpty(SymbolForm.Of(string.Concat(Enumerable.Repeat("alpha", 200_000))));
}
