using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Libraries;

namespace BriefingBot.Tests.Index;

public sealed class LexicalIndexTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void The_passage_with_more_of_the_words_comes_first()
    {
        _library.Add("The ferry was late.\n\nThe harbour of Velmora closed its gates.\n\nVelmora has a harbour and a harbour master.");

        Assert.Equal(["Velmora has a harbour and a harbour master.", "The harbour of Velmora closed its gates."], Find("harbour", "velmora", "master"));
    }

    [Fact]
    public void A_word_of_the_title_counts_for_every_passage_and_twice_as_much()
    {
        _library.Add("The strike went on in silence.", title: "Weather");
        _library.Add("The ferries stayed in port today.", title: "Strike");

        Assert.Equal("The ferries stayed in port today.", Find("strike")[0]);
    }

    [Fact]
    public void Scores_are_the_sum_of_weight_times_the_score_of_each_term()
    {
        for (var i = 0; i < 40; i++) _library.Add($"harbour{i % 3} dock{i % 5} crane{i % 7} quay and water number{i}.\n\nNothing of note{i}.");
        var (harbour, dock, crane) = (Scores(("harbour1", 1)), Scores(("dock2", 1)), Scores(("crane3", 1)));

        var mixed = Scores(("harbour1", 2), ("dock2", 0.6), ("crane3", 7.25));

        Assert.Equal(harbour.Keys.Union(dock.Keys).Union(crane.Keys).Order(), mixed.Keys.Order());
        foreach (var (id, score) in mixed)
            Assert.Equal(2 * harbour.GetValueOrDefault(id) + 0.6 * dock.GetValueOrDefault(id) + 7.25 * crane.GetValueOrDefault(id), score, 4);
    }

    [Fact]
    public void A_word_given_twice_counts_twice()
    {
        for (var i = 0; i < 20; i++) _library.Add($"harbour{i % 3} dock{i % 5}");

        Assert.Equal(Scores(("harbour1", 2), ("dock2", 1)), Scores(("harbour1", 1), ("dock2", 1), ("harbour1", 1)));
        Assert.Equal(2 * Scores(("harbour1", 1)).Values.First(), Scores(("harbour1", 2)).Values.First(), 4);
    }

    [Fact]
    public void A_removed_document_is_found_no_more()
    {
        var document = _library.Add("Velmora counts its boats.");
        _library.Add("Velmora counts its nets.");

        _library.Remove(document.Id);

        Assert.Equal(["Velmora counts its nets."], Find("velmora"));
        Assert.Equal(1, _library.File.Read(s => new LexicalIndex(s).DocumentFrequencies(["velmora"])["velmora"]));
    }

    [Fact]
    public void What_is_added_where_all_was_erased_is_found_by_those_who_asked_before()
    {
        var document = _library.Add("Velmora counts its boats.");
        Assert.Single(Find("velmora"));

        _library.File.Write(session => new LexicalIndex(session).Erase(document.Id));
        _library.Add("Orsk mends its nets.");

        Assert.Equal(["Orsk mends its nets."], Find("orsk"));
        Assert.Empty(Find("velmora"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\" OR \"velmora")]
    [InlineData("velmora*")]
    [InlineData("NEAR(a b)")]
    [InlineData("title:velmora")]
    [InlineData("a AND NOT b")]
    [InlineData("🙂")]
    [InlineData("\ud800")]
    [InlineData("x\0y")]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("'); drop table passages; --")]
    public void Any_text_is_only_text(string term)
    {
        _library.Add("Velmora counts its boats.");

        Find(term);
        Assert.Equal(["Velmora counts its boats."], Find(term, "boat"));
        Assert.Equal(0, _library.File.Read(s => new LexicalIndex(s).DocumentFrequencies([term])[term]));
    }

    [Fact]
    public void A_question_longer_than_any_person_asks_is_answered()
    {
        _library.Add("Velmora counts its boats.");

        Assert.Single(Find(["velmora", .. Enumerable.Range(0, 5000).Select(i => $"word{i}")]));
        Assert.Single(Find([.. Enumerable.Repeat("velmora", 5000)]));
    }

    [Fact]
    public void Only_weights_above_zero_count()
    {
        _library.Add("Velmora counts its boats.");

        Assert.Empty(Scores(("velmora", 0), ("boat", -1), ("count", double.NaN)));
    }

    [Fact]
    public void Superseded_texts_are_found_only_as_of_their_time()
    {
        var document = _library.Add("The ferry was late.", "2030-01-01", fetched: Noon(2030, 1, 2));
        _library.Revise(document.Id, "The ferry was early.", "2030-01-01", fetched: Noon(2030, 1, 5));

        Assert.Equal(["The ferry was early."], Find("ferri"));
        Assert.Equal(["The ferry was early."], FindAsOf("2030-01-05", "ferri"));
        Assert.Equal(["The ferry was late."], FindAsOf("2030-01-04", "ferri"));
        Assert.Equal(["The ferry was late."], FindAsOf("2030-01-01", "ferri"));
        Assert.Empty(FindAsOf("2029-12-31", "ferri"));
    }

    [Fact]
    public void Before_anything_was_fetched_the_first_bytes_stand_in_their_newest_cleaning()
    {
        var document = _library.Add("The ferry was late. Share this!", "2030-01-01", fetched: Noon(2031, 1, 2));
        _library.Revise(document.Id, "The ferry was late.", "2030-01-01", RevisionCause.Recleaned, Noon(2031, 1, 2));
        _library.Revise(document.Id, "The ferry was early.", "2030-01-01", fetched: Noon(2031, 1, 2));

        Assert.Equal(["The ferry was late."], FindAsOf("2030-06-01", "ferri"));
    }

    [Fact]
    public void Undated_documents_are_left_out_and_counted()
    {
        _library.Add("The ferry was late.");
        _library.Add("The ferry was early.", "2030-01-01");

        Assert.Equal(["The ferry was early."], FindAsOf("2030-06-01", "ferri"));
        Assert.Equal((1, 1), _library.File.Read(s => (new LexicalIndex(s).UndatedDocuments(), new LexicalIndex(s).UndatedDocuments(new IndexScope(AsOf: new DateOnly(2030, 6, 1))))));
    }

    [Fact]
    public void Days_from_and_to_are_both_inside()
    {
        foreach (var day in (string[])["2030-01-01", "2030-01-02", "2030-01-03", "2030-01-04"]) _library.Add($"The ferry of {day}.", day);

        var scope = new IndexScope(From: new DateOnly(2030, 1, 2), To: new DateOnly(2030, 1, 3));

        Assert.Equal(["The ferry of 2030-01-02.", "The ferry of 2030-01-03."], Find(scope, "ferri"));
    }

    [Fact]
    public void The_month_of_publication_is_a_word_of_the_title()
    {
        _library.Add("Nothing happened.", "2030-02-11");

        Assert.Single(Find("2030"));
    }

    [Fact]
    public void Whole_texts_are_found_across_their_passages()
    {
        var both = _library.Add("The ferry was late.\n\nThe crane was idle.");
        _library.Add("The ferry was late.\n\nNobody minded.");

        var hits = _library.File.Read(s => new LexicalIndex(s).Documents([new QueryTerm("ferri", 1), new QueryTerm("crane", 1)], new IndexScope(), 10));

        Assert.Equal(2, hits.Count);
        Assert.Equal(both.Current.Id, hits[0].Id);
    }

    [Fact]
    public void Frequencies_count_passages()
    {
        _library.Add("The ferry was late.\n\nThe ferry, the ferry!\n\nThe crane was idle.");

        var frequencies = _library.File.Read(s => new LexicalIndex(s).DocumentFrequencies(["ferri", "crane", "whale", "ferri"]));

        Assert.Equal((2, 1, 0), (frequencies["ferri"], frequencies["crane"], frequencies["whale"]));
        Assert.Equal(3, _library.File.Read(s => new LexicalIndex(s).PassageCount()));
    }

    [Fact]
    public void An_index_of_another_analyser_is_not_added_to_and_is_built_again()
    {
        _library.Add("The ferry was late.");
        _library.File.Write(s => s.Prepared("update index_state set analyser_version = -1").ExecuteNonQuery());
        Assert.Throws<InvalidOperationException>(() => _library.Add("The crane was idle."));

        Assert.True(IndexBuild.EnsureCurrent(_library.File, cancellationToken: Cancel));

        Assert.False(IndexBuild.EnsureCurrent(_library.File, cancellationToken: Cancel));
        Assert.Equal(BriefingBot.Core.Text.Analyser.Version, _library.File.Read(s => new LexicalIndex(s).StoredAnalyserVersion()));
        Assert.Equal(["The ferry was late."], Find("ferri"));
    }

    [Fact]
    public void What_is_missing_or_too_much_is_counted_and_mended()
    {
        _library.Add("The ferry was late.\n\nThe crane was idle.");
        Assert.True(Check().IsSound);
        var other = _library.Add("The ghost sails.");
        _library.File.Write(s => s.Prepared("delete from index_tail where id = (select min(id) from index_tail where kind = 0)").ExecuteNonQuery());
        _library.File.Write(s => s.Prepared($"update documents set removed_utc = added_utc where id = '{other.Id}'").ExecuteNonQuery());
        _library.File.Write(s => s.Prepared("update index_state set generation = generation + 1").ExecuteNonQuery());
        Assert.Equal((2, 2, 2), (Check().Passages, Check().Missing, Check().Extra));

        IndexBuild.Rebuild(_library.File, cancellationToken: Cancel);

        Assert.Equal(new IndexCheck(2, 0, 0, null, true), Check());
        Assert.Equal(["The ferry was late."], Find("ferri"));
    }

    [Fact]
    public void Building_again_gives_the_same_scores()
    {
        for (var i = 0; i < 30; i++)
        {
            var document = _library.Add($"harbour{i % 3} dock{i % 5} water number{i}.", title: $"News {i % 4}");
            if (i % 7 == 0) _library.Revise(document.Id, $"harbour{i % 3} dock{i % 4} wind.");
        }

        var before = Scores(("harbour1", 1), ("dock2", 2), ("new", 1));
        IndexBuild.Rebuild(_library.File, cancellationToken: Cancel);

        Assert.NotEmpty(before);
        Assert.Equal(before, Scores(("harbour1", 1), ("dock2", 2), ("new", 1)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Noon(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);

    private IndexCheck Check() => _library.File.Read(s => new LexicalIndex(s).Check());

    private List<string> FindAsOf(string day, params string[] terms) => Find(new IndexScope(AsOf: DateOnly.Parse(day)), terms);

    private Dictionary<long, double> Scores(params (string Term, double Weight)[] terms) => _library.File.Read(session =>
        new LexicalIndex(session).Passages([.. terms.Select(t => new QueryTerm(t.Term, t.Weight))], new IndexScope(), 1000).ToDictionary(h => h.Id, h => h.Score));

    private List<string> Find(params string[] terms) => Find(new IndexScope(), terms);

    private List<string> Find(IndexScope scope, params string[] terms) => _library.File.Read(session =>
    {
        var hits = new LexicalIndex(session).Passages([.. terms.Select(t => new QueryTerm(t, 1))], scope, 10);
        var documents = new DocumentStore(session);
        return new PassageStore(session).Find([.. hits.Select(h => h.Id)]).Select(p => p.Range.Of(documents.Revision(p.RevisionId).Text)).ToList();
    });
}
