using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>Takes a question apart. Pure: the same text and day always give the same analysis.</summary>
internal static class QuestionAnalyser
{
    /// <param name="question">Any text.</param>
    /// <param name="today">The day "last month" is counted from.</param>
    /// <param name="language">Whose words are stemmed like the documents of that language; null is English.</param>
    public static QuestionAnalysis Analyse(string question, DateOnly? today, string? language = null)
    {
        var text = question.Trim();
        var form = QuestionWords.Form(text);
        var terms = Asked(Analyser.Analyse(text, language), form);
        return new QuestionAnalysis(
            text,
            Distinct(text, terms),
            Names(text, terms, DateMentions.Find(text)),
            QuestionWords.Expects(text),
            form,
            QuestionDateReader.Read(text, today));
    }

    /// <summary>Without the words that only say an account is wanted, unless nothing else is left.</summary>
    private static IReadOnlyList<Term> Asked(IReadOnlyList<Term> terms, QuestionForm form)
    {
        if (form != QuestionForm.Account)
            return terms;
        var asked = terms.Where(t => !QuestionWords.Instructs(t.Word)).ToList();
        return asked.Count > 0 ? asked : terms;
    }

    private static List<QuestionTerm> Distinct(string text, IReadOnlyList<Term> terms)
    {
        var distinct = new List<QuestionTerm>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (places.TryGetValue(term.Value, out var place))
            {
                distinct[place] = distinct[place] with { Count = distinct[place].Count + 1 };
                continue;
            }

            places[term.Value] = distinct.Count;
            distinct.Add(new QuestionTerm(term.Value, term.Word, term.Range.Of(text), 1, term.Kind, term.Range.Start));
        }

        return distinct;
    }

    private static List<QuestionName> Names(string text, IReadOnlyList<Term> terms, IReadOnlyList<DateMention> dates)
    {
        var names = new List<QuestionName>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Kind is not (TermKind.Name or TermKind.Number))
                continue;
            // A day is no name: that no text holds its number says nothing.
            if (dates.Any(date => date.Range.Start <= terms[i].Range.Start && terms[i].Range.End <= date.Range.End))
                continue;
            var kind = terms[i].Kind;
            var (start, end) = (terms[i].Range.Start, terms[i].Range.End);
            var values = new List<string> { terms[i].Value };
            while (i + 1 < terms.Count && terms[i + 1].Kind == kind && kind == TermKind.Name && Neighbours(text, end, terms[i + 1].Range.Start))
            {
                i++;
                end = Math.Max(end, terms[i].Range.End);
                values.Add(terms[i].Value);
            }

            names.Add(new QuestionName(text[start..end], values, start));
        }

        return names;
    }

    /// <summary>Parts of one name: overlapping (a hyphenated name and its parts), or with nothing but a space, a hyphen or an initial's dot between.</summary>
    private static bool Neighbours(string text, int end, int start)
    {
        if (start <= end)
            return true;
        if (start - end > 2)
            return false;
        foreach (var c in text.AsSpan(end, start - end))
        {
            if (c is not (' ' or '-' or '.' or '‐' or '‑'))
                return false;
        }

        return true;
    }
}
