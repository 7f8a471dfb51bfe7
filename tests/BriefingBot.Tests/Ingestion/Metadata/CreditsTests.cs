using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Metadata;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Metadata;

public sealed partial class CreditsTests
{
    [Theory]
    [InlineData("The board met, Mira Holt told the Varran Courier.", "Varran Courier.")]
    [InlineData("Talks broke off, CNN reported, and then the Delta Post has reported more.", "CNN|Delta Post")]
    [InlineData("told Lissa Wire reported", "Lissa Wire")]
    [InlineData("Untold Times reported", "Untold Times")]
    [InlineData("reported by news agency Lissa", "Lissa")]
    [InlineData("One Two Three Four Five news agency reports", "Two Three Four Five")]
    [InlineData("oddName Holt reportedly told nobody", "")]
    public void Names_are_read_off_beside_the_words_that_give_credit(string text, string names) => Assert.Equal(names, string.Join('|', Read(text).Select(c => text[c.NameStart..c.NameEnd])));

    [Fact]
    public void Any_text_is_read_as_the_expression_would()
    {
        var pieces = Gen.Elements(
            "told", "reported", "reports", "reported by", "quoted by", "interview with", "statement to", " has ", " first ", " news agency ", " the ", " The ", "Untold", "reportedly", "had told", "reported.X", " reported", " reports", "told ",
            " ", " ", " ", " ", "\n", "\t", "\u00A0", "\u2003", ",", ".", "-", "&", "/", "_", "'", "(", "Lissa", "Wire", "McHolt", "iPost", "A", "AT&T", "x", "élan", "Élan", "ǅ", "Ǆ", "Ω", "中", "7", "٣", "\u0301", "\u0903", "\u20DD", "\u200C", "\u200D", "\ud83d", "\ude00");
        Prop.ForAll(Gen.ListOf(pieces).Select(string.Concat).ToArbitrary(), text => Read(text).SequenceEqual(Expression().Matches(text).Select(Credit)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithEndSize(40));
    }

    [Fact]
    public void Every_character_is_part_of_a_name_or_goes_on_with_a_word_as_in_an_expression()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var text = ((char)code).ToString();
            Assert.Equal(NamePart().IsMatch(text), Credits.IsNamePart(text[0]));
            Assert.Equal(!WordEnd().IsMatch("reported" + text), Credits.GoesOn(text[0]));
            Assert.Equal(Capital().IsMatch(text), char.IsUpper(text[0]));
        }
    }

    [Fact]
    public void A_long_text_of_credits_is_read_in_one_pass()
    {
        Assert.Equal(100_000, Read(string.Concat(Enumerable.Repeat("told Lissa reported ", 100_000))).Count);
        Assert.Empty(Read(string.Concat(Enumerable.Repeat("reported ", 200_000))));
    }

    private static List<Credit> Read(string text)
    {
        var found = new List<Credit>();
        var credits = new Credits(text);
        while (credits.Next() is { } credit) found.Add(credit);
        return found;
    }

    private static Credit Credit(Match match)
    {
        var name = match.Groups["name"].Success ? match.Groups["name"] : match.Groups["reporter"];
        return new Credit(match.Index, match.Index + match.Length, name.Index, name.Index + name.Length);
    }

    [GeneratedRegex(@"(?:told|reported by|quoted by|interview with|statement to)\s(?:the\s|news agency\s)?(?<name>\p{Lu}[\w.&/-]*(?:\s\p{Lu}[\w.&/-]*){0,3})|(?<reporter>\p{Lu}[\w.&/-]*(?:\s\p{Lu}[\w.&/-]*){0,3})\s(?:news agency\s|has\s|first\s)?(?:reported|reports)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Expression();

    [GeneratedRegex(@"[\w.&/-]", RegexOptions.NonBacktracking)]
    private static partial Regex NamePart();

    [GeneratedRegex(@"reported\b", RegexOptions.NonBacktracking)]
    private static partial Regex WordEnd();

    [GeneratedRegex(@"\p{Lu}", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
