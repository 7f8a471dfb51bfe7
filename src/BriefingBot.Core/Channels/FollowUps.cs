using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Channels;

/// <summary>
/// Understands a follow-up from what was asked and cited before: a question that leans on others is asked with their names and words beside it.
/// Fixed rules, no model: the same conversation always gives the same question.
/// </summary>
public static class FollowUps
{
    private const int Names = 3;
    private const int Subjects = 3;

    /// <summary>A question of this many content words and no name says too little by itself.</summary>
    private const int Short = 2;

    private static readonly HashSet<string> Continuing = new(["and", "but", "then", "so", "also", "or", "ok", "okay"], StringComparer.Ordinal);
    private static readonly HashSet<string> Pronouns = new(
        ["he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "this", "these", "those"], StringComparer.Ordinal);
    private static readonly HashSet<string> LastWords = new(["that", "there", "then", "one", "ones", "else", "so"], StringComparer.Ordinal);
    private static readonly HashSet<string> Leaning = new(["other", "others", "another", "same", "latter", "former", "instead", "else"], StringComparer.Ordinal);

    /// <summary>The question with what it leans on, or null when it stands by itself.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="before">The answers of the conversation, oldest first.</param>
    public static string? Rewrite(string question, IReadOnlyList<Answer> before)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(before);
        var text = question.Trim();
        if (before.Count == 0 || text.Length == 0) return null;
        var terms = Analyser.Analyse(text, null);
        if (!Leans(text, terms)) return null;
        var carried = Carried(before, terms.Select(term => term.Value).ToHashSet(StringComparer.Ordinal));
        return carried.Count == 0 ? null : $"{Opened(text)} ({string.Join(", ", carried)})";
    }

    private static bool Leans(string text, IReadOnlyList<Term> terms)
    {
        var words = Words(text);
        if (words.Count == 0) return false;
        var named = terms.Any(term => term.Kind == TermKind.Name);
        var firstName = named ? terms.First(term => term.Kind == TermKind.Name).Range.Start : int.MaxValue;
        var continues = Continuing.Contains(words[0].Word);
        // "Did Oren Vass say he would stay?" has its own antecedent.
        var pronoun = words.Exists(word => Pronouns.Contains(word.Word) && word.Start < firstName) || (!named && LastWords.Contains(words[^1].Word));
        var leaning = !named && words.Exists(word => Leaning.Contains(word.Word));
        return pronoun || leaning || (continues && (!named || terms.Count <= Short)) || (!named && terms.Count <= Short);
    }

    /// <summary>Names and words of the question before, as it was understood; where it names nothing, the names most cited.</summary>
    private static List<string> Carried(IReadOnlyList<Answer> before, HashSet<string> own)
    {
        var last = before[^1].RewrittenQuestion ?? before[^1].Question;
        var terms = Analyser.Analyse(last, null);
        var names = NamesIn(last, terms, own);
        if (names.Count == 0) names = Cited(before[^1], own);
        var subjects = terms.Where(term => term.Kind is TermKind.Word or TermKind.Number && own.Add(term.Value))
            .Select(term => term.Range.Of(last)).Take(Subjects).ToList();
        return [.. subjects, .. names.Take(Names)];
    }

    private static List<string> NamesIn(string text, IReadOnlyList<Term> terms, HashSet<string> own)
    {
        var names = new List<string>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Kind != TermKind.Name) continue;
            var (start, end) = (terms[i].Range.Start, terms[i].Range.End);
            var fresh = own.Add(terms[i].Value);
            while (i + 1 < terms.Count && terms[i + 1].Kind == TermKind.Name && terms[i + 1].Range.Start <= end + 1)
            {
                i++;
                end = Math.Max(end, terms[i].Range.End);
                fresh |= own.Add(terms[i].Value);
            }

            if (fresh) names.Add(text[start..end]);
        }

        return names;
    }

    private static List<string> Cited(Answer answer, HashSet<string> own) => answer.Citations
        .SelectMany(citation => NameMentions.Find(citation.Quote).Select(name => name.Range.Of(citation.Quote)))
        .GroupBy(name => name, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Key)
        .Where(name => Analyser.Analyse(name, null).Any(term => !own.Contains(term.Value)))
        .Take(Names).ToList();

    // "And who was hurt?" is asked as "Who was hurt?".
    private static string Opened(string text)
    {
        var words = Words(text);
        if (words.Count < 2 || !Continuing.Contains(words[0].Word)) return text;
        var rest = text[words[1].Start..];
        return char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    private static List<(string Word, int Start)> Words(string text)
    {
        var words = new List<(string, int)>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            words.Add((text[start..at].ToLowerInvariant(), start));
        }

        return words;
    }
}
