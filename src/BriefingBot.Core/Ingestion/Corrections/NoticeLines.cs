using BriefingBot.Core.Libraries.Corrections;

namespace BriefingBot.Core.Ingestion.Corrections;

/// <summary>A label at the beginning of a line.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="IsNote">Whether the line must speak of a mistake too.</param>
/// <param name="IsAlone">Whether the line is nothing but the label.</param>
internal sealed record NoticeLabel(NoticeKind Kind, bool IsNote, bool IsAlone);

/// <summary>Reads single titles, lines and sentences against the lists of phrases.</summary>
internal static class NoticeLines
{
    /// <summary>Furthest a verb may stand behind its subject, in UTF-16 code units.</summary>
    private const int Reach = 90;

    /// <summary>What may stand between a label and its colon: a day, in brackets or not.</summary>
    private const int LongestDay = 40;

    /// <summary>What is withdrawn or corrected says so at the beginning of its title, before a colon or a dash.</summary>
    public static NoticeKind? Title(string title) => Label(title) is { IsNote: false, IsAlone: false } label ? label.Kind : null;

    public static NoticeLabel? Label(string line)
    {
        var text = Folded(line).Trim().TrimStart('*', '_', '#', '>', '-', '–', '—', '[', '(', '•', ' ');
        NoticeLabel? best = null;
        var length = 0;
        foreach (var language in NoticePhrases.All)
        {
            Look(language.Labels, NoticeKind.Corrected, isNote: false);
            Look(language.RetractedLabels, NoticeKind.Retracted, isNote: false);
            Look(language.NoteLabels, NoticeKind.Corrected, isNote: true);
        }

        return best;

        void Look(string[] labels, NoticeKind kind, bool isNote)
        {
            foreach (var label in labels)
            {
                if (label.Length <= length || !text.StartsWith(label, StringComparison.Ordinal) || Ends(text.AsSpan(label.Length)) is not { } alone) continue;
                (best, length) = (new NoticeLabel(kind, isNote, alone), label.Length);
            }
        }
    }

    /// <summary>What a labelled notice says; null where it is no notice after all. "Correction" above a paragraph on markets is none.</summary>
    public static NoticeKind? Labelled(NoticeLabel label, string notice)
    {
        var text = Folded(notice);
        if (NoticePhrases.All.Any(l => Behind(text, l.Subjects, l.Retracted) || l.RetractedAlone.Any(p => text.Contains(p, StringComparison.Ordinal)))) return NoticeKind.Retracted;
        if (!label.IsNote && !label.IsAlone) return label.Kind;
        var rest = label.IsAlone && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? text[end..] : text;
        return NoticePhrases.All.Any(l => l.Mistakes.Any(m => rest.Contains(m, StringComparison.Ordinal))) ? label.Kind : null;
    }

    public static NoticeKind? Sentence(string sentence)
    {
        var text = Folded(sentence);
        NoticeKind? kind = null;
        foreach (var language in NoticePhrases.All)
        {
            if (Behind(text, language.Subjects, language.Retracted) || language.RetractedAlone.Any(p => Unquoted(text, p) >= 0)) return NoticeKind.Retracted;
            if (Behind(text, language.Subjects, language.Corrected) || language.CorrectedAlone.Any(p => Unquoted(text, p) >= 0)) kind = NoticeKind.Corrected;
        }

        return kind;
    }

    /// <summary>True where a label is alone, false where its colon follows, null where it is just a word.</summary>
    private static bool? Ends(ReadOnlySpan<char> rest)
    {
        var after = rest.TrimStart(" *_").TrimEnd(" *_]).:：");
        if (after.IsEmpty) return true;
        var colon = rest.IndexOfAny(":：—–-");
        if (colon < 0 || colon > LongestDay || colon == rest.Length - 1) return null;
        var between = rest[..colon].Trim(" *_]");
        // "Correction (4 March):" has a day there, "Correction of the market ahead:" words.
        return between.IsEmpty || between.ContainsAnyInRange('0', '9') ? rest[colon] is '-' && between.IsEmpty && colon + 1 < rest.Length && char.IsLower(rest[colon + 1]) && colon > 0 ? null : false : null;
    }

    private static bool Behind(string text, string[] subjects, string[] verbs)
    {
        foreach (var subject in subjects)
        {
            var at = Unquoted(text, subject);
            if (at < 0) continue;
            at += subject.Length;
            var near = text.AsSpan(at, Math.Min(Reach, text.Length - at));
            foreach (var verb in verbs)
            {
                var found = near.IndexOf(verb, StringComparison.Ordinal);
                // Figures are "corrected for inflation".
                if (found >= 0 && !text.AsSpan(at + found + verb.Length).StartsWith(" for inflation", StringComparison.Ordinal) && !text.AsSpan(at + found + verb.Length).StartsWith(" for season", StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }

    /// <summary>Where a phrase stands as the text's own words: not at the beginning of what somebody is quoted with.</summary>
    private static int Unquoted(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + phrase.Length, StringComparison.Ordinal))
        {
            var inWord = at > 0 && char.IsLetter(text[at - 1]) && text[at - 1] < 0x0590 && char.IsLetter(phrase[0]);
            if (!inWord && (at == 0 || text[at - 1] is not ('“' or '"' or '«' or '„' or '‘'))) return at;
        }

        return -1;
    }

    private static string Folded(string text) => text.ToLowerInvariant().Replace('’', '\'');
}
