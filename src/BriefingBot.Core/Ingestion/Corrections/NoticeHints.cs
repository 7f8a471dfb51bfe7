using System.Buffers;

namespace BriefingBot.Core.Ingestion.Corrections;

/// <summary>Whether, and where, a text may speak of its own corrections: the phrases of <see cref="NoticePhrases"/> in any case, ahead of reading lines and sentences.</summary>
internal static class NoticeHints
{
    /// <summary>So many pieces are looked for sixteen characters at a time; with more of them, or with whole phrases that begin like every other sentence, most of a text is looked at twice.</summary>
    private const int AtOnce = 8;

    /// <summary>Rare pieces of the phrases, one for each phrase in Latin letters at least. The first three characters are ASCII, or there is no fast way to look for them.</summary>
    private static readonly string[] Pieces = (
        "corr|korr|tifi|mend|clar|klarst|misst|erro|erra|erreur|tract|retrat|ritra|etir|itir|nnul|anula|withdr|remov|taken down|ckge|ublié|epubliz|espubl|iderr|richt|recht"
        + "|rsion|fassung|versie|previa|anterior|original|precis|editor|trokken|trekk|offline|verbet|mise au").Split('|');

    private static readonly string[] Phrases =
    [
        .. NoticePhrases.All.SelectMany(l => (string[][])[l.Corrected, l.Retracted, l.CorrectedAlone, l.RetractedAlone, l.Labels, l.RetractedLabels]).SelectMany(p => p).Distinct(StringComparer.Ordinal),
        "editor's note", "editor’s note", "editors' note", "editors’ note",
    ];

    private static readonly SearchValues<string> All = AnyOf(Phrases);

    private static readonly PieceSet[] Sets = [.. Pieces.Chunk(AtOnce).Select(Set)];

    /// <summary>Those without a piece: Cyrillic, Arabic, Chinese.</summary>
    private static readonly SearchValues<string> Foreign = AnyOf(Phrases.Where(phrase => PieceOf(phrase) is null));

    /// <summary>Where the first phrase stands at or behind a place; -1 where none does. Slow: ask only where there is one.</summary>
    public static int IndexIn(string text, int from) => text.AsSpan(from).IndexOfAny(All) is >= 0 and var hit ? from + hit : -1;

    /// <summary>Whether there is a phrase anywhere. Most texts have none.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        foreach (var set in Sets)
        {
            if (set.IsIn(text)) return true;
        }

        return AreBehind(text.IndexOfAnyInRange('\u0400', '\u1FFF'), text) || AreBehind(text.IndexOfAnyInRange('\u3400', '\u9FFF'), text);
    }

    private static bool AreBehind(int firstForeign, ReadOnlySpan<char> text) => firstForeign >= 0 && text[firstForeign..].ContainsAny(Foreign);

    private static string? PieceOf(string phrase) => Array.Find(Pieces, piece => phrase.Contains(piece, StringComparison.Ordinal));

    private static PieceSet Set(string[] pieces)
    {
        var phrases = Phrases.Select(phrase => (Phrase: phrase, Piece: PieceOf(phrase))).Where(p => pieces.Contains(p.Piece, StringComparer.Ordinal));
        return new PieceSet(AnyOf(pieces), [.. phrases.Select(p => (p.Phrase, p.Phrase.IndexOf(p.Piece!, StringComparison.Ordinal)))]);
    }

    private static SearchValues<string> AnyOf(IEnumerable<string> values) => SearchValues.Create([.. values], StringComparison.OrdinalIgnoreCase);

    /// <param name="Pieces">Found fast.</param>
    /// <param name="Phrases">What they may be pieces of, each with the place of its piece.</param>
    private sealed record PieceSet(SearchValues<string> Pieces, (string Phrase, int Piece)[] Phrases)
    {
        public bool IsIn(ReadOnlySpan<char> text)
        {
            for (var at = 0; text[at..].IndexOfAny(Pieces) is >= 0 and var hit; at++)
            {
                at += hit;
                foreach (var (phrase, piece) in Phrases)
                {
                    if (at >= piece && text[(at - piece)..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
                }
            }

            return false;
        }
    }
}
