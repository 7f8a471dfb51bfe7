using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;
using BriefingBot.Tests.Briefing;

namespace BriefingBot.Tests.Retrieval;

public sealed class RetrieverTests : IDisposable
{
    private readonly InventedLibrary _library = InventedLibrary.WithStrike();

    [Fact]
    public void The_passage_that_holds_the_words_comes_first() =>
        Assert.Equal("museum", _library.Retrieve("brass lighthouse lamp").Passages[0].Passage.DocumentId);

    [Fact]
    public void An_alias_of_the_desk_is_searched_for_and_noted()
    {
        _library.File.Write(session => new AliasStore(session).Add(new Alias("DVU", "Oren Vass", Alias.FromDesk, null)));

        var result = _library.Retrieve("What does the DVU want?");

        Assert.Equal("wire", result.Passages[0].Passage.DocumentId);
        Assert.Contains("Also searched for “Oren Vass” as another name of “DVU”.", result.Notes, StringComparer.Ordinal);
    }

    [Fact]
    public void An_alias_in_capitals_does_not_match_a_small_word()
    {
        _library.File.Write(session => new AliasStore(session).Add(new Alias("IS", "Oren Vass", Alias.FromDesk, null)));

        Assert.Empty(_library.Retrieve("what is herring?").Aliases);
    }

    [Fact]
    public void Of_two_equal_texts_the_one_nearer_to_the_day_asked_comes_first_and_no_later_one_gains()
    {
        using var library = new InventedLibrary();
        library.Add("old", "", null, "2031-01-01", "The ferry timetable changes with the season, the harbour said.");
        library.Add("new", "", null, "2031-03-01", "The ferry timetable changes with the winter, the harbour said.");
        library.Add("later", "", null, "2031-06-01", "The ferry timetable changes with the summer, the harbour said.");
        for (var i = 0; i < 8; i++)
            library.Add("other" + i, "", null, null, "Herring returned in large numbers, biologists of the delta said.");

        var ranked = library.Retrieve("ferry timetable", askedOn: new DateOnly(2031, 3, 2)).Passages;
        Assert.Equal(["new", "old", "later"], ranked.Take(3).Select(p => p.Passage.DocumentId), StringComparer.Ordinal);
        Assert.Equal(ranked[2].Match, ranked[2].Score);

        Assert.Equal("later", library.Retrieve("ferry timetable in June 2031", askedOn: new DateOnly(2031, 6, 2)).Passages[0].Passage.DocumentId);
    }

    [Fact]
    public void A_wish_for_what_was_published_then_reads_nothing_else_unless_there_is_nothing()
    {
        var result = _library.Retrieve("articles published in January 2031 about the museum");
        Assert.All(result.Passages, p => Assert.Equal("museum", p.Passage.DocumentId));

        result = _library.Retrieve("articles published in May 2029 about the museum");
        Assert.NotEmpty(result.Passages);
        Assert.Contains("No document published on the days asked for matches; all documents were read.", result.Notes, StringComparer.Ordinal);
    }

    [Fact]
    public void A_question_in_the_language_of_a_document_finds_it()
    {
        _library.Add("puerto", "Huelga en el puerto", "Diario de Lissa", null, "Los estibadores abandonaron las grúas del muelle norte el lunes por la noche.", "es");

        var found = _library.Retrieve("¿Quiénes abandonaron las grúas del muelle norte?");

        Assert.Equal("puerto", found.Passages[0].Passage.DocumentId);
        Assert.True(found.Question.Terms.Count(t => found.Weights.Seen(t.Value)) >= 5);
    }

    [Fact]
    public void In_a_very_small_library_its_own_subject_still_counts()
    {
        using var library = new InventedLibrary();
        library.Add("a", "", null, null, "The strike at Port Varran began on Monday, the harbour master said.");
        library.Add("b", "", null, null, "The strike spread to the ferries and the lamps of the museum.");

        var ranked = library.Retrieve("strike in Port Varran").Passages;

        Assert.Equal(["a", "b"], ranked.Select(p => p.Passage.DocumentId), StringComparer.Ordinal);
        Assert.True(ranked[1].Score > .1);
    }

    [Fact]
    public void A_passage_gains_by_its_document()
    {
        Passage[] passages = [new(1, 10, "a", 0, new TextRange(0, 1)), new(2, 20, "b", 0, new TextRange(0, 1))];
        var found = passages.ToDictionary(p => p.Id);

        var fused = RankFusion.Fuse([new IndexHit(1, 5), new IndexHit(2, 4)], [new IndexHit(20, 6), new IndexHit(10, 3)], found, .5);

        Assert.Equal([2, 1], fused.Select(f => f.Passage.Id));
        Assert.Equal([5.0, 4.0], fused.Select(f => f.Score));
    }

    [Fact]
    public void A_copy_moves_behind_and_so_do_passages_over_the_limit_of_one_document()
    {
        string[] texts = ["One sentence.", "Another sentence.", "One sentence.", "A third sentence.", "Something else."];
        TimedPassage[] ranked = [Of("a", 0), Of("a", 1), Of("b", 2), Of("a", 3), Of("c", 4)];

        Assert.Equal([0, 1, 4, 2, 3], Diversity.Spread(ranked, passage => texts[passage.Passage.Id], 3, 2).Select(p => p.Passage.Id));
    }

    public void Dispose() => _library.Dispose();

    private static TimedPassage Of(string document, long id) => new(new Passage(id, id, document, 0, new TextRange(0, 1)), 10 - id, 10 - id);
}
