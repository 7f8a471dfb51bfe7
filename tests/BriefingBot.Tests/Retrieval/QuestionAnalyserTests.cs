using BriefingBot.Core.Retrieval;

namespace BriefingBot.Tests.Retrieval;

public sealed class QuestionAnalyserTests
{
    private static readonly DateOnly Today = new(2031, 3, 20);

    [Theory]
    [InlineData("How many dockers stayed away?", AnswerType.Number)]
    [InlineData("What percentage of dockers stayed away?", AnswerType.Number)]
    [InlineData("When did the walkout begin?", AnswerType.Date)]
    [InlineData("In what year was the lamp made?", AnswerType.Date)]
    [InlineData("Who leads the union?", AnswerType.Name)]
    [InlineData("Where is the museum?", AnswerType.Name)]
    [InlineData("What did the ministry promise?", AnswerType.Other)]
    [InlineData("Name a ferry.", AnswerType.Other)]
    public void The_question_word_tells_what_kind_of_answer_is_expected(string question, AnswerType type) => Assert.Equal(type, Analyse(question).Expects);

    [Theory]
    [InlineData("What is known about the walkout?", QuestionForm.Account)]
    [InlineData("What do the ministry and the union say about the rota?", QuestionForm.Account)]
    [InlineData("Summarise the walkout.", QuestionForm.Account)]
    [InlineData("Timeline of the walkout", QuestionForm.Account)]
    [InlineData("Why do the reports on the talks differ?", QuestionForm.Account)]
    [InlineData("Is the port closed?", QuestionForm.Whether)]
    [InlineData("Is the port open or closed?", QuestionForm.Fact)]
    [InlineData("What does the union say?", QuestionForm.Fact)]
    [InlineData("What do ferries and barges cost?", QuestionForm.Fact)]
    public void The_form_tells_how_much_is_wanted(string question, QuestionForm form) => Assert.Equal(form, Analyse(question).Form);

    [Fact]
    public void A_day_in_the_question_is_no_name()
    {
        var analysis = QuestionAnalyser.Analyse("What happened at Port Varran on 6 March 2031?", new DateOnly(2031, 3, 9));

        Assert.Equal(["Port Varran"], analysis.Names.Select(name => name.Written));
    }

    [Fact]
    public void A_word_that_stands_twice_counts_twice() =>
        Assert.Equal(2, Assert.Single(Analyse("dockers against dockers").Terms).Count);

    [Fact]
    public void Words_that_ask_for_an_account_are_not_searched_for() =>
        Assert.Equal(["walkout"], Analyse("Summarise what is known about the walkout").Terms.Select(t => t.Word), StringComparer.Ordinal);

    [Fact]
    public void A_name_of_two_words_is_one_name() => Assert.Contains(Analyse("What did Ostrava Shipping pay?").Names, n => n.Written is "Ostrava Shipping");

    [Fact]
    public void A_month_centres_time_and_filters_nothing()
    {
        var dates = Analyse("How many dockers stayed away in February 2031?").Dates;

        Assert.Equal([new DateWindow(new DateOnly(2031, 2, 1), new DateOnly(2031, 2, 28))], dates.Windows);
        Assert.Null(dates.Published);
    }

    [Theory]
    [InlineData("Which articles published in February 2031 mention cranes?")]
    [InlineData("News of last month about cranes")]
    public void What_was_published_then_is_a_filter(string question) =>
        Assert.Equal(new DateWindow(new DateOnly(2031, 2, 1), new DateOnly(2031, 2, 28)), Analyse(question).Dates.Published);

    [Fact]
    public void Two_days_with_and_between_are_one_window() =>
        Assert.Equal([new DateWindow(new DateOnly(2030, 3, 1), new DateOnly(2031, 3, 31))], Analyse("How many attacks between March 2030 and March 2031?").Dates.Windows);

    [Theory]
    [InlineData("What has changed since the embassy attack?")]
    [InlineData("What happened after the walkout?")]
    public void A_phrase_that_hangs_on_an_event_stays_text(string question) => Assert.Empty(Analyse(question).Dates.Windows);

    private static QuestionAnalysis Analyse(string question) => QuestionAnalyser.Analyse(question, Today);
}
