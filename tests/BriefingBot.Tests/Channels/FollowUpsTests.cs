using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Channels;

public sealed class FollowUpsTests
{
    private static readonly Answer Strike = Answered("How many dockers walked out at Port Varran?", "Harbour master Ilse Tamm called the walkout unlawful.");

    [Theory]
    [InlineData("And who was on the other side?", "Who was on the other side? (dockers, walked, Port Varran)")]
    [InlineData("Why did they?", "Why did they? (dockers, walked, Port Varran)")]
    [InlineData("and when?", "When? (dockers, walked, Port Varran)")]
    [InlineData("What did she say?", "What did she say? (dockers, walked, Port Varran)")]
    public void What_leans_on_the_question_before_is_asked_with_its_names_and_words(string question, string understood) =>
        Assert.Equal(understood, FollowUps.Rewrite(question, [Strike]));

    [Theory]
    [InlineData("Who chairs the audit committee of Lissa?")]
    [InlineData("Did Oren Vass say he would resign from the union?")]
    [InlineData("Which museum reopened after four years of repairs?")]
    [InlineData("")]
    [InlineData("???")]
    public void What_stands_by_itself_is_left_as_it_is(string question) => Assert.Null(FollowUps.Rewrite(question, [Strike]));

    [Fact]
    public void Without_a_question_before_nothing_is_rewritten() => Assert.Null(FollowUps.Rewrite("And who?", []));

    [Fact]
    public void A_question_without_names_lends_the_names_it_was_answered_with() =>
        Assert.Contains("Ilse Tamm", FollowUps.Rewrite("And then?", [Answered("what was said about it", "Harbour master Ilse Tamm called the walkout unlawful.")]), StringComparison.Ordinal);

    [Fact]
    public void A_chain_of_follow_ups_keeps_its_subject()
    {
        var second = Strike with { Question = "And who was on the other side?", RewrittenQuestion = FollowUps.Rewrite("And who was on the other side?", [Strike]) };

        Assert.Contains("Port Varran", FollowUps.Rewrite("And why?", [Strike, second]), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_conversation_is_understood_the_same_way_each_time_and_stays_short() => Prop.ForAll<string, string>((question, before) =>
    {
        var answer = Answered(before ?? "", before ?? "");
        var first = FollowUps.Rewrite(question ?? "", [answer]);
        return first == FollowUps.Rewrite(question ?? "", [answer]) && (first?.Length ?? 0) <= (question ?? "").Length + (before ?? "").Length + 30;
    }).QuickCheckThrowOnFailure();

    private static Answer Answered(string question, string quote) => new()
    {
        AnswerId = "0000000000",
        Library = "port-desk",
        Question = question,
        Writer = "extractive",
        Text = quote,
        Citations = [new Citation { N = 1, DocumentId = "d", Title = "t", Origin = "o", Quote = quote }],
    };
}
