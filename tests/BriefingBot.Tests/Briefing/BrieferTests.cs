using System.Text.RegularExpressions;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Briefing;

public sealed partial class BrieferTests : IDisposable
{
    private readonly InventedLibrary _library = InventedLibrary.WithStrike();

    [Fact]
    public void A_fact_is_quoted_with_publisher_day_and_number()
    {
        var answer = _library.Ask("Who is the curator of the maritime museum?");

        Assert.NotEqual(AnswerStatus.Insufficient, answer.Status);
        Assert.Contains("Hanne Orlo", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Varran Courier, 10 Jan 2031: “", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("” [1]", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_begins_with_a_pronoun_brings_its_predecessor()
    {
        var answer = _library.Ask("By which day were dockers asked to return?", BriefLength.Short);

        Assert.Equal("Harbour master Ilse Tamm called the walkout unlawful. She asked the dockers to return by Thursday.", answer.Citations[0].Quote);
        Assert.Equal("The port authority said two ferries were turned back before dawn.", answer.Citations[0].Before);
        Assert.Equal("", answer.Citations[0].After);
    }

    [Fact]
    public void Another_number_from_another_publisher_stands_beside_it_under_accounts_differ()
    {
        var answer = _library.Ask("How many dockers stayed away from Port Varran on Monday?");

        var differ = Assert.Single(answer.Sentences, s => s.Kind == SentenceKind.Disagreement);
        Assert.StartsWith("Accounts differ on the number:", differ.Text, StringComparison.Ordinal);
        Assert.Contains("1,400", differ.Text, StringComparison.Ordinal);
        Assert.Contains("1,900", differ.Text, StringComparison.Ordinal);
        Assert.Equal(2, differ.Citations.Count);
    }

    [Fact]
    public void An_account_has_its_denial_and_is_told_in_order_of_days()
    {
        var answer = _library.Ask("What is known about the talks between the ministry and the dockers' union at Port Varran?");

        Assert.True(answer.Citations.Select(c => c.DocumentId).Distinct(StringComparer.Ordinal).Count() >= 3);
        Assert.Contains(answer.Citations, c => c.DocumentId is "post" && c.Quote.Contains("denied", StringComparison.Ordinal));
        var days = answer.Citations.Select(c => c.PublishedOn ?? DateOnly.MaxValue).ToList();
        Assert.Equal(days.Order(), days);
        Assert.Contains(answer.Sentences, s => s.Kind == SentenceKind.Disagreement && s.Text.Contains("denied", StringComparison.Ordinal));
    }

    [Fact]
    public void An_account_brings_both_numbers_of_two_papers()
    {
        var answer = _library.Ask("Why do the reports on the dockers of Port Varran differ?");

        Assert.Contains(answer.Citations, c => c.Quote.Contains("1,400", StringComparison.Ordinal));
        Assert.Contains(answer.Citations, c => c.Quote.Contains("1,900", StringComparison.Ordinal));
        Assert.Contains(answer.Sentences, s => s.Kind == SentenceKind.Disagreement);
    }

    [Fact]
    public void What_the_library_has_never_seen_is_named()
    {
        var answer = _library.Ask("What did Ostrava Shipping pay for the cranes?");

        Assert.Equal(AnswerStatus.Insufficient, answer.Status);
        Assert.Equal("Nothing in this library mentions “Ostrava Shipping”.", answer.Text);
        Assert.Empty(answer.Sentences);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public void What_the_library_does_not_say_is_refused_with_the_nearest_passages()
    {
        var answer = _library.Ask("Which bank financed the construction of the new container terminal at Port Varran?");

        Assert.Equal(AnswerStatus.Insufficient, answer.Status);
        Assert.Equal("The library does not say.", answer.Text);
        Assert.NotEmpty(answer.Related);
        Assert.Equal(Enumerable.Range(1, answer.Related.Count), answer.Related.Select(c => c.N));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("what is it that they are and who is he")]
    [InlineData("??? !!! \" ' ( ) * : ^ -")]
    public void A_question_without_a_word_to_search_for_says_so(string question)
    {
        var answer = _library.Ask(question);

        Assert.Equal(AnswerStatus.Insufficient, answer.Status);
        Assert.Equal("The question holds no word to search for.", answer.Text);
    }

    [Fact]
    public void An_empty_library_does_not_say()
    {
        using var empty = new InventedLibrary();

        Assert.Equal(AnswerStatus.Insufficient, empty.Ask("How many dockers stayed away?").Status);
    }

    [Fact]
    public void As_of_reads_only_what_was_published_by_then_and_counts_the_undated()
    {
        var answer = _library.Ask("How many dockers stayed away from Port Varran on Monday?", asOf: new DateOnly(2031, 3, 3));

        Assert.All(answer.Citations, c => Assert.True(c.PublishedOn <= new DateOnly(2031, 3, 3)));
        Assert.Contains(answer.Citations, c => c.DocumentId is "courier");
        Assert.Contains("1 undated document was left out.", answer.Notes, StringComparer.Ordinal);
        Assert.Equal(new DateOnly(2031, 3, 3), answer.AsOf);
    }

    [Fact]
    public void Short_is_one_quote()
    {
        var answer = _library.Ask("How many dockers stayed away from Port Varran on Monday?", BriefLength.Short);

        Assert.Single(answer.Citations);
    }

    [Fact]
    public void The_same_question_gets_the_same_text()
    {
        var first = _library.Ask("What is known about Port Varran?");
        var second = _library.Ask("What is known about Port Varran?");

        Assert.Equal(first.Text, second.Text);
        Assert.NotEqual(first.AnswerId, second.AnswerId, StringComparer.Ordinal);
    }

    [Fact]
    public void A_stored_answer_opens_again_by_its_number()
    {
        var answer = _library.Ask("How many dockers stayed away from Port Varran on Monday?");

        var opened = Assert.IsType<SourceOutcome.Opened>(SourceReader.Open(_library.File, answer.AnswerId, 2));
        Assert.Equal(answer.Citations[1].Quote, Assert.Single(opened.Citations).Quote);
        Assert.Equal(CitationStatus.Current, opened.Citations[0].Status);
        Assert.IsType<SourceOutcome.UnknownNumber>(SourceReader.Open(_library.File, answer.AnswerId, 99));
        Assert.IsType<SourceOutcome.UnknownAnswer>(SourceReader.Open(_library.File, "0000000000"));
    }

    [Fact]
    public void A_sentence_that_two_papers_carry_counts_once_and_names_both()
    {
        _library.Add("copy", "Museum reopens", "Harbour News", "2031-01-11", "The maritime museum reopened after four years of repairs.");

        var answer = _library.Ask("When did the maritime museum reopen after repairs?");

        var citation = Assert.Single(answer.Citations, c => c.Quote.StartsWith("The maritime museum reopened", StringComparison.Ordinal));
        Assert.Single(citation.AlsoCarriedBy);
    }

    [Fact]
    public void Markers_are_dense_and_every_one_has_a_source()
    {
        foreach (var question in new[] { "How many dockers stayed away?", "What is known about Port Varran?", "Summarise the walkout.", "Who leads the union?" })
        {
            var answer = _library.Ask(question);

            var used = answer.Sentences.SelectMany(s => s.Citations).Distinct().ToList();
            Assert.Equal(Enumerable.Range(1, answer.Citations.Count), used);
            Assert.Equal(used, Marker().Matches(answer.Text).Select(m => int.Parse(m.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct());
        }
    }

    public void Dispose() => _library.Dispose();


    [GeneratedRegex(@"\[(?<n>[0-9]+)\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
