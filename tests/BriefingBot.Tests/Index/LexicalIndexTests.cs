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
            Assert.Equal(2 * harbour.GetValueOrDefault(id) + 0.6 * dock.GetValueOrDefault(id) + 7.25 * crane.GetValueOrDefault(id), score, 9);
    }

    [Fact]
    public void A_word_given_twice_counts_twice()
    {
        for (var i = 0; i < 20; i++) _library.Add($"harbour{i % 3} dock{i % 5}");

        Assert.Equal(Scores(("harbour1", 2), ("dock2", 1)), Scores(("harbour1", 1), ("dock2", 1), ("harbour1", 1)));
        Assert.Equal(2 * Scores(("harbour1", 1)).Values.First(), Scores(("harbour1", 2)).Values.First(), 9);
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

    private Dictionary<long, double> Scores(params (string Term, double Weight)[] terms) => _library.File.Read(session =>
        new LexicalIndex(session).Passages([.. terms.Select(t => new QueryTerm(t.Term, t.Weight))], new IndexScope(), 1000).ToDictionary(h => h.Id, h => h.Score));

    private List<string> Find(params string[] terms) => _library.File.Read(session =>
    {
        var hits = new LexicalIndex(session).Passages([.. terms.Select(t => new QueryTerm(t, 1))], new IndexScope(), 10);
        var documents = new DocumentStore(session);
        return new PassageStore(session).Find([.. hits.Select(h => h.Id)]).Select(p => p.Range.Of(documents.Revision(p.RevisionId).Text)).ToList();
    });
}
