using System.Buffers;
using BriefingBot.Core.Ingestion.Corrections;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Corrections;

public sealed class NoticeHintsTests
{
    private static readonly string[] Phrases =
    [
        .. NoticePhrases.All.SelectMany(l => (string[][])[l.Corrected, l.Retracted, l.CorrectedAlone, l.RetractedAlone, l.Labels, l.RetractedLabels]).SelectMany(p => p),
        "editor's note", "editor’s note", "editors' note", "editors’ note",
    ];

    /// <summary>All of them at once, letter by letter: slow, and plainly right.</summary>
    private static readonly SearchValues<string> Slow = SearchValues.Create(Phrases, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Every_phrase_is_found_alone_and_inside_a_text_in_either_case()
    {
        foreach (var phrase in Phrases)
        {
            Assert.True(NoticeHints.AreIn(phrase), phrase);
            Assert.True(NoticeHints.AreIn(phrase.ToUpperInvariant()), phrase);
            Assert.True(NoticeHints.AreIn($"The cranes of Port Varran stood still,{phrase}and nobody said why on Monday."), phrase);
            Assert.Equal(2, NoticeHints.IndexIn("— " + phrase, 1));
        }
    }

    [Fact]
    public void Every_letter_that_is_a_phrase_s_in_another_case_counts_as_it_did()
    {
        var others = Enumerable.Range(0, 0x10000).Select(code => (char)code).ToLookup(c => char.ToUpperInvariant(char.ToLowerInvariant(c)));
        foreach (var phrase in Phrases)
        {
            for (var at = 0; at < phrase.Length; at++)
            {
                foreach (var other in others[char.ToUpperInvariant(phrase[at])])
                {
                    var text = phrase[..at] + other + phrase[(at + 1)..];
                    Assert.Equal(text.AsSpan().ContainsAny(Slow), NoticeHints.AreIn(text));
                }
            }
        }
    }

    [Fact]
    public void Any_text_has_a_phrase_where_it_had_one_before()
    {
        var filler = Gen.Elements(" ", ".", "\n", "e", "r", "i", "the ferry", "“", "ı", "İ", "ſ", "\u212A", "ς", "Σ", "\u0301", "\ud83d", "版", "é", "É", "ﬁ", "ё", "ю", "ا", "’", "'");
        var whole = Gen.Elements(Phrases).SelectMany(phrase => Gen.Choose(0, 4).Select(cut => cut switch { 0 => phrase[1..], 1 => phrase[..^1], 2 => phrase.ToUpperInvariant(), _ => phrase }));
        var odd = Gen.Elements(Phrases).Select(p => p.Replace('i', 'İ')).Or(Gen.Elements(Phrases).Select(p => p.Replace('i', 'ı').Replace('s', 'ſ'))).Or(Gen.Elements(Phrases).Select(p => p.ToUpperInvariant().Replace('K', '\u212A')));
        var piece = Gen.Frequency((6, filler), (1, whole), (1, odd));
        Prop.ForAll(Gen.ListOf(piece).Select(string.Concat).ToArbitrary(), text => NoticeHints.AreIn(text) == text.AsSpan().ContainsAny(Slow))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(40));
    }

    [Fact]
    public void A_long_text_of_pieces_is_read_in_one_pass() => Assert.False(NoticeHints.AreIn(string.Concat(Enumerable.Repeat("corrretretractversion", 100_000))));
}
