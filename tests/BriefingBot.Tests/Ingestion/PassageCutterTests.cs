using System.Globalization;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion;

public sealed class PassageCutterTests
{
    private static readonly Gen<string> Texts = Gen.Frequency(
            (12, Gen.Elements("port", "harbour", "dock", "Varran", "a", "I", "crane-driver", "café", "1,400")),
            (8, Gen.Constant(" ")),
            (2, Gen.Elements(".", "!", ",", ";", "—", "\n\n", " ")),
            (2, Gen.Elements("港口罢工", "。", "，", "𠮷野家", "ท่าเรือ")),
            (1, Gen.Elements("🚢", "👩‍🔧", "🇫🇷", "e\u0301\u0323", new string('x', 700), new string('港', 400))))
        .ListOf()
        .Select(parts => string.Concat(parts));

    [Fact]
    public void A_text_without_words_has_no_passages()
    {
        Assert.Empty(PassageCutter.Cut("", []));
        Assert.Empty(PassageCutter.Cut(" \n\n ", [new TextRange(0, 3)]));
    }

    [Fact]
    public void Whole_sentences_fill_a_passage_up_to_150_words()
    {
        var text = Sentences(60, 60, 60);

        Assert.Equal([120, 60], WordsOf(text, PassageCutter.Cut(text, SplitAtDots(text))));
    }

    [Fact]
    public void A_last_sentence_of_40_words_is_shared_with_the_next_passage()
    {
        var text = Sentences(100, 40, 60, 30);

        Assert.Equal([140, 130], WordsOf(text, PassageCutter.Cut(text, SplitAtDots(text))));
    }

    [Fact]
    public void A_last_sentence_of_41_words_is_not_shared()
    {
        var text = Sentences(100, 41, 60, 30);

        Assert.Equal([141, 90], WordsOf(text, PassageCutter.Cut(text, SplitAtDots(text))));
    }

    [Fact]
    public void A_shared_sentence_never_pushes_a_passage_over_the_limit()
    {
        var text = Sentences(110, 40, 130);

        Assert.Equal([150, 130], WordsOf(text, PassageCutter.Cut(text, SplitAtDots(text))));
    }

    [Fact]
    public void A_long_sentence_is_cut_after_a_clause()
    {
        var text = Words(90) + ", " + Words(50) + "; " + Words(60) + ".";

        Assert.Equal([140, 60], WordsOf(text, PassageCutter.Cut(text, SplitAtDots(text))));
    }

    [Fact]
    public void A_long_sentence_without_clauses_is_cut_after_a_word()
    {
        var text = Words(400) + ".";

        Assert.Equal([150, 150, 100], WordsOf(text, PassageCutter.Cut(text, SplitAtDots(text))));
    }

    [Fact]
    public void A_word_without_end_is_cut_between_text_elements()
    {
        var text = string.Concat(Enumerable.Repeat("👩‍🔧e\u0301", 3000));
        var elements = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();

        var passages = PassageCutter.Cut(text, [new TextRange(0, text.Length)]);

        Assert.True(passages.Count > 1);
        Assert.All(passages, p => Assert.True(elements.Contains(p.Start) && elements.Contains(p.End)));
    }

    [Fact]
    public void Two_characters_of_a_script_without_spaces_count_as_a_word()
    {
        var text = string.Concat(Enumerable.Repeat(new string('港', 99) + "。", 6));
        var sentences = Enumerable.Range(0, 6).Select(i => new TextRange(i * 100, (i + 1) * 100)).ToArray();

        var passages = PassageCutter.Cut(text, sentences);

        Assert.Equal([new TextRange(0, 300), new TextRange(300, 600)], passages);
    }

    [Fact]
    public void What_the_sentences_leave_out_is_covered_too()
    {
        const string text = "Heading\n\nThe cranes stood still. (pic)";

        Assert.Equal([new TextRange(0, text.Length)], PassageCutter.Cut(text, [new TextRange(9, 32)]));
    }

    [Fact]
    public void A_line_of_twenty_million_characters_is_cut_in_linear_time()
    {
        var text = new string('x', 20_000_000);

        Assert.Equal(text.Length, PassageCutter.Cut(text, [new TextRange(0, text.Length)]).Sum(p => p.Length));
    }

    [Fact]
    public void Together_the_passages_cover_every_character_that_is_not_white_space() =>
        Holds((text, passages) =>
        {
            var covered = new bool[text.Length];
            foreach (var p in passages) Array.Fill(covered, true, p.Start, p.Length);
            return !text.Where((c, i) => !covered[i] && !char.IsWhiteSpace(c)).Any();
        });

    [Fact]
    public void No_passage_begins_or_ends_with_white_space_or_inside_a_surrogate_pair() =>
        Holds((text, passages) => passages.All(p =>
            p.Length > 0 && !char.IsWhiteSpace(text[p.Start]) && !char.IsWhiteSpace(text[p.End - 1])
            && !char.IsLowSurrogate(text[p.Start]) && !char.IsHighSurrogate(text[p.End - 1])));

    [Fact]
    public void No_passage_has_more_than_150_words() =>
        Holds((text, passages) => passages.All(p => WordMeter.HalfWords(p.Of(text)) <= 300));

    [Fact]
    public void Passages_go_forward_and_share_at_most_40_words() =>
        Holds((text, passages) => passages.Zip(passages.Skip(1)).All(pair =>
            pair.Second.Start > pair.First.Start && pair.Second.End > pair.First.End
            && (pair.Second.Start >= pair.First.End || WordMeter.HalfWords(text.AsSpan(pair.Second.Start, pair.First.End - pair.Second.Start)) <= 80)));

    private static void Holds(Func<string, IReadOnlyList<TextRange>, bool> property) =>
        Prop.ForAll(Texts.ToArbitrary(), text => property(text, PassageCutter.Cut(text, SplitAtDots(text)))).QuickCheckThrowOnFailure();

    /// <summary>Sentences good enough for these tests: they end after a full stop.</summary>
    private static List<TextRange> SplitAtDots(string text)
    {
        var sentences = new List<TextRange>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '。')) continue;
            sentences.Add(new TextRange(start, i + 1));
            start = i + 1;
        }

        return sentences;
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("dock", count));

    private static string Sentences(params int[] words) => string.Join(' ', words.Select(n => Words(n) + "."));

    private static IEnumerable<int> WordsOf(string text, IReadOnlyList<TextRange> passages) =>
        passages.Select(p => p.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
}
