using System.Text;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Index;

/// <summary>The terms of one revision as the index stores them. Made off the writing thread: analysing is most of the work of indexing.</summary>
public sealed class IndexedTerms
{
    private IndexedTerms(string title, string text, IReadOnlyList<string> passages) => (Title, Text, Passages) = (title, text, passages);

    internal string Title { get; }

    internal string Text { get; }

    internal IReadOnlyList<string> Passages { get; }

    /// <summary>Analyses a text once and cuts its terms by passage.</summary>
    /// <param name="text">The text of the revision.</param>
    /// <param name="metadata">Title and language; the published month and year count as words of the title.</param>
    /// <param name="passages">Ranges of the text, by rising start.</param>
    public static IndexedTerms Of(string text, DocumentMetadata metadata, IReadOnlyList<TextRange> passages)
    {
        var terms = Analyser.Analyse(text, metadata.Language);
        return new IndexedTerms(TitleTerms(metadata), Join(terms, 0, terms.Count), [.. passages.Select(range => Within(terms, range))]);
    }

    // "in February 2022" finds what was published then.
    private static string TitleTerms(DocumentMetadata metadata)
    {
        var title = Analyser.Analyse(metadata.Title, metadata.Language);
        if (metadata.PublishedOn is not { } day) return Join(title, 0, title.Count);
        var month = Analyser.Analyse($"{day:MMMM yyyy}", "en");
        return $"{Join(title, 0, title.Count)} {Join(month, 0, month.Count)}";
    }

    private static string Within(IReadOnlyList<Term> terms, TextRange range)
    {
        var first = FirstFrom(terms, range.Start);
        var end = first;
        while (end < terms.Count && terms[end].Range.End <= range.End) end++;
        return Join(terms, first, end);
    }

    private static int FirstFrom(IReadOnlyList<Term> terms, int start)
    {
        var (low, high) = (0, terms.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (terms[middle].Range.Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static string Join(IReadOnlyList<Term> terms, int first, int end)
    {
        var joined = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            if (i > first) joined.Append(' ');
            joined.Append(terms[i].Value);
        }

        return joined.ToString();
    }
}
