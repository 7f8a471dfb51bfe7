using BriefingBot.Core.Evaluation.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Evaluation;

public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("The  Harbour-Master's \"Office\"", "harbour masters office")]
    [InlineData("U.S. dollars, 5,000!", "us dollars 5000")]
    [InlineData("A", "a")]
    [InlineData("…", "")]
    [InlineData("ÉCOLE № 7", "école 7")]
    public void Case_punctuation_and_articles_are_set_aside(string text, string expected) =>
        Assert.Equal(expected, AnswerText.Normalize(text));

    [Theory]
    [InlineData("10", "A 10-yard gap was left.", true)]
    [InlineData("3", "About 1,300 ships waited.", false)]
    [InlineData("the Corran Straits", "They sailed through Corran Straits.", true)]
    [InlineData("port", "The airport was shut.", false)]
    [InlineData("港口", "该港口关闭了三天。", true)]
    [InlineData("--", "They sailed -- slowly.", false)]
    [InlineData("five", "Twenty-five, then five.", true)]
    public void An_answer_must_stand_at_word_boundaries(string answer, string text, bool occurs) =>
        Assert.Equal(occurs, AnswerText.Occurs(AnswerText.Normalize(answer), AnswerText.Normalize(text)));

    [Fact]
    public void Normalising_twice_changes_nothing() =>
        Prop.ForAll<string>(text =>
        {
            var once = AnswerText.Normalize(text ?? "");
            return string.Equals(once, AnswerText.Normalize(once), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_that_holds_any_word_holds_itself() =>
        Prop.ForAll<string>(text =>
        {
            var normal = AnswerText.Normalize(text ?? "");
            return normal.Length == 0 || AnswerText.Occurs(normal, normal);
        }).QuickCheckThrowOnFailure();
}
